//! What the first view transfers, and when it can be used.

use crate::stage::Stage;
use crate::table::{at_most, median};
use futures_util::{FutureExt, StreamExt};
use leak_lab_tests::{Page, browser_with, first_view_bound};
use serde_json::json;
use std::collections::HashMap;
use tokio::task::unconstrained;

const LOADS: usize = 5;

pub(crate) async fn run(stage: &Stage) {
    browser_with(stage.options(1.0), async |browser, page| {
        page.call("Network.setCacheDisabled", json!({ "cacheDisabled": true }))
            .await;
        let mut times = Vec::new();
        let mut files = HashMap::new();
        let mut sent = 0;
        for _ in 0..LOADS {
            let before = browser.sent();
            files = load(page).await;
            // The worker's own requests are not among the page's: the server has counted them.
            page.until("document.querySelector('lab-chart').scope.ready")
                .await;
            sent = browser.sent() - before;
            let ready = page
                .eval("performance.getEntriesByName('lab-ready')[0].startTime")
                .await;
            times.push(ready.as_f64().unwrap_or(f64::NAN));
        }
        let mut largest: Vec<_> = files.iter().collect();
        largest.sort_by(|a, b| b.1.total_cmp(a.1));
        for (file, bytes) in largest.iter().take(6) {
            println!("  {:<52} {:>12.1} kB", file, *bytes / 1e3);
        }
        println!("  ... {} files, and the worker's", files.len());
        let bound = first_view_bound() as f64 / 1e3;
        at_most("transferred, compressed", sent as f64 / 1e3, "kB", bound);
        at_most(
            "interactive after, median of cold loads",
            median(times),
            "ms",
            1000.0,
        );
    })
    .await;
}

/// Bytes on the wire by file, headers and all.
async fn load(page: &Page) -> HashMap<String, f64> {
    let mut events = page.events();
    page.open_lab("").await;
    page.until("performance.getEntriesByName('lab-ready').length > 0")
        .await;
    let mut names = HashMap::new();
    let mut files = HashMap::new();
    while let Some(Some(event)) = unconstrained(events.next()).now_or_never() {
        let id = event.params["requestId"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        match event.method.as_str() {
            "Network.requestWillBeSent" => {
                let url = event.params["request"]["url"].as_str().unwrap_or_default();
                names.insert(id, url.trim_start_matches(page.url()).to_owned());
            }
            "Network.loadingFinished" => {
                let name = names
                    .remove(&id)
                    .unwrap_or_else(|| "the worker's own".into());
                *files.entry(name).or_default() += event.params["encodedDataLength"]
                    .as_f64()
                    .unwrap_or_default();
            }
            _ => {}
        }
    }
    files
}
