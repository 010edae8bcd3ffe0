//! One redraw after one appended sample, four series, 900 x 320 CSS pixels: ours and uPlot's in the same rounds.

use crate::stage::Stage;
use crate::table::{at_least, at_most};
use leak_lab_tests::site_with;
use serde_json::Value;

pub(crate) async fn run(stage: &Stage) {
    for ratio in [1.0, 2.0] {
        site_with(stage.options(ratio), async |page| {
            page.go("bench/redraw/redraw.html").await;
            page.within(600, "window.result").await;
            let result = page.eval("window.result").await;
            let rows = result
                .as_array()
                .unwrap_or_else(|| panic!("the page could not measure: {result}"));
            println!("  device-pixel ratio {ratio}:  points   ours ms  uPlot ms    factor");
            for row in rows {
                let [points, ours, uplot, factor] =
                    ["points", "ours", "uplot", "factor"].map(|name| figure(row, name));
                println!("  {points:>29} {ours:>9.2} {uplot:>9.2} {factor:>9.1}");
            }
            judge(rows, ratio);
        })
        .await;
    }
}

fn judge(rows: &[Value], ratio: f64) {
    let (from, least) = if ratio > 1.0 { (1e4, 5.0) } else { (1e5, 2.0) };
    for row in rows.iter().filter(|row| figure(row, "points") >= from) {
        at_least(
            &format!("uPlot / ours, {} points", figure(row, "points")),
            figure(row, "factor"),
            "x",
            least,
        );
    }
    let ours = |points: f64| {
        rows.iter()
            .find(|row| figure(row, "points") >= points)
            .map_or(f64::NAN, |row| figure(row, "ours"))
    };
    at_most(
        "ours, 1,000,000 points / 10,000",
        ours(1e6) / ours(1e4),
        "x",
        1.5,
    );
}

fn figure(row: &Value, name: &str) -> f64 {
    row[name].as_f64().unwrap_or(f64::NAN)
}
