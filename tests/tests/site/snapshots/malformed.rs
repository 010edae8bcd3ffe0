//! Files that are broken, cut, of something else, or made to harm, under names that are made to harm: each is refused with
//! its reason and advice, nothing acts, and what was open stays open and answers.

use std::fs;

use heap::Code;
use leak_lab_tests::{Events, Page, site};
use serde_json::{Value, json};

use super::{DOM, FILLED, carry, choose, column, drop_file, fixture, small, view};

/// What a name can have in it, as JavaScript.
const NAMES: &[&str] = &[
    r#""<img src=x onerror=globalThis.pwned=1>.heapsnapshot""#,
    r#""<script>globalThis.pwned=1</script>.heapsnapshot""#,
    r#""javascript:globalThis.pwned=1//.heapprofile""#,
    r#""\u202etohspanspaeh.\u2066\u200f\u061c.heapsnapshot""#,
    r#""nul\0 bell\x07 escape\x1b[31m line\n\r\u2028.heapsnapshot.gz""#,
    r#""alone \ud800 and \udfff.heaptimeline""#,
    r#""W".repeat(1 << 20) + ".heapsnapshot""#,
    r#""\u0338".repeat(1 << 20)"#,
    r#""../../&lt;b&gt; \"quoted\" 'twice' `${pwned}`.heapprofile.gz""#,
    r#""\u200b""#,
];

/// The small snapshot with one piece of its text replaced.
fn changed(from: &str, to: &str) -> Vec<u8> {
    let text = small();
    assert_eq!(text.matches(from).count(), 1, "{from}");
    text.replace(from, to).into_bytes()
}

/// Bytes, the code of the refusal, and whether what is there can be shown.
fn malformed() -> Vec<(&'static str, Vec<u8>, Code, bool)> {
    let text = small();
    let packed = fs::read(fixture(DOM)).expect("it is there");
    let upto = |part: &str| text.as_bytes()[..text.find(part).expect("it is there")].to_vec();
    let with = |at: usize, byte: u8| {
        let mut packed = packed.clone();
        packed[at] ^= byte;
        packed
    };
    let utf16 = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let deep = format!("\"odd\":{}", "[".repeat(1 << 20));
    let trace = format!(
        "{{\"traceEvents\":[{}1]}}",
        r#"{"ph":"X","ts":1,"name":"<b>"},"#.repeat(999)
    );
    vec![
        ("empty", vec![], Code::Empty, false),
        ("blank", b" \n ".to_vec(), Code::Truncated, false),
        ("cut in the nodes", upto("3,3,7"), Code::Truncated, false),
        ("cut in the edges", upto("2,5,18"), Code::Truncated, false),
        ("cut in the strings", upto("Entry"), Code::Truncated, true),
        ("gzip cut to its head", packed[..9].to_vec(), Code::Truncated, false),
        ("gzip cut in the middle", packed[..packed.len() / 2].to_vec(), Code::Truncated, false),
        ("gzip cut near its end", packed[..packed.len() / 20 * 19].to_vec(), Code::Truncated, true),
        ("gzip of another sum", with(packed.len() - 8, 1), Code::Gzip, true),
        ("gzip of another length", with(packed.len() - 1, 1), Code::Gzip, true),
        ("gzip damaged", with(packed.len() / 2, 0xFF), Code::Index, false),
        ("gzip of no known method", with(2, 0xFF), Code::Gzip, false),
        ("no JSON", b"globalThis.pwned = 1".to_vec(), Code::NotJson, false),
        ("zeros", vec![0; 5000], Code::NotJson, false),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), Code::NotJson, false),
        ("other JSON", br#"{"<img src=x onerror=pwned=1>": [1, 2], "\u202e\u0007": 3}"#.to_vec(), Code::OtherJson, false),
        ("a page", b"<!doctype html><script>pwned = 1</script>".to_vec(), Code::Html, false),
        ("a CPU profile", br#"{"nodes":[{"id":1,"callFrame":{"functionName":"<b>"},"hitCount":0}],"startTime":1,"samples":[1],"timeDeltas":[0]}"#.to_vec(), Code::CpuProfile, false),
        ("a trace", trace.into_bytes(), Code::Trace, false),
        ("a log of requests", br#"{"log":{"version":"1.2","creator":{"name":"WebInspector"},"entries":[]}}"#.to_vec(), Code::Har, false),
        ("WebKit's", br#"{"version":3,"type":"Inspector","nodes":[0,0,0,0],"nodeClassNames":["<root>"],"edges":[]}"#.to_vec(), Code::WebkitHeap, false),
        ("a zip archive", b"PK\x03\x04\x14\0\0\0\x08\0".to_vec(), Code::Compressed, false),
        ("a 7z archive", b"7z\xBC\xAF\x27\x1C\0\x04".to_vec(), Code::Compressed, false),
        ("16-bit text", utf16, Code::Utf16, false),
        ("two in one", text.repeat(2).into_bytes(), Code::Trailing, false),
        ("a part twice", changed("\"samples\":[]", "\"strings\":[]"), Code::Member, false),
        ("a part missing", changed("\"edges\":[1", "\"edge\":[1"), Code::Member, false),
        ("an edge to nowhere", changed("2,5,18", "2,5,24"), Code::Index, false),
        ("an edge into a node", changed("2,5,18", "2,5,17"), Code::Index, false),
        ("a name that is not there", changed("3,3,7", "3,99,7"), Code::Index, false),
        ("strings missing", changed(",\"global\",\"entry\",\"self\"", ""), Code::Index, false),
        ("edges missing", changed(",6,6,12", ""), Code::Count, false),
        ("more edges than the nodes say", changed("3,3,7,16,0", "3,3,7,16,4000000000"), Code::Count, false),
        ("half a node", changed("3,3,7,16,0,0", "3,3,7"), Code::Count, false),
        ("a negative number", changed("3,3,7,16", "3,3,7,-16"), Code::Number, false),
        ("half a number", changed("3,3,7,16", "3,3,7,0.5"), Code::Number, false),
        ("a number beyond all", changed("3,3,7,16", "3,3,7,1e999"), Code::Number, false),
        ("no number", changed("3,3,7,16", "3,3,7,NaN"), Code::NotJson, false),
        ("a huge size", changed("3,3,7,16", "3,3,7,99999999999999999999"), Code::NumberTooLarge, false),
        ("a text among the numbers", changed("3,3,7,16", "3,3,7,\"<b>\""), Code::NotJson, false),
        ("no numbers of objects", changed("\"id\"", "\"<b>\""), Code::Meta, false),
        ("fields of another shape", changed("[\"type\",\"name_or_index\",\"to_node\"]", "{}"), Code::Meta, false),
        ("a million lists in each other", changed("\"samples\":[]", &deep), Code::NotJson, false),
    ]
}

const GRID: &str = "document.querySelector('.view-grid')";

/// As many rows as are seen in any window.
fn topmost() -> String {
    format!("{}.slice(0, 9)", column(0))
}

/// The views in turn, each with what it said when all was well.
async fn views(page: &Page) -> Vec<(&'static str, Value)> {
    let mut said = Vec::new();
    for name in ["summary", "containment", "dominators", "strings"] {
        view(page, name).await;
        page.until(&format!("{FILLED} && {GRID}.ariaBusy === 'false'"))
            .await;
        let rows = page.eval(&topmost()).await;
        assert!(
            said.iter().all(|(_, other)| *other != rows),
            "{name} shows rows of its own"
        );
        said.push((name, rows));
    }
    said
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_dropped_is_refused_with_reason_and_advice_and_what_is_open_answers() {
    site(async |page| {
        page.call("Emulation.setDeviceMetricsOverride", json!({ "width": 380, "height": 800, "deviceScaleFactor": 1, "mobile": false })).await;
        page.go("#snapshots&view=summary").await;
        choose(page, &fixture(DOM)).await;
        page.until(FILLED).await;
        let views = views(page).await;
        let mut events = page.events();
        for (turn, (kind, bytes, code, partial)) in malformed().into_iter().enumerate() {
            drop_file(page, NAMES[turn % NAMES.len()], &bytes).await;
            page.until("document.querySelector('.refused, .file + .file progress[hidden]')").await;
            let said = page.eval("[...document.querySelectorAll('.refused > :not(.row)')].map(({ textContent }) => textContent)").await;
            let said: Vec<&str> = said.as_array().expect("a list").iter().map(|said| said.as_str().expect("a text")).collect();
            let [title, reason, advice, name] = said[..] else { panic!("{kind}: {said:?}") };
            assert_eq!(name, code.name(), "{kind}: {reason}");
            assert_eq!(advice, code.advice(), "{kind}");
            assert!(title.ends_with(" was not opened") && title.chars().count() < 120, "{kind}: {title}");
            assert!(!reason.starts_with(char::is_lowercase) && !reason.ends_with(char::is_alphanumeric) && reason.len() < 400 && !reason.contains(code.name()), "{kind}: {reason}");
            seems_well(page, kind).await;

            let (name, rows) = &views[turn % views.len()];
            view(page, name).await;
            page.until(&format!("JSON.stringify({}) === JSON.stringify({rows})", topmost())).await;
            let offers = page.eval("/^Show what is there/.test(document.querySelector('.refused .row').textContent)").await;
            assert_eq!(offers, partial, "{kind}");
            if partial {
                page.click(".refused .row button").await;
                page.until("document.querySelectorAll('.file progress[hidden]').length === 2 && !document.querySelector('.refused')").await;
                let line = format!("[...document.querySelectorAll('.file')].find((line) => !line.textContent.includes('{DOM}'))");
                page.eval(&format!("{line}.querySelector('.file-name').click()")).await;
                page.until(&format!("{line}.querySelector('[aria-current]') && {FILLED} && {GRID}.ariaBusy === 'false'")).await;
                page.eval(&format!("{line}.querySelector('[aria-label^=Close]').click()")).await;
            } else {
                page.eval("[...document.querySelectorAll('.refused button')].at(-1).click()").await;
            }
            page.until(&format!("document.querySelectorAll('.file').length === 1 && !document.querySelector('.refused') && JSON.stringify({}) === JSON.stringify({rows})", topmost())).await;
        }
        assert_eq!(requests(&mut events), [""; 0], "nothing is asked for and nothing is sent");
        page.eval("fetch('checked.json').then((answer) => answer.text())").await;
        assert_eq!(requests(&mut events).len(), 1, "requests are heard");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_is_dropped_is_no_file() {
    site(async |page| {
        let folder = tempfile::tempdir().expect("a folder");
        page.go("#snapshots").await;
        page.until("document.querySelector('.invitation')?.checkVisibility()")
            .await;
        carry(
            page,
            &["dragEnter", "dragOver", "drop"],
            &folder.path().display().to_string(),
        )
        .await;
        page.until("/folder/.test(document.querySelector('.refused')?.textContent)")
            .await;
        assert_eq!(page.text(".refused code").await, "session.source");
    })
    .await;
}

/// What the page asked for so far; a browser asks for the icon by itself when the address changes.
fn requests(events: &mut Events) -> Vec<String> {
    let mut urls = Vec::new();
    while let Some(event) = events.waiting() {
        let url = event.params["request"]["url"].as_str().unwrap_or_default();
        if event.method == "Network.requestWillBeSent" && !url.ends_with("/icon.svg") {
            urls.push(url.to_owned());
        }
    }
    urls
}

/// Nothing has acted, and nothing sticks out.
pub(super) async fn seems_well(page: &Page, kind: &str) {
    assert_eq!(page.eval("typeof pwned").await, "undefined", "{kind}");
    let made = page
        .eval("document.querySelectorAll('main :is(img, script, b)').length")
        .await;
    assert_eq!(made, 0, "{kind}");
    // In attributes as well.
    let unseen = page.eval("(document.title + document.querySelector('main').outerHTML).match(/(?!\\n)[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]/u)?.[0].codePointAt(0)").await;
    assert_eq!(unseen, Value::Null, "{kind}");
    let wide = page
        .eval("document.documentElement.scrollWidth - innerWidth")
        .await;
    assert!(
        wide.as_i64().is_some_and(|wide| wide <= 0),
        "{kind}: {wide}"
    );
}
