//! The room for heap files: opened, ordered, looked at, refused, cancelled, and never sent anywhere.

use std::{fs, path::Path};

use futures_util::{FutureExt, StreamExt};
use heap::{Analysis, AnyFile, Column, Snapshot, Sort};
use leak_lab_tests::{Page, site};
use packed::PackedReader;
use serde_json::json;

/// A file of the fixtures.
fn fixture(name: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixture/heap");
    Path::new(folder).join(name).display().to_string()
}

/// Chooses a file as a person does in the dialog.
async fn choose(page: &Page, file: &str) {
    page.until("document.querySelector('.invitation input')")
        .await;
    let input = page
        .call(
            "Runtime.evaluate",
            json!({ "expression": "document.querySelector('.invitation input')" }),
        )
        .await;
    let object = &input["result"]["objectId"];
    page.call(
        "DOM.setFileInputFiles",
        json!({ "files": [file], "objectId": object }),
    )
    .await;
}

/// Carries a file over the page, as a person does with the mouse.
async fn carry(page: &Page, kinds: &[&str], file: &str) {
    for kind in kinds {
        let data = json!({ "items": [], "files": [file], "dragOperationsMask": 1 });
        let event = json!({ "type": kind, "x": 300, "y": 300, "data": data });
        page.call("Input.dispatchDragEvent", event).await;
    }
}

/// The texts of a column of the rows that are seen, the topmost first.
fn column(place: usize) -> String {
    format!(
        "[...document.querySelectorAll('.view-grid:not([hidden]) .lines > .line:not(.absent)')]
           .toSorted((a, b) => a.ariaRowIndex - b.ariaRowIndex)
           .map(({{ children }}) => children[{place}].textContent.replace(/^[▸▾]/, ''))"
    )
}

/// Rows were answered and are seen.
const FILLED: &str =
    "document.querySelector('.view-grid:not([hidden]) .lines > .line:not(.absent)')";

/// Presses a key, wherever the focus is.
async fn press(page: &Page, key: &str) {
    let types = key.chars().count() == 1;
    for kind in ["keyDown", "keyUp"] {
        let text = if types && kind == "keyDown" { key } else { "" };
        let event = json!({ "type": kind, "key": key, "text": text });
        page.call("Input.dispatchKeyEvent", event).await;
    }
}

/// Follows the link to a view, and waits for its rows.
async fn view(page: &Page, name: &str) {
    page.click(&format!(".views a[href*='view={name}']")).await;
    page.until(&format!("document.querySelector('.views [aria-current]')?.getAttribute('href').includes('view={name}')"))
        .await;
}

/// What the engine says of a fixture.
fn native(name: &str) -> Snapshot {
    let mut reader = PackedReader::new(name, None);
    let packed = fs::read(fixture(name)).expect("it is there");
    reader.feed(&packed).expect("a snapshot");
    match reader.finish(false).expect("it is whole") {
        AnyFile::Graph(graph) => Analysis::new(graph).finish(),
        AnyFile::Profile(_) => panic!("{name} is a profile"),
    }
}

const DOM: &str = "chromium-dom.heapsnapshot.gz";
const PAIR: [&str; 3] = [
    "node-pair-before.heapsnapshot.gz",
    "node-pair-after.heapsnapshot.gz",
    "node-pair-last.heapsnapshot.gz",
];

#[tokio::test(flavor = "multi_thread")]
async fn a_snapshot_is_told_first_and_its_summary_has_devtools_rows_and_nothing_is_sent() {
    site(async |page| {
        page.go("#snapshots").await;
        page.until(
            "/Nothing is uploaded/.test(document.querySelector('.invitation')?.textContent)",
        )
        .await;
        let mut events = page.events();
        choose(page, &fixture(DOM)).await;
        page.until("document.querySelector('.verdict')").await;
        view(page, "summary").await;
        page.until(FILLED).await;
        let snapshot = native(DOM);
        let mut rows: Vec<_> = snapshot.rows().iter().collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.retained));
        let texts = page.eval(&column(0)).await;
        for (at, row) in rows.iter().take(8).enumerate() {
            let name = String::from_utf8_lossy(&row.name);
            let shown = texts[at].as_str().expect("a text").replace(',', "");
            assert!(
                shown.starts_with(&*name) && shown.ends_with(&format!("×{}", row.count)),
                "{shown}: {name} {}",
                row.count
            );
        }
        assert_eq!(
            page.eval("document.querySelector('.view-grid').ariaRowCount")
                .await,
            (rows.len() + 1).to_string()
        );

        while let Some(Some(event)) = events.next().now_or_never() {
            if event.method == "Network.requestWillBeSent" {
                let request = &event.params["request"];
                assert_eq!(
                    (&request["method"], &request["hasPostData"]),
                    (&json!("GET"), &json!(null)),
                    "{request}"
                );
            }
        }
        assert_eq!(
            page.eval("location.hash").await,
            "#snapshots&view=summary",
            "nothing of the file is in the address"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_grid_is_used_by_keys_alone() {
    site(async |page| {
        page.go("#snapshots&view=containment").await;
        choose(page, &fixture(DOM)).await;
        page.until(FILLED).await;
        page.eval("document.querySelector('.view-grid').focus()").await;
        let active = "document.getElementById(document.querySelector('.view-grid').getAttribute('aria-activedescendant'))";
        let number = format!("Number({active}?.ariaRowIndex ?? 0)");
        let until = async |expression: String| page.until(&expression).await;
        press(page, "ArrowDown").await;
        until(format!("{number} === 2")).await;
        press(page, "ArrowRight").await;
        until(format!("{active}.ariaExpanded === 'true' && document.querySelector('.view-grid .line[aria-level=\"2\"]:not(.absent)')")).await;
        press(page, "ArrowRight").await;
        until(format!("{active}?.ariaLevel === '2' && {number} === 3")).await;
        press(page, "ArrowLeft").await;
        until(format!("{number} === 2")).await;
        press(page, "ArrowLeft").await;
        until(format!("{active}.ariaExpanded === 'false' && !document.querySelector('.view-grid .line[aria-level=\"2\"]')")).await;
        press(page, "End").await;
        until(format!("{number} === Number(document.querySelector('.view-grid').ariaRowCount) && !{active}.classList.contains('absent')")).await;
        press(page, "Home").await;
        until(format!("{number} === 2")).await;

        // The keys of the room; the same ones turned off.
        press(page, "2").await;
        page.until("location.hash.includes('view=summary')").await;
        page.until(FILLED).await;
        press(page, "[").await;
        page.until("location.hash.includes('view=containment')").await;
        press(page, "2").await;
        page.until("location.hash.includes('view=summary')").await;
        page.until(FILLED).await;
        press(page, "/").await;
        page.until("document.activeElement.getAttribute('aria-label') === 'Filter constructors'").await;
        for letter in "Array".chars() {
            press(page, &letter.to_string()).await;
        }
        page.until("location.hash.includes('filter=Array')").await;
        page.until(&format!("{FILLED} && {}.every((name) => /array/i.test(name))", column(0))).await;
        page.click(".keys input").await;
        page.eval("document.querySelector('.view-grid').focus()").await;
        press(page, "6").await;
        press(page, "Home").await;
        page.until(&format!("{number} === 2")).await;
        assert_eq!(page.eval("location.hash.includes('view=summary')").await, true);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_object_says_why_it_is_alive_and_what_cutting_a_reference_would_free() {
    site(async |page| {
        let snapshot = native(PAIR[1]);
        // The array that the program's leak is kept in.
        let row = snapshot.rows().iter().max_by_key(|row| (row.name.starts_with(b"Leaky"), row.count)).expect("a row");
        let class = snapshot.find_class(&row.key).expect("a class");
        let passing = snapshot.filter(&heap::Filter::All);
        let objects = snapshot.instances(class, &passing, Sort::descending(Column::Retained), 0..1);
        let node = objects.rows[0];
        let id = snapshot.graph().id(node).0;
        page.go(&format!("#snapshots&view=summary&object=@{id}")).await;
        choose(page, &fixture(PAIR[1])).await;
        page.until("document.querySelector('.object:not([hidden]) .sentence')").await;
        let paths = snapshot.paths(node, &heap::path::Options { most: 1, ..Default::default() });
        let first = &paths.list[0];
        assert_eq!(page.eval("document.querySelectorAll('.way')[0].querySelectorAll('.steps > li').length").await, first.steps.len());
        let told = page.text(".object h2").await;
        assert!(told.contains(&format!("@{id}")), "{told}");

        page.click(".way .steps button[aria-label^=Cut]").await;
        page.until("/would (go|be freed)/.test(document.querySelector('.cuts:not([hidden]) [aria-live]')?.textContent)").await;
        let before = page.eval("document.querySelectorAll('.way .sentence')[0].textContent").await;
        page.click(".way .steps button[aria-label^=Ignore]").await;
        page.until("/ignored/.test(document.querySelector('.why')?.textContent)").await;
        assert_ne!(page.eval("document.querySelector('.way .sentence')?.textContent").await, before);
        page.eval("[...document.querySelectorAll('.object .segment input')].find(({ value }) => value === 'retainers').click()").await;
        page.until("document.querySelector('.retainers-grid .lines > .line:not(.absent)')").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn files_are_put_in_the_order_of_time_and_what_grew_comes_first() {
    site(async |page| {
        page.go("#snapshots").await;
        let order = "[...document.querySelectorAll('.file-name')].map(({ textContent }) => textContent)";
        let ready = |count: usize| format!("document.querySelectorAll('.file progress[hidden]').length === {count}");
        for (at, file) in [PAIR[2], PAIR[0], PAIR[1]].iter().enumerate() {
            choose(page, &fixture(file)).await;
            page.until(&ready(at + 1)).await;
        }
        page.until(&format!("JSON.stringify({order}) === JSON.stringify({})", json!(PAIR))).await;
        page.eval("document.querySelectorAll('.file-name')[2].click()").await;
        page.until("/over 3 files/.test(document.querySelector('.verdict')?.textContent)").await;
        view(page, "comparison").await;
        page.until(FILLED).await;
        let delta = page.eval(&column(6)).await;
        assert!(delta[0].as_str().is_some_and(|delta| delta.starts_with('+')), "{delta}");
        view(page, "stayed").await;
        page.until(FILLED).await;
        view(page, "trend").await;
        page.until("document.querySelector('.spark')").await;

        // By hand, and then it is said that it cannot be.
        page.eval("document.querySelectorAll('.file')[2].querySelector('[aria-label^=\"Move up\"]').click()").await;
        page.until(&format!("{order}[1] === '{}'", PAIR[2])).await;
        page.eval("document.querySelectorAll('.file-name')[2].click()").await;
        view(page, "findings").await;
        page.until("/Change their order/.test(document.querySelector('.own-view .warning')?.textContent)").await;
        page.eval("document.querySelector('.file [aria-label^=Close]').click()").await;
        page.until("document.querySelectorAll('.file').length === 2").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_file_has_its_views() {
    site(async |page| {
        page.go("#snapshots").await;
        page.click(".samples li:nth-child(3) button").await;
        page.until("document.querySelector('.views a[href*=\"view=timeline\"]')").await;
        view(page, "timeline").await;
        page.until(&format!("document.querySelector('.timeline rect') && {FILLED}")).await;
        let all = page.eval("document.querySelector('.own-view .view-grid').ariaRowCount").await;
        page.eval("(([from, to]) => { const bars = [...document.querySelectorAll('.timeline rect')].map((bar) => bar.height.baseVal.value); const tallest = bars.indexOf(Math.max(...bars)); from.value = tallest; to.value = tallest; to.dispatchEvent(new Event('input')); })(document.querySelectorAll('.timeline-place input'))").await;
        page.until(&format!("document.querySelector('.own-view .view-grid').ariaRowCount !== '{}' && {FILLED}", all.as_str().unwrap_or_default())).await;
        for (name, shown) in [
            ("statistics", "document.querySelector('.ring')"),
            ("dominators", FILLED),
            ("allocations", FILLED),
            ("strings", FILLED),
            ("detached", "document.querySelector('.view-grid .line')"),
        ] {
            let fits = page.eval(&format!("document.querySelector('.views a[href*=\"view={name}\"]') !== null")).await;
            if name != "allocations" || fits == true {
                view(page, name).await;
                page.until(shown).await;
            }
        }
        choose(page, &fixture("node-sampling.heapprofile.gz")).await;
        page.until("document.querySelectorAll('.file progress[hidden]').length === 2").await;
        page.eval("document.querySelectorAll('.file-name')[1].click()").await;
        page.until("document.querySelector('.views a[href*=\"view=flame\"]')").await;
        for (name, shown) in [("functions", FILLED), ("calls", FILLED), ("flame", "document.querySelectorAll('.frame').length > 3")] {
            view(page, name).await;
            page.until(shown).await;
        }
        // What runs elsewhere goes on, and what is open stays open.
        page.click("header [data-room=learn]").await;
        page.until("document.querySelector('.learn-list')?.checkVisibility()").await;
        page.click("header [data-room=snapshots]").await;
        page.until("document.querySelectorAll('.file').length === 2 && location.hash.includes('view=flame')").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_heap_file_is_refused_with_advice_and_what_is_open_stays_open() {
    site(async |page| {
        let folder = tempfile::tempdir().expect("a folder");
        let cut = fs::read(fixture(PAIR[1])).expect("it is there");
        for (name, bytes, code, partial) in [
            ("bad.heapsnapshot", &b"no snapshot at all"[..], "file.", false),
            ("empty.heapsnapshot", &b""[..], "file.", false),
            ("cut.heapsnapshot.gz", &cut[..cut.len() / 20 * 19], "file.truncated", true),
            ("other.heapprofile", &b"{\"a\": [1, 2]}"[..], "file.other-json", false),
        ] {
            let bad = folder.path().join(name);
            fs::write(&bad, bytes).expect("it is written");
            page.go("#snapshots&view=summary").await;
            choose(page, &fixture(PAIR[1])).await;
            page.until(FILLED).await;
            choose(page, &bad.display().to_string()).await;
            page.until("document.querySelector('.refused')").await;
            let said = page.eval("[...document.querySelectorAll('.refused > :not(.row)')].map(({ textContent }) => textContent)").await;
            assert_eq!(said[0], format!("{name} was not opened"));
            let parts = said.as_array().expect("a list");
            assert!(parts.len() == 4 && parts.iter().all(|part| part != ""), "{said}");
            assert!(said[3].as_str().is_some_and(|said| said.starts_with(code)), "{name}: {said}");
            assert!(page.eval(&format!("Boolean({FILLED})")).await == true, "what was open is still shown");
            let offers = page.eval("document.querySelector('.refused .row').textContent.startsWith('Show what is there')").await;
            assert_eq!(offers, partial, "{name}");
            if partial {
                page.click(".refused .row button").await;
                page.until("document.querySelectorAll('.file progress[hidden]').length === 2 && !document.querySelector('.refused')").await;
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn names_in_a_file_are_never_markup() {
    let hostile = "<img src=x onerror=\"console.error('run')\">\u{202e}\u{7}";
    let strings = json!(["", hostile, "x".repeat(1 << 20), hostile]);
    let fields = [
        "type",
        "name",
        "id",
        "self_size",
        "edge_count",
        "trace_node_id",
        "detachedness",
    ];
    let kinds = [
        "hidden",
        "array",
        "string",
        "object",
        "code",
        "closure",
        "regexp",
        "number",
        "native",
        "synthetic",
    ];
    let edges = [
        "context", "element", "property", "internal", "hidden", "shortcut", "weak",
    ];
    let meta = json!({ "node_fields": fields, "node_types": [kinds, "string", "number", "number", "number", "number", "number"], "edge_fields": ["type", "name_or_index", "to_node"], "edge_types": [edges, "string_or_number", "node"] });
    let text = json!({
        "snapshot": { "meta": meta, "node_count": 3, "edge_count": 2 },
        "nodes": [9, 0, 1, 0, 1, 0, 0, 3, 1, 3, 64, 1, 0, 0, 2, 2, 5, 32, 0, 0, 0],
        "edges": [2, 1, 7, 2, 1, 14],
        "strings": strings,
    });
    site(async |page| {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a <b>bold name.heapsnapshot");
        fs::write(&file, text.to_string()).expect("it is written");
        page.go("#snapshots").await;
        choose(page, &file.display().to_string()).await;
        for name in ["findings", "summary", "containment", "dominators", "statistics", "strings"] {
            view(page, name).await;
            page.until(&format!("document.querySelector('.verdict') || document.querySelector('.ring') || {FILLED}")).await;
        }
        page.eval("location.hash = '#snapshots&view=summary&object=@3'").await;
        page.until("document.querySelector('.object:not([hidden]) h2')?.textContent.includes('<img src=x')").await;
        page.until(FILLED).await;
        assert_eq!(page.eval("document.querySelectorAll('main img, main b').length").await, 0);
        let shown = page.text("main").await;
        assert!(!shown.contains(['\u{202e}', '\u{7}']) && shown.len() < 100_000, "{}", shown.len());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn words_that_mean_nothing_are_named_and_the_rest_is_followed() {
    site(async |page| {
        page.go("#snapshots&view=nonsense&only=detached&object=me&file=9&so")
            .await;
        page.until("document.querySelector('.notices').textContent.includes('There is no view')")
            .await;
        let said = page.text(".notices").await;
        for words in ["“nonsense”", "object=@4711", "Unknown word “so”"] {
            assert!(said.contains(words), "{words}: {said}");
        }
        page.until("location.hash === '#snapshots&only=detached'")
            .await;
        choose(page, &fixture(DOM)).await;
        view(page, "summary").await;
        page.until(FILLED).await;
        assert_eq!(
            page.eval("document.querySelector('[aria-label=\"Filter objects\"]').value")
                .await,
            "detached"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_found_can_be_taken_away() {
    site(async |page| {
        page.go("#snapshots&view=summary").await;
        // What a press would save.
        page.eval("globalThis.saved = []; const make = URL.createObjectURL; URL.createObjectURL = (blob) => { if (!blob.type.includes('javascript')) saved.push(blob); return make(blob); }; HTMLAnchorElement.prototype.click = () => {}; 0").await;
        choose(page, &fixture(PAIR[1])).await;
        page.until(FILLED).await;
        let take = async |words: &str| {
            let button = format!("[...document.querySelectorAll('.away button')].find(({{ textContent }}) => textContent.startsWith({words:?}))");
            page.until(&button).await;
            page.eval(&format!("{button}.click()")).await;
        };
        let text = async |at: usize| {
            page.until(&format!("saved.length === {}", at + 1)).await;
            let text = page.eval(&format!("saved[{at}].text()")).await;
            text.as_str().expect("a text").to_owned()
        };
        take("This list as CSV").await;
        let csv = text(0).await;
        let snapshot = native(PAIR[1]);
        let top = snapshot.rows().iter().max_by_key(|row| row.retained).expect("a row");
        let lines: Vec<_> = csv.lines().collect();
        assert_eq!(lines.len(), snapshot.rows().len() + 1);
        assert_eq!(lines[0], "Constructor,Distance,Shallow size,Retained size");
        assert!(lines[1].ends_with(&format!(",{},{}", top.shallow, top.retained)), "{}", lines[1]);
        take("as JSON").await;
        let list: serde_json::Value = serde_json::from_str(&text(1).await).expect("JSON");
        assert_eq!(list[0]["retained"], top.retained);

        take("Leak report").await;
        page.until("document.querySelector('.away textarea')?.value.startsWith('# ')").await;
        take("A copy without").await;
        take("Save the copy").await;
        let copy = text(2).await;
        assert!(copy.contains("\"snapshot\""), "{}", &copy[..100]);
        let mut reader = PackedReader::new("copy.heapsnapshot", None);
        reader.feed(copy.as_bytes()).expect("a snapshot");
        let AnyFile::Graph(graph) = reader.finish(false).expect("it is whole") else {
            panic!("a profile");
        };
        assert_eq!(Analysis::new(graph).finish().total_size(), snapshot.total_size());

        choose(page, &fixture("node-sampling.heapprofile.gz")).await;
        page.until("document.querySelectorAll('.file progress[hidden]').length === 2").await;
        page.eval("document.querySelectorAll('.file-name')[1].click()").await;
        take("For speedscope").await;
        assert!(text(3).await.contains("speedscope.app"));
        take("Collapsed stacks").await;
        assert!(text(4).await.lines().all(|line| line.rsplit_once(' ').is_some_and(|(_, size)| size.parse::<u64>().is_ok())));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reading_can_be_cancelled() {
    site(async |page| {
        let folder = tempfile::tempdir().expect("a folder");
        // So large that it cannot have been read between two tasks of the page.
        let large = folder.path().join("large.heapsnapshot");
        fs::write(&large, vec![b' '; 256 << 20]).expect("it is written");
        page.go("#snapshots&view=summary").await;
        page.until("document.querySelector('.invitation')").await;
        page.eval("globalThis.seen = 0; (globalThis.cancel = new MutationObserver(() => { const close = document.querySelector('.file [aria-label^=Close]'); if (close) { seen += 1; close.click(); } })).observe(document.querySelector('.files'), { childList: true, subtree: true, characterData: true })").await;
        choose(page, &large.display().to_string()).await;
        page.until("seen > 0 && document.querySelectorAll('.file').length === 0").await;
        page.eval("cancel.disconnect()").await;
        choose(page, &fixture(PAIR[1])).await;
        page.until(FILLED).await;
        assert_eq!(page.text(".notices").await, "");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_can_be_dropped_and_one_that_is_carried_away_again_is_not_opened() {
    site(async |page| {
        let file = fixture(PAIR[1]);
        let over = "document.querySelector('.invitation').hasAttribute('over')";
        page.go("#snapshots&view=summary").await;
        page.until("document.querySelector('.invitation')?.checkVisibility()")
            .await;
        carry(page, &["dragEnter", "dragOver"], &file).await;
        page.until(over).await;
        // The protocol's own way to carry something away does not reach the page.
        page.eval("dispatchEvent(new DragEvent('dragleave', { relatedTarget: document.body }))")
            .await;
        assert_eq!(page.eval(over).await, true, "from one element to the next");
        page.eval("document.body.dispatchEvent(new DragEvent('dragleave', { bubbles: true }))")
            .await;
        page.until(&format!("!{over}")).await;
        assert_eq!(page.text(".files").await, "");
        carry(page, &["dragEnter", "dragOver", "drop"], &file).await;
        page.until(FILLED).await;
        assert_eq!(page.eval(over).await, false);
    })
    .await;
}
