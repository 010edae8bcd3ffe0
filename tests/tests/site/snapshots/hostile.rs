//! Files that are opened in spite of what is in them: names and texts that are made to harm, and what lies about the file.

use std::fs;

use leak_lab_tests::site;

use super::malformed::seems_well;
use super::{FILLED, drop_file, fixture, small, view};

/// As they stand in a file.
const TAG: &str = r"<img src=x onerror=globalThis.pwned=1>\u202e\u0007\u0000";
const SCRIPT: &str = r"javascript:globalThis.pwned=1//</script><b>\u2066\ud800";
const PROTOTYPE: &str = "__proto__";

/// Something is seen of the view on show.
const DRAWN: &str =
    "(document.querySelector('.own-view:not([hidden]) :is(.verdict, .ring, .treemap-said, .frame)')
     || document.querySelector('.view-grid:not([hidden])')?.ariaBusy === 'false')";

/// The small snapshot with such names, and a long text twice.
fn snapshot() -> String {
    let long = "<b>".repeat(1 << 18);
    let mut text = small();
    for (from, to) in [
        ("\"Cache\"", format!("\"{TAG}\"")),
        ("\"Entry\"", format!("\"{SCRIPT}{long}\"")),
        ("\"global\"", format!("\"{PROTOTYPE}\"")),
        ("\"entry\"", format!("\"{TAG}{long}\"")),
        ("\"self\"]", format!("\"{SCRIPT}\",\"{long}\"]")),
        (",3,2,5,32,2,0", ",3,2,5,32,4,0".into()),
        (
            ",3,3,7,16,0,0",
            ",3,3,7,16,0,0\n,2,7,9,40,0,0\n,2,7,11,40,0,0".into(),
        ),
        (",6,6,12", ",6,6,12,2,5,24,2,6,30".into()),
    ] {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text = text.replace(from, &to);
    }
    text
}

fn profile() -> String {
    let long = "w".repeat(1 << 20);
    let frame = |name: &str, below: &str| {
        format!(
            r#"{{"callFrame":{{"functionName":"{name}","scriptId":"1","url":"{SCRIPT}","lineNumber":1,"columnNumber":1}},"selfSize":100,"id":1,"children":[{below}]}}"#
        )
    };
    let below = frame(TAG, &frame(PROTOTYPE, &frame(&long, "")));
    format!(r#"{{"head":{},"samples":[]}}"#, frame("(root)", &below))
}

#[tokio::test(flavor = "multi_thread")]
async fn names_and_texts_in_a_snapshot_are_never_markup() {
    site(async |page| {
        page.go("#snapshots").await;
        page.until("document.querySelector('.invitation')").await;
        drop_file(page, "'<b>bold</b>.heapsnapshot'", snapshot().as_bytes()).await;
        for name in ["findings", "summary", "containment", "dominators", "treemap", "statistics", "strings"] {
            view(page, name).await;
            page.until(DRAWN).await;
            seems_well(page, name).await;
        }
        for (object, shown) in [("@5", "<img src=x"), ("@7", "javascript:"), ("@9", "<b><b>")] {
            page.eval(&format!("location.hash = '#snapshots&view=summary&object={object}'")).await;
            page.until(&format!("document.querySelector('.object:not([hidden]) h2')?.textContent.includes('{shown}')")).await;
            page.until("document.querySelector('.object:not([hidden]) .way')").await;
            seems_well(page, object).await;
        }
        // Who holds a constructor, and the code that tests for it.
        page.until(FILLED).await;
        page.eval("[...document.querySelectorAll('.view-grid .line')].find(({ textContent }) => textContent.includes('javascript:')).click()").await;
        page.until("document.querySelector('.regression summary')?.checkVisibility()").await;
        page.eval("document.querySelectorAll('details').forEach((details) => { details.open = true; }); 0").await;
        let tongues = page.eval("document.querySelectorAll('.regression .choice input').length").await;
        assert!(tongues.as_u64().is_some_and(|tongues| tongues > 3), "{tongues}");
        for tongue in 0..tongues.as_u64().unwrap_or_default() {
            page.eval(&format!("document.querySelectorAll('.regression .choice input')[{tongue}].click()")).await;
            page.until("document.querySelector('.regression pre').textContent.length > 100").await;
            seems_well(page, "a test").await;
        }
        page.eval("[...document.querySelectorAll('.away button')].find(({ textContent }) => /report/.test(textContent)).click()").await;
        page.until("document.querySelector('.away textarea')?.value.length > 100").await;
        seems_well(page, "the report").await;
        let shown = page.text("main").await;
        assert!(shown.len() < 100_000, "{}", shown.len());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn names_in_a_profile_are_never_markup() {
    site(async |page| {
        page.go("#snapshots").await;
        page.until("document.querySelector('.invitation')").await;
        drop_file(page, "'a.heapprofile'", profile().as_bytes()).await;
        for name in ["functions", "calls", "flame"] {
            view(page, name).await;
            page.until(DRAWN).await;
            page.until("document.querySelector('main').textContent.includes('<img src=x')")
                .await;
            seems_well(page, name).await;
        }
        let shown = page.text("main").await;
        assert!(shown.len() < 100_000, "{}", shown.len());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_file_is_says_its_content_and_not_its_name_or_its_header() {
    let sampled = fs::read(fixture("node-sampling.heapprofile.gz")).expect("it is there");
    let counted = |from: &str, to: &str| {
        assert_eq!(small().matches(from).count(), 1, "{from}");
        small().replace(from, to).into_bytes()
    };
    let cases = [
        ("renamed.heapsnapshot", sampled, "profile, "),
        ("renamed.heapprofile", small().into_bytes(), "snapshot, "),
        ("renamed.heapprofile.gz", small().into_bytes(), "snapshot, "),
        ("notes.txt", small().into_bytes(), "snapshot, "),
        (
            "fewer.heapsnapshot",
            counted("\"node_count\":4", "\"node_count\":5"),
            "snapshot, 48 B, 4 objects",
        ),
        (
            "huge.heapsnapshot",
            counted("\"edge_count\":4", "\"edge_count\":9007199254740991"),
            "snapshot, 48 B, 4 objects",
        ),
    ];
    site(async |page| {
        page.go("#snapshots").await;
        page.until("document.querySelector('.invitation')").await;
        for (name, bytes, said) in cases {
            drop_file(page, &format!("'{name}'"), &bytes).await;
            page.until(&format!(
                "document.querySelector('.file-said')?.textContent.startsWith('{said}')"
            ))
            .await;
            page.until(&format!("{DRAWN} || {FILLED}")).await;
            page.click(".file [aria-label^=Close]").await;
            page.until("document.querySelectorAll('.file').length === 0")
                .await;
        }
    })
    .await;
}
