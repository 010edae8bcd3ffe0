//! Little room: a narrow window, and text of twice its size.

use leak_lab_tests::site;
use serde_json::json;

use super::{DOM, FILLED, PAIR, choose_all, drop_file, fixture, press, view};

const DRAWN: &str = "(document.querySelector('.own-view:not([hidden]) :is(.verdict, .ring, .treemap-said, .frame, .spark, .timeline)')
     || document.querySelector('.view-grid:not([hidden])')?.ariaBusy === 'false')";

const SNAPSHOT: [&str; 7] = [
    "findings",
    "summary",
    "comparison",
    "trend",
    "treemap",
    "statistics",
    "strings",
];

#[tokio::test(flavor = "multi_thread")]
async fn nothing_sticks_out_of_a_narrow_window_and_the_link_of_the_view_on_show_is_seen() {
    site(async |page| {
        for (width, text) in [(320, "100%"), (380, "200%")] {
            let size = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
            page.call("Emulation.setDeviceMetricsOverride", size).await;
            for (files, views) in [
                (&PAIR[..], &SNAPSHOT[..]),
                (&["chromium-timeline.heaptimeline.gz"], &["timeline", "allocations"]),
                (&["node-sampling.heapprofile.gz"], &["functions", "calls", "flame"]),
            ] {
                page.go("#snapshots").await;
                page.eval(&format!("document.documentElement.style.fontSize = '{text}'; 0")).await;
                let files: Vec<_> = files.iter().map(|file| fixture(file)).collect();
                choose_all(page, &files).await;
                page.until(&format!("document.querySelectorAll('.file progress[hidden]').length === {}", files.len())).await;
                for name in views {
                    view(page, name).await;
                    page.until(DRAWN).await;
                    let wide = page.eval("document.documentElement.scrollWidth - innerWidth").await;
                    assert!(wide.as_i64().is_some_and(|wide| wide <= 0), "{name} at {width} px, {text}: {wide}");
                    let seen = "(({ left, right }) => left >= 0 && right <= innerWidth)(document.querySelector('.views [aria-current]').getBoundingClientRect())";
                    assert_eq!(page.eval(seen).await, true, "{name} at {width} px, {text}");
                }
                drop_file(page, "'no heap file'", b"no heap file").await;
                page.until("document.querySelector('.refused')").await;
                let wide = page.eval("document.documentElement.scrollWidth - innerWidth").await;
                assert!(wide.as_i64().is_some_and(|wide| wide <= 0), "refused at {width} px, {text}: {wide}");
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_object_is_read_in_a_narrow_window() {
    site(async |page| {
        let size = json!({ "width": 380, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        page.call("Emulation.setDeviceMetricsOverride", size).await;
        page.go("#snapshots&view=summary").await;
        page.eval("document.documentElement.style.fontSize = '200%'; 0")
            .await;
        choose_all(page, &[fixture(DOM)]).await;
        page.until(FILLED).await;
        page.eval("document.querySelector('.view-grid').focus()")
            .await;
        press(page, "ArrowDown").await;
        press(page, "ArrowRight").await;
        page.until("document.querySelector('.view-grid .line[aria-level=\"2\"]:not(.absent)')")
            .await;
        press(page, "ArrowRight").await;
        press(page, "Enter").await;
        page.until("document.querySelector('.object:not([hidden]) .way')")
            .await;
        let wide = page
            .eval("document.documentElement.scrollWidth - innerWidth")
            .await;
        assert!(wide.as_i64().is_some_and(|wide| wide <= 0), "{wide}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_treemap_of_larger_text_the_tile_that_is_pointed_at_is_looked_at() {
    site(async |page| {
        page.go("#snapshots&view=treemap").await;
        page.eval("document.documentElement.style.fontSize = '200%'; 0").await;
        choose_all(page, &[fixture(DOM)]).await;
        let canvas = "document.querySelector('.treemap-stage canvas')";
        page.until(canvas).await;
        page.eval(&format!("{canvas}.scrollIntoView()")).await;
        page.until(&format!("{canvas}.ariaLabel?.startsWith('Treemap')")).await;
        let pointed = page.eval(&format!("(({{ x, y, width, height }}) => [x + width * 0.7, y + height * 0.7])({canvas}.getBoundingClientRect())")).await;
        page.call("Input.dispatchMouseEvent", json!({ "type": "mouseMoved", "x": pointed[0], "y": pointed[1] })).await;
        page.until("document.querySelector('.treemap-ring')?.checkVisibility()").await;
        let ring = "document.querySelector('.treemap-ring').getBoundingClientRect()";
        let within = format!("(({{ left, right, top, bottom }}, [x, y]) => left <= x && x <= right && top <= y && y <= bottom)({ring}, {pointed})");
        assert_eq!(page.eval(&within).await, true);
    })
    .await;
}
