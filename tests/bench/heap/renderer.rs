//! A contender in a worker of a browser of its own, and the most memory its renderer held.

use super::contender::Run;
use crate::stage::Stage;
use leak_lab_tests::{Options, browser_with};
use serde_json::Value;
use std::collections::HashMap;
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
            run.peak = peak().unwrap_or(0.0);
        }
    })
    .await;
    result
}

/// Of all renderers this process has started, the largest: the page's. The others are spare ones.
fn peak() -> Option<f64> {
    let mut parents = HashMap::new();
    let mut peaks = Vec::new();
    for entry in fs::read_dir("/proc").ok()?.flatten() {
        let Some(id) = entry
            .file_name()
            .to_str()
            .and_then(|name| name.parse::<u32>().ok())
        else {
            continue;
        };
        let Ok(status) = fs::read_to_string(entry.path().join("status")) else {
            continue; // it has just ended
        };
        let field = |name: &str| -> Option<u32> {
            let line = status.lines().find(|line| line.starts_with(name))?;
            line.split_whitespace().nth(1)?.parse().ok()
        };
        parents.insert(id, field("PPid:").unwrap_or(0));
        let command = fs::read(entry.path().join("cmdline")).unwrap_or_default();
        if is_for_pages(&String::from_utf8_lossy(&command)) {
            peaks.push((id, f64::from(field("VmHWM:").unwrap_or(0)) * 1024.0));
        }
    }
    let own = std::process::id();
    let is_own =
        |id| std::iter::successors(Some(id), |id| parents.get(id).copied()).any(|id| id == own);
    peaks
        .into_iter()
        .filter(|(id, _)| is_own(*id))
        .map(|(_, peak)| peak)
        .max_by(f64::total_cmp)
}

/// The browser's own surface is drawn in a renderer, too.
fn is_for_pages(command: &str) -> bool {
    command.contains("--type=renderer") && !command.contains("--top-chrome-webui")
}
