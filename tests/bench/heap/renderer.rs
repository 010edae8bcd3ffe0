//! A contender in a worker of a browser of its own, and the most memory its renderer held.

use super::contender::Run;
use crate::{process, stage::Stage};
use leak_lab_tests::{Options, browser_with};
use serde_json::Value;
use std::fs;
use std::path::Path;
use thirtyfour::By;

const PATIENCE: u64 = 300;

pub(crate) async fn open(stage: &Stage, contender: &str, file: &Path) -> Result<Run, String> {
    let mut result = Err("the browser ended early".into());
    // DevTools' code asserts things on the console that are not so; that is no news here.
    let options = Options {
        strict: false,
        ..stage.options(1.0)
    };
    let place = fs::canonicalize(file).map_err(|error| error.to_string())?;
    browser_with(options, async |_, page| {
        page.go("bench/heap/run.html").await;
        page.until("globalThis.loaded").await;
        let input = page
            .driver()
            .find(By::Css("input"))
            .await
            .expect("the input is there");
        input
            .send_keys(place.display().to_string())
            .await
            .expect("the input takes a file");
        page.eval(&format!("void run({contender:?})")).await;
        page.within(PATIENCE, "globalThis.result").await;
        let found = page.eval("globalThis.result").await;
        result = match &found["error"] {
            Value::String(error) => Err(error.clone()),
            _ => serde_json::from_value(found).map_err(|error| error.to_string()),
        };
        if let Ok(run) = &mut result {
            let run: &mut Run = run;
            run.peak = process::renderer().peak;
        }
    })
    .await;
    result
}
