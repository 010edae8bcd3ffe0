//! What an idle page with its chart running does to the heap it shows, beside a page that draws nothing and one with uPlot.

use crate::stage::Stage;
use crate::table::at_most;
use leak_lab_tests::{Page, Trace, site_with};
use serde_json::json;
use std::time::Duration;

struct Figures {
    bytes_a_second: f64,
    collections: usize,
    nodes: f64,
    busy: f64,
    longest: f64,
    floor: f64,
}

pub(crate) async fn run(stage: &Stage, time: Duration) {
    let pages = [
        (
            "samples, draws nothing",
            "bench/idle/bare.html",
            "window.ready",
        ),
        ("uPlot", "bench/idle/uplot.html", "window.ready"),
        (
            "this site, chart on",
            "#chart",
            "document.querySelector('lab-chart .chart-titles')?.childElementCount > 0",
        ),
    ];
    println!(
        "  {:<24} {:>10} {:>12} {:>6} {:>10} {:>12} {:>10}",
        "", "B/s", "collections", "nodes", "CPU ms/s", "longest ms", "floor B"
    );
    for (name, path, ready) in pages {
        site_with(stage.options(1.0), async |page| {
            page.go(path).await;
            page.until(ready).await;
            let figures = measure(page, time).await;
            let Figures { bytes_a_second, collections, nodes, busy, longest, floor } = figures;
            println!("  {name:<24} {bytes_a_second:>10.0} {collections:>12} {nodes:>6} {busy:>10.2} {longest:>12.2} {floor:>10.0}");
            if path == "#chart" {
                at_most("allocated", bytes_a_second, "B/s", 400.0);
                at_most("collections", collections as f64, "", 0.0);
                at_most("nodes made", nodes, "", 0.0);
                at_most("main thread", busy, "ms/s", 4.0);
                at_most("longest task", longest, "ms", 5.0);
            }
        })
        .await;
    }
}

/// The collection ledger: what is used at the end less what was at the start, and what each collection freed between.
/// Nothing is sent to the page meanwhile.
async fn measure(page: &Page, time: Duration) -> Figures {
    page.call("Performance.enable", json!({})).await;
    page.call("HeapProfiler.collectGarbage", json!({})).await;
    let (floor, nodes) = (used(page).await, nodes(page).await);
    // After a load and a collection V8's memory reducer tidies up by itself, late; and after some hundreds of samples V8
    // compiles what they run, once (20 kB): neither is what an idle page does.
    tokio::time::sleep(2 * time).await;
    let mut ends = [[0.0; 2]; 2];
    let trace: Trace = page
        .trace(async {
            ends[0] = [used(page).await, busy(page).await];
            tokio::time::sleep(time).await;
            ends[1] = [used(page).await, busy(page).await];
        })
        .await;
    page.call("HeapProfiler.collectGarbage", json!({})).await;
    let seconds = time.as_secs_f64();
    Figures {
        bytes_a_second: (ends[1][0] - ends[0][0] + trace.freed()) / seconds,
        collections: trace.collected(),
        nodes: self::nodes(page).await - nodes,
        busy: (ends[1][1] - ends[0][1]) * 1e3 / seconds,
        longest: trace.tasks().first().map_or(0.0, |(longest, _)| *longest),
        floor: used(page).await - floor,
    }
}

async fn used(page: &Page) -> f64 {
    page.call("Runtime.getHeapUsage", json!({})).await["usedSize"]
        .as_f64()
        .unwrap_or(f64::NAN)
}

async fn nodes(page: &Page) -> f64 {
    page.call("Memory.getDOMCounters", json!({})).await["nodes"]
        .as_f64()
        .unwrap_or(f64::NAN)
}

/// Seconds the main thread has spent in tasks.
async fn busy(page: &Page) -> f64 {
    let metrics = page.call("Performance.getMetrics", json!({})).await;
    let all = metrics["metrics"].as_array().into_iter().flatten();
    all.filter(|metric| metric["name"] == "TaskDuration")
        .filter_map(|metric| metric["value"].as_f64())
        .sum()
}
