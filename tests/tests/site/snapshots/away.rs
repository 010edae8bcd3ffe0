//! What is taken away.

use heap::{Analysis, AnyFile};
use leak_lab_tests::site;
use packed::PackedReader;

use super::{FILLED, PAIR, choose, fixture, native};

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
        take("This view as CSV").await;
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
async fn a_list_is_taken_as_it_is_on_show() {
    site(async |page| {
        page.go("#snapshots&view=summary&filter=Arr").await;
        page.eval("globalThis.saved = []; const make = URL.createObjectURL; URL.createObjectURL = (blob) => { if (!blob.type.includes('javascript')) saved.push(blob); return make(blob); }; HTMLAnchorElement.prototype.click = () => {}; 0").await;
        choose(page, &fixture(PAIR[1])).await;
        page.until(FILLED).await;
        let take = async |words: &str, at: usize| {
            let button = format!("[...document.querySelectorAll('.away button')].find(({{ textContent }}) => textContent.startsWith({words:?}))");
            page.until(&button).await;
            page.eval(&format!("{button}.click()")).await;
            page.until(&format!("saved.length === {}", at + 1)).await;
            let text = page.eval(&format!("saved[{at}].text()")).await;
            text.as_str().expect("a text").to_owned()
        };
        // Its filter, and the order that was asked for by the mouse: the smallest first.
        let head = ".view-grid [role=columnheader]:nth-child(3) button";
        page.point(&["mousePressed", "mouseReleased"], head).await;
        page.until("document.querySelector('.view-grid [aria-sort=descending]')?.textContent === 'Shallow size'").await;
        page.point(&["mousePressed", "mouseReleased"], head).await;
        page.until(&format!("document.querySelector('.view-grid [aria-sort=ascending]') && {FILLED}")).await;
        let snapshot = native(PAIR[1]);
        let is_named = |row: &&heap::ClassRow| String::from_utf8_lossy(&row.name).to_lowercase().contains("arr");
        let mut sizes: Vec<u64> = snapshot.rows().iter().filter(is_named).map(|row| row.shallow).collect();
        sizes.sort_unstable();
        let list: serde_json::Value = serde_json::from_str(&take("as JSON", 0).await).expect("JSON");
        let shown: Vec<u64> = list.as_array().expect("rows").iter().filter_map(|row| row["shallow"].as_u64()).collect();
        assert!(shown.len() > 3 && shown == sizes, "{shown:?} {sizes:?}");

        // The columns that there is room for.
        page.call("Emulation.setDeviceMetricsOverride", serde_json::json!({ "width": 420, "height": 800, "deviceScaleFactor": 1, "mobile": false })).await;
        page.until("document.querySelectorAll('.view-grid [role=columnheader]').length === 2").await;
        let csv = take("This view as CSV", 1).await;
        assert_eq!(csv.lines().next(), Some("Constructor,Retained size"));
        assert_eq!(csv.lines().count(), sizes.len() + 1);

        page.call("Emulation.clearDeviceMetricsOverride", serde_json::json!({})).await;

        // What is no list, but a table.
        page.eval("location.hash = '#snapshots&view=statistics'").await;
        page.until("document.querySelector('.statistics table')").await;
        let parts: serde_json::Value = serde_json::from_str(&take("as JSON", 2).await).expect("JSON");
        let sum: f64 = parts.as_array().expect("rows").iter().filter_map(|part| part["Size"].as_f64()).sum();
        assert_eq!(sum as u64, snapshot.statistics().total, "{parts}");
        page.eval("location.hash = '#snapshots&view=treemap'").await;
        page.until("document.querySelector('.treemap-parts tbody tr')").await;
        let tiles = page.eval("[...document.querySelectorAll('.treemap-parts [data-value]')].map(({ dataset }) => Number(dataset.value))").await;
        let parts: serde_json::Value = serde_json::from_str(&take("as JSON", 3).await).expect("JSON");
        let taken: Vec<_> = parts.as_array().expect("rows").iter().map(|part| part["Retained size"].clone()).collect();
        assert!(taken.len() > 3 && serde_json::Value::from(taken) == tiles, "{parts} {tiles}");
    })
    .await;
}
