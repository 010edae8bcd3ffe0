//! What grows at every step of several files.

use heap::{GrowthOptions, Series, Snapshot, even_first, format, growth_by};
use serde_json::{Value, json};

use super::{Answer, Asked};
use crate::{
    output::{self, line, text},
    table::Table,
    threads::Threads,
};

pub(super) fn answer(snapshots: &[Snapshot], asked: &Asked) -> Answer {
    let references: Vec<&Snapshot> = snapshots.iter().collect();
    let series = Series::new(&references);
    let growth = growth_by(&Threads, &references, &GrowthOptions::default());
    let lines = growth.findings.iter().flat_map(|found| &found.evidence);
    let mut grown = Table::new(&[
        "What grew, and what came with it (`findings` says more)",
        "Object",
        "Gained",
    ]);
    let growth_rows: Vec<Value> = lines
        .skip(asked.rows.from)
        .take(asked.rows.top)
        .map(|found| {
            let id = output::id(&snapshots[snapshots.len() - 1], found.node);
            grown.row(vec![
                line(found.label.as_bytes(), 120).into(),
                id.into(),
                found.gained.into(),
            ]);
            json!({ "label": found.label, "steps": found.steps, "gained": found.gained })
        })
        .collect();
    let mut classes = Table::new(&["Grows at every step", "Objects", "Bytes"]);
    let class_rows: Vec<Value> = even_first(&series, None)
        .into_iter()
        .skip(asked.rows.from).take(asked.rows.top)
        .map(|row| {
            classes.row(vec![line(&row.name, 50).into(), steps(&row.counts).into(), steps(&row.sizes).into()]);
            json!({ "name": text(&row.name), "key": text(&row.key), "counts": row.counts, "sizes": row.sizes })
        })
        .collect();
    let mut collections = Table::new(&[
        "Collection that grows at every step",
        "Object",
        "References",
        "Bytes",
    ]);
    let collection_rows: Vec<Value> = series.collections()
        .iter()
        .skip(asked.rows.from).take(asked.rows.top)
        .map(|row| {
            let id = format!("@{}", row.id.0);
            let (references, sizes) = (steps(&row.references), steps(&row.sizes));
            collections.row(vec![line(&row.name, 50).into(), id.into(), references.into(), sizes.into()]);
            json!({ "name": text(&row.name), "id": row.id.0, "references": row.references, "sizes": row.sizes })
        })
        .collect();
    Answer {
        text: format!(
            "{}\n{}\n{}",
            grown.text(),
            classes.text(),
            collections.text()
        ),
        json: json!({ "growth": growth_rows, "growingClasses": class_rows, "growingCollections": collection_rows }),
    }
}

/// `1 → 2 → 3`
fn steps<N: Copy + Into<u64>>(values: &[N]) -> String {
    let values: Vec<String> = values
        .iter()
        .map(|&value| format::number(value.into()))
        .collect();
    values.join(" → ")
}
