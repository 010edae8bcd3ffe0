//! Everything that claims are about, read at one moment.

use std::collections::HashMap;
use std::fs;

use claim::{Claim, Counter, MemoryType, Meter, Process, Reading, Source, Statement, View};
use serde_json::{Value, json};

use super::card::is_of_snapshots;
use crate::Page;

const TYPES: [MemoryType; 4] = [
    MemoryType::JavaScript,
    MemoryType::Dom,
    MemoryType::Shared,
    MemoryType::Canvas,
];

/// What has to be read: what costs time is read only where a claim asks for it.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "any of them can be wanted")]
pub(super) struct Wanted {
    pub(super) snapshot: bool,
    pub(super) timeline: bool,
    detached: bool,
    types: bool,
    processes: bool,
}

impl Wanted {
    /// By some claims.
    pub(super) fn by<'a>(claims: impl Iterator<Item = &'a Claim>) -> Self {
        let mut wanted = Self::default();
        for claim in claims {
            wanted.snapshot |= is_of_snapshots(claim);
            match &claim.says {
                Statement::Row { row, .. } | Statement::Nothing { row, .. } => {
                    wanted.timeline |= row.view == View::Allocation;
                    wanted.detached |= row.view == View::DetachedElements;
                }
                Statement::Meter { meter, .. } => wanted.types |= *meter == Meter::UserAgent,
                Statement::Process { .. } => wanted.processes = true,
                Statement::Path { .. } | Statement::Counter { .. } => {}
            }
        }
        wanted
    }

    pub(super) fn with_snapshot(self, snapshot: bool) -> Self {
        Self { snapshot, ..self }
    }
}

/// Collects, and reads.
pub(super) async fn read(page: &Page, wanted: Wanted) -> Reading {
    collect(page).await;
    let mut reading = Reading {
        values: meters(&page.eval("lab.meters()").await),
        ..Reading::default()
    };
    reading.values.extend(counters(page).await);
    if wanted.types {
        reading.values.extend(types(page).await);
    }
    if wanted.processes {
        reading.values.extend(processes(page).await);
    }
    if wanted.detached {
        reading.detached = Some(detached(page).await);
    }
    if wanted.snapshot {
        reading.snapshot = Some(page.snapshot().await);
    }
    reading
}

/// Reads once for nothing: what the reading itself makes is there before the first one that counts. A snapshot only moves what
/// processes take.
pub(super) async fn rehearse(page: &Page, wanted: Wanted) {
    read(
        page,
        wanted.with_snapshot(wanted.snapshot && wanted.processes),
    )
    .await;
}

/// A full collection, by `DevTools` and then by the page, which waits until `performance.memory` shows it: a reading is kept
/// for 50 ms.
pub(super) async fn collect(page: &Page) {
    page.call("HeapProfiler.collectGarbage", json!({})).await;
    let collected = page.eval("lab.collect()").await;
    assert_eq!(collected["collected"], true, "the page's own collection");
}

/// From `lab.meters()`; absent ones are left out.
pub(super) fn meters(read: &Value) -> HashMap<Source, f64> {
    let value = |meter: Meter| Some((Source::Meter(meter), read[meter.id()].as_f64()?));
    let sampled = Meter::ALL
        .into_iter()
        // Those that are measured on demand are of some other moment.
        .filter(|meter| !matches!(meter, Meter::UserAgent | Meter::Footprint));
    sampled.filter_map(value).collect()
}

async fn counters(page: &Page) -> HashMap<Source, f64> {
    page.call("Performance.enable", json!({})).await;
    let read = page.call("Performance.getMetrics", json!({})).await;
    let mut named: HashMap<String, f64> = HashMap::new();
    for metric in read["metrics"].as_array().into_iter().flatten() {
        let (name, value) = (metric["name"].as_str(), metric["value"].as_f64());
        named.extend(name.map(str::to_owned).zip(value));
    }
    let usage = page.call("Runtime.getHeapUsage", json!({})).await;
    for (name, value) in usage.as_object().into_iter().flatten() {
        named.extend(value.as_f64().map(|value| (name.clone(), value)));
    }
    let value = |counter: Counter| Some((Source::Counter(counter), *named.get(counter.name())?));
    Counter::ALL.into_iter().filter_map(value).collect()
}

async fn types(page: &Page) -> HashMap<Source, f64> {
    let measured =
        "lab.measure().then(({ bytes, types }) => ({ bytes, types: Object.fromEntries(types) }))";
    let read = page.eval(measured).await;
    let of = |kind: MemoryType| {
        let bytes = read["types"][kind.name()].as_f64();
        // A type of which there is nothing is not listed.
        (Source::Type(kind), bytes.unwrap_or(0.0))
    };
    let total = read["bytes"].as_f64().expect("a measurement");
    let total = (Source::Meter(Meter::UserAgent), total);
    TYPES.into_iter().map(of).chain([total]).collect()
}

/// Memory that is no file's, of all processes of a kind together: a page's own cannot be told from a spare renderer.
async fn processes(page: &Page) -> HashMap<Source, f64> {
    let list = page.browser("SystemInfo.getProcessInfo").await;
    let mut sums = HashMap::new();
    for process in list["processInfo"].as_array().into_iter().flatten() {
        let which = match process["type"].as_str() {
            Some("renderer") => Process::Renderer,
            Some("browser") => Process::Browser,
            Some("GPU") => Process::Gpu,
            _ => continue,
        };
        let own = process["id"].as_u64().and_then(anonymous);
        *sums.entry(Source::Process(which)).or_default() += own.unwrap_or(0.0);
    }
    sums
}

fn anonymous(process: u64) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("RssAnon:"))?;
    let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kilobytes * 1_024.0)
}

async fn detached(page: &Page) -> Vec<(String, u64)> {
    page.call("DOM.enable", json!({})).await;
    let read = page.call("DOM.getDetachedDomNodes", json!({})).await;
    let mut counts: HashMap<String, u64> = HashMap::new();
    for node in read["detachedNodes"].as_array().into_iter().flatten() {
        let name = node["treeNode"]["nodeName"].as_str().unwrap_or_default();
        *counts
            .entry(format!("<{}>", name.to_lowercase()))
            .or_default() += 1;
    }
    counts.into_iter().collect()
}
