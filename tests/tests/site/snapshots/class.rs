//! A constructor: the few ways on which its objects are held.

use heap::NodeIx;
use leak_lab_tests::site;
use serde_json::json;

use super::{FILLED, PAIR, choose, fixture, native, press};

#[tokio::test(flavor = "multi_thread")]
async fn the_few_ways_on_which_the_objects_of_a_constructor_are_held_are_told_with_how_many_are_on_each()
 {
    site(async |page| {
        let snapshot = native(PAIR[1]);
        let row = snapshot.rows().iter().max_by_key(|row| (row.name == b"Array", row.count)).expect("a row");
        let is_one = |node: &NodeIx| snapshot.class(*node) == row.class && snapshot.shallow_size(*node) > 0;
        let objects: Vec<NodeIx> = snapshot.graph().nodes().filter(is_one).collect();
        let common = snapshot.common_paths(&objects, 12);
        assert!(common.list.len() == 12 && common.others > 1, "one that is held in many ways");

        page.go("#snapshots&view=summary&filter=Array").await;
        choose(page, &fixture(PAIR[1])).await;
        page.until(FILLED).await;
        // The row, by the mouse.
        let line = "[...document.querySelectorAll('.view-grid .line')].find(({ children }) => /^[▸▾]?Array ×/.test(children[0]?.textContent))";
        page.eval(&format!("{line}.id = 'wanted'")).await;
        page.point(&["mousePressed", "mouseReleased"], "#wanted").await;
        let pane = "document.querySelector('.object[aria-label=Constructor]:not([hidden])')";
        page.until(&format!("{pane}?.querySelectorAll('.way').length === 12")).await;
        let sums = json!(common.list.iter().map(|one| (one.sum.objects, one.sum.bytes)).collect::<Vec<_>>());
        let written = page
            .eval(&format!(
                "import('./ui/figure.js').then(({{ count, bytes }}) => {sums}.map(([objects, size]) => `${{count(objects)}} ${{objects === 1 ? 'object' : 'objects'}}, ${{bytes(size)}}`))"
            ))
            .await;
        let texts = |selector: &str| format!("[...{pane}.querySelectorAll('{selector}')].map(({{ textContent }}) => textContent)");
        assert_eq!(page.eval(&texts(".way strong")).await, written);
        let sentences = page.eval(&texts(".way .sentence")).await;
        for (at, one) in common.list.iter().enumerate() {
            assert_eq!(sentences[at], heap::story::sentence(&snapshot, &one.path));
        }
        let rest = page.eval(&format!("{pane}.querySelector('.why > p').textContent")).await;
        let rest = rest.as_str().expect("a text");
        assert!(rest.ends_with(&format!("on {} more ways.", common.others)), "{rest}");

        // All that hold them, when it is asked for; and back.
        page.click(".object[aria-label=Constructor] .segment:nth-of-type(2)").await;
        page.until(&format!("{pane}.querySelector('.holders') && !{pane}.querySelector('.way')")).await;
        page.click(".object[aria-label=Constructor] .segment:nth-of-type(1)").await;
        page.until(&format!("{pane}.querySelector('.way')")).await;

        // One of them, by a key.
        page.eval(&format!("{pane}.querySelector('.way > p a').focus()")).await;
        press(page, "Enter").await;
        let id = snapshot.graph().id(common.list[0].path.object).0;
        page.until(&format!("document.querySelector('.object[aria-label=Object]:not([hidden]) h2')?.textContent.endsWith('@{id}')")).await;
    })
    .await;
}
