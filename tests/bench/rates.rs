//! Every scenario at its default rate: the rate achieved, and the longest task of the main thread.

use crate::stage::Stage;
use crate::table::at_most;
use leak_lab_tests::{Page, site_with};
use serde_json::Value;
use std::time::Duration;

pub(crate) async fn run(stage: &Stage, time: Duration) {
    site_with(stage.options(1.0), async |page| {
        page.open_lab("").await;
        let scenarios = page.eval("lab.scenarios().filter(({ period }) => period > 0).map(({ slug, period }) => [slug, period])").await;
        for scenario in scenarios.as_array().expect("a list") {
            measure(page, scenario, time).await;
        }
    })
    .await;
}

async fn measure(page: &Page, scenario: &Value, time: Duration) {
    let slug = scenario[0].as_str().expect("a slug");
    let period = scenario[1].as_f64().expect("milliseconds");
    page.open_lab("").await;
    // The clock runs from the first unit to the last: a run's units are due at whole periods from its start.
    let script = format!(
        "new Promise((resolve) => {{ const begun = performance.now(); lab.start('{slug}'); setTimeout(() => {{ lab.stop('{slug}'); const elapsed = performance.now() - begun; resolve([lab.scenarios().find((scenario) => scenario.slug === '{slug}').made, elapsed]); }}, {}); }})",
        time.as_millis() as f64 + period / 2.0
    );
    let mut outcome = Value::Null;
    let trace = page
        .trace(async { outcome = page.eval(&script).await })
        .await;
    let asked = (outcome[1].as_f64().expect("milliseconds") / period).floor();
    let made = outcome[0].as_f64().expect("units");
    at_most(
        &format!("{slug}: rate missed by"),
        (made - asked).abs() / asked * 100.0,
        "%",
        2.0,
    );
    let ours = trace
        .tasks()
        .into_iter()
        .find(|(_, collecting)| !collecting);
    at_most(
        &format!("{slug}: longest task"),
        ours.map_or(0.0, |(longest, _)| longest),
        "ms",
        50.0,
    );
}
