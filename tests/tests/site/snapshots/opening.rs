//! Files on their way: ordered, refused, cancelled, dropped, hostile.

use std::fs;

use leak_lab_tests::site;
use serde_json::json;

use super::{FILLED, PAIR, carry, choose, choose_all, column, fixture, view};

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
        page.until(&format!("document.title === 'Findings · {} · Leak Lab'", PAIR[2])).await;
        view(page, "comparison").await;
        page.until(&format!("document.title === 'Comparison · {} · Leak Lab'", PAIR[2])).await;
        page.until(FILLED).await;
        let delta = page.eval(&column(6)).await;
        assert!(delta[0].as_str().is_some_and(|delta| delta.starts_with('+')), "{delta}");
        view(page, "stayed").await;
        page.until(FILLED).await;
        view(page, "trend").await;
        page.until("document.querySelector('.spark')").await;
        // Who holds what grew, without its name in an address.
        let grown = page.text(".own-view tbody th").await;
        page.click(".own-view tbody th button").await;
        page.until(&format!("document.querySelector('.object:not([hidden]) h2')?.textContent === {:?}", format!("Who holds {grown}?"))).await;
        assert_eq!(page.eval("document.querySelectorAll('.snapshots a[href*=filter]').length").await, 0);

        // By hand, and then it is said that it cannot be.
        page.eval("document.querySelectorAll('.file')[2].querySelector('[aria-label^=\"Move up\"]').click()").await;
        page.until(&format!("{order}[1] === '{}'", PAIR[2])).await;
        page.eval("document.querySelectorAll('.file-name')[2].click()").await;
        view(page, "findings").await;
        page.until("/Change their order/.test(document.querySelector('.own-view .warning')?.textContent)").await;
        page.eval("document.querySelector('.file [aria-label^=Close]').click()").await;
        page.until("document.querySelectorAll('.file').length === 2").await;
        for _ in 0..2 {
            page.click(".file [aria-label^=Close]").await;
        }
        page.until("document.title === 'Snapshots · Leak Lab'").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn files_that_come_together_end_in_the_order_of_time_whatever_order_they_come_in() {
    site(async |page| {
        for [first, second, third] in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            page.go("#snapshots").await;
            let files = [first, second, third].map(|at| fixture(PAIR[at]));
            choose_all(page, &files).await;
            page.until("document.querySelectorAll('.file progress[hidden]').length === 3").await;
            page.until("/over 3 files/.test(document.querySelector('.verdict')?.textContent)").await;
            let order = page.eval("[...document.querySelectorAll('.file-name')].map(({ textContent }) => textContent)").await;
            assert_eq!(order, json!(PAIR), "{files:?}");
            let looked = page.eval("document.querySelector('.file-name[aria-current]').textContent").await;
            assert_eq!(looked, json!(PAIR[2]), "{files:?}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_file_is_put_behind_those_that_were_open_before_it() {
    site(async |page| {
        let folder = tempfile::tempdir().expect("a folder");
        let cut = folder.path().join("cut.heapsnapshot.gz");
        let whole = fs::read(fixture(PAIR[2])).expect("it is there");
        fs::write(&cut, &whole[..whole.len() / 20 * 19]).expect("it is written");
        page.go("#snapshots").await;
        choose_all(page, &[cut.display().to_string(), fixture(PAIR[0]), fixture(PAIR[1])]).await;
        page.until("document.querySelector('.refused') && document.querySelectorAll('.file progress[hidden]').length === 3").await;
        page.eval("[...document.querySelectorAll('.refused button')].find(({ textContent }) => /there/.test(textContent)).click()").await;
        let names = "[...document.querySelectorAll('.file-name')].map(({ textContent }) => textContent).join()";
        page.until(&format!("{names} === '{},{},cut.heapsnapshot.gz'", PAIR[0], PAIR[1])).await;
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
async fn reading_can_be_cancelled() {
    site(async |page| {
        let folder = tempfile::tempdir().expect("a folder");
        // So large that it cannot have been read between two tasks of the page.
        let large = folder.path().join("large.heapsnapshot");
        fs::write(&large, vec![b' '; 256 << 20]).expect("it is written");
        page.go("#snapshots&view=summary").await;
        page.until("document.querySelector('.invitation')").await;
        page.eval("globalThis.sent = []; const post = Worker.prototype.postMessage; Worker.prototype.postMessage = function (message, ...more) { sent.push(message?.type); return post.call(this, message, ...more); }; 0").await;
        page.eval("globalThis.seen = 0; (globalThis.cancel = new MutationObserver(() => { const close = document.querySelector('.file [aria-label^=Close]'); if (close && sent.includes('open')) { seen += 1; close.click(); } })).observe(document.querySelector('.files'), { childList: true, subtree: true, characterData: true })").await;
        choose(page, &large.display().to_string()).await;
        page.until("seen > 0 && document.querySelectorAll('.file').length === 0").await;
        page.eval("cancel.disconnect()").await;
        page.until("sent.includes('cancel')").await;
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

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_closed_while_a_view_asks_it_is_no_fault() {
    site(async |page| {
        page.go("#snapshots&view=summary").await;
        choose(page, &fixture(PAIR[1])).await;
        page.until(FILLED).await;
        // The grid asks in the frame after it was told what to show.
        let closed = "new Promise((closed) => {
            new MutationObserver((_, observer) => {
                observer.disconnect();
                document.querySelector('.file [aria-label^=Close]').click();
                requestAnimationFrame(() => requestAnimationFrame(closed));
            }).observe(document.querySelector('.view-grid'), { attributeFilter: ['aria-label'] });
            location.hash = '#snapshots&view=dominators';
        }).then(() => true)";
        assert_eq!(page.eval(closed).await, true);
        choose(page, &fixture(PAIR[1])).await;
        page.until(FILLED).await;
        assert_eq!(page.text(".notices").await, "");
    })
    .await;
}
