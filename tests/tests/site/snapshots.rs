//! The room for heap files: opened, listed, refused, cancelled, and never sent anywhere.

use std::{fs, path::Path};

use futures_util::{FutureExt, StreamExt};
use leak_lab_tests::{Page, site};
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

/// The text of a column of the table on top.
fn column(place: usize) -> String {
    format!(
        "[...document.querySelectorAll('.file .list tbody tr')].map(({{ children }}) => children[{place}].textContent)"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_snapshot_is_listed_with_devtools_figures_and_nothing_is_sent() {
    site(async |page| {
        page.go("#snapshots").await;
        page.until("/Nothing is uploaded/.test(document.querySelector('.invitation')?.textContent)").await;
        let mut events = page.events();
        choose(page, &fixture("chromium-dom.heapsnapshot.gz")).await;
        page.until("document.querySelectorAll('.list tbody tr').length === 200").await;
        let shown = page.text(".file").await;
        assert!(shown.contains("A snapshot:") && shown.contains("Retained size"), "{shown}");

        let rows = "document.querySelectorAll('.list tbody tr').length";
        let all = page.eval("Number(document.querySelector('.file .list').closest('div').parentElement.textContent.match(/200 of ([\\d,]+) rows/)[1].replace(',', ''))").await;
        page.click(".file .row .button").await;
        page.until(&format!("{rows} === Math.min(400, {all})")).await;
        // Objects of one name may be of several constructors, but whole parts are not the same.
        let part = |from: u32| format!("{}.slice({from}, {from} + 200).join()", column(0));
        assert_ne!(page.eval(&part(0)).await, page.eval(&part(200)).await);

        page.click(".list th:first-child .sort").await;
        page.until("document.querySelector('.list th:first-child').ariaSort === 'ascending'").await;
        page.until(&format!("{rows} === 200 && {0}.every((name, at) => at === 0 || {0}[at - 1] <= name)", column(0))).await;

        while let Some(Some(event)) = events.next().now_or_never() {
            if event.method == "Network.requestWillBeSent" {
                let request = &event.params["request"];
                assert_eq!((&request["method"], &request["hasPostData"]), (&json!("GET"), &json!(null)), "{request}");
            }
        }
        assert_eq!(page.eval("location.hash").await, "#snapshots", "nothing of the file is in the address");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn files_of_every_kind_are_opened_beside_each_other_and_can_be_closed() {
    site(async |page| {
        page.go("#snapshots").await;
        for (at, file) in [
            "chromium-timeline.heaptimeline.gz",
            "chromium-sampling.heapprofile.gz",
        ]
        .iter()
        .enumerate()
        {
            choose(page, &fixture(file)).await;
            page.until(&format!(
                "document.querySelectorAll('.file .list tbody').length === {}",
                at + 1
            ))
            .await;
            page.until("document.querySelector('.file .list tbody tr')")
                .await;
        }
        let shown = page.text(".files").await;
        for words in ["A timeline:", "A sampling profile:", "Self size"] {
            assert!(shown.contains(words), "{words} in {shown}");
        }
        page.click("header [data-room=learn]").await;
        page.until("document.querySelector('.learn-list')?.checkVisibility()")
            .await;
        page.click("header [data-room=snapshots]").await;
        page.until("document.querySelectorAll('.file').length === 2")
            .await;
        page.click(".file header button").await;
        page.until("document.querySelectorAll('.file').length === 1")
            .await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_heap_file_is_refused_with_advice_and_what_is_open_stays_open() {
    site(async |page| {
        let folder = tempfile::tempdir().expect("a folder");
        let bad = folder.path().join("bad.heapsnapshot");
        fs::write(&bad, "no snapshot at all").expect("it is written");
        page.go("#snapshots").await;
        choose(page, &fixture("node-pair-after.heapsnapshot.gz")).await;
        page.until("document.querySelector('.file .list tbody tr')").await;
        choose(page, &bad.display().to_string()).await;
        page.until("document.querySelector('.file [role=alert]')").await;
        let parts = page.eval("[...document.querySelectorAll('.file [role=alert] > *')].map(({ textContent }) => textContent)").await;
        assert_eq!(parts[0], "bad.heapsnapshot was not opened");
        assert!(parts.as_array().is_some_and(|parts| parts.len() == 5 && parts.iter().all(|part| part != "")), "{parts}");
        assert_eq!(page.eval("document.querySelectorAll('.file .list tbody tr').length > 0").await, true);
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
        page.go("#snapshots").await;
        page.until("document.querySelector('.invitation')").await;
        page.eval("(globalThis.cancel = new MutationObserver(() => document.querySelector('.file header button')?.click())).observe(document.querySelector('.files'), { childList: true, subtree: true, characterData: true })").await;
        page.eval("globalThis.cards = 0; new MutationObserver((records) => { cards += records.flatMap(({ addedNodes }) => [...addedNodes]).length; }).observe(document.querySelector('.files'), { childList: true })").await;
        choose(page, &large.display().to_string()).await;
        page.until("cards === 1 && document.querySelectorAll('.file').length === 0").await;
        page.eval("cancel.disconnect()").await;
        choose(page, &fixture("node-pair-after.heapsnapshot.gz")).await;
        page.until("document.querySelector('.file .list tbody tr')").await;
        assert_eq!(page.eval("cards").await, 2);
        assert_eq!(page.text(".notices").await, "");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_can_be_dropped_and_one_that_is_carried_away_again_is_not_opened() {
    site(async |page| {
        let file = fixture("node-pair-after.heapsnapshot.gz");
        let over = "document.querySelector('.invitation').hasAttribute('over')";
        page.go("#snapshots").await;
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
        page.until("document.querySelector('.file .list tbody tr')")
            .await;
        assert_eq!(page.eval(over).await, false);
    })
    .await;
}
