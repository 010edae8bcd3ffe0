//! A million instances on the way past.

use super::watch::{FINDINGS, FRAME, INPUT, ROWS, seconds};
use crate::heap::File;
use crate::process;
use crate::stage::Stage;
use crate::table::at_most;
use leak_lab_tests::{Page, site_with};
use serde_json::json;

/// Turns of the wheel, one a frame.
const TURNS: usize = 300;

/// The largest file opens, and the instances of the class that retains most are scrolled through.
pub(super) async fn run(stage: &Stage, file: &File) {
    site_with(stage.options(1.0), async |page| {
        page.go("#snapshots").await;
        page.until(INPUT).await;
        let before = process::renderer().resident;
        let taken = seconds(page, INPUT, file, FINDINGS, FRAME).await;
        println!("  {}: open in {taken:.1} s", file.name);
        let peak = process::renderer().peak - before;
        at_most(&format!("{}: peak of the process / file", file.name), peak / file.bytes, "x", 2.0);
        page.click(".views a[href*='view=summary']").await;
        page.until(ROWS).await;
        page.eval(&format!("{ROWS}.querySelector('.fold').click()")).await;
        page.until("document.querySelector('.view-grid .line[aria-level=\"2\"]:not(.absent)')").await;
        let rows = page.eval("document.querySelector('.view-grid [role=treegrid], .view-grid').ariaRowCount").await;
        let trace = page.trace(scroll(page)).await;
        let mut frames = trace.scripting();
        frames.sort_by(f64::total_cmp);
        let share = |of: f64| frames[((frames.len() - 1) as f64 * of) as usize];
        println!("  {} frames over {rows} rows: {:.1} ms of scripting in the usual one, {:.1} ms in the worst", frames.len(), share(0.5), share(1.0));
        at_most(&format!("{}: scripting in 99 of 100 frames", file.name), share(0.99), "ms", 8.0);
    })
    .await;
}

/// A row at a time, then a page, then ten thousand rows, and all the way by the bar.
async fn scroll(page: &Page) {
    let place = page
        .eval("(({ x, y, width, height }) => [x + width / 2, y + height / 2])(document.querySelector('.view-grid .lines').parentElement.getBoundingClientRect())")
        .await;
    for turn in 0..TURNS {
        let by = [24.0, 600.0, 240_000.0][turn * 3 / TURNS];
        let event = json!({ "type": "mouseWheel", "x": place[0], "y": place[1], "deltaX": 0, "deltaY": by });
        page.call("Input.dispatchMouseEvent", event).await;
    }
}
