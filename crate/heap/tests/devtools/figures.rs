//! One snapshot beside its oracle.

use heap::{ClassRow, NodeIx, Snapshot, wtf8};
use serde_json::{Value, json};

/// Fails with the first few differences.
pub(crate) fn check(snapshot: &Snapshot, oracle: &Value, name: &str) {
    let differences = differences(snapshot, oracle);
    let shown = differences
        .iter()
        .take(8)
        .cloned()
        .collect::<Vec<_>>()
        .join("\n");
    assert!(
        differences.is_empty(),
        "{name}: {} differences\n{shown}",
        differences.len()
    );
}

pub(crate) fn differences(snapshot: &Snapshot, oracle: &Value) -> Vec<String> {
    let mut out = Vec::new();
    let graph = snapshot.graph();
    let totals = &oracle["totals"];
    out.extend(differs(
        "nodes",
        &json!(graph.node_count()),
        &totals["nodes"],
    ));
    out.extend(differs(
        "edges",
        &json!(graph.edge_count()),
        &totals["edges"],
    ));
    out.extend(differs(
        "total",
        &json!(snapshot.total_size()),
        &totals["totalSize"],
    ));
    let columns = &oracle["columns"];
    let names = oracle["names"].as_array().unwrap();
    for node in graph.nodes() {
        let at = node.0 as usize;
        let place = format!("@{} (node {at})", graph.id(node).0);
        let of = |column: &str| &columns[column][at];
        out.extend(differs(
            &format!("{place} self"),
            &json!(snapshot.shallow_size(node)),
            of("self"),
        ));
        out.extend(differs(
            &format!("{place} retained"),
            &json!(snapshot.retained_size(node)),
            of("retained"),
        ));
        out.extend(differs(
            &format!("{place} distance"),
            &json!(snapshot.distance(node)),
            of("distance"),
        ));
        out.extend(differs(
            &format!("{place} dominator"),
            &json!(snapshot.dominator(node).0),
            of("dominator"),
        ));
        out.extend(differs(
            &format!("{place} detachedness"),
            &json!(graph.detachedness(node) as u8),
            of("detachedness"),
        ));
        let class = &names[of("className").as_u64().unwrap() as usize];
        out.extend(differs(
            &format!("{place} class"),
            &text(snapshot.class_name(node)),
            class,
        ));
    }
    out.extend(rows_differ("rows", snapshot.rows(), &oracle["classes"]));
    out
}

/// Rows and their order.
pub(crate) fn rows_differ(what: &str, rows: &[ClassRow], oracle: &Value) -> Vec<String> {
    let ours: Vec<Value> = rows.iter().map(row).collect();
    let theirs = oracle
        .as_array()
        .unwrap_or_else(|| panic!("{what}: {oracle}"));
    let mut out: Vec<String> = Vec::new();
    out.extend(differs(
        &format!("{what}: count"),
        &json!(ours.len()),
        &json!(theirs.len()),
    ));
    for (ours, theirs) in ours.iter().zip(theirs) {
        out.extend(differs(what, ours, theirs));
    }
    out
}

fn row(row: &ClassRow) -> Value {
    json!([
        text(&row.key),
        text(&row.name),
        row.count,
        row.distance,
        row.shallow,
        row.retained
    ])
}

/// A text as the oracle stores it.
pub(crate) fn text(text: &[u8]) -> Value {
    Value::String(wtf8::lossy(text).into_owned())
}

pub(crate) fn differs(what: &str, ours: &Value, theirs: &Value) -> Option<String> {
    (ours != theirs).then(|| format!("{what}: we say {ours}, DevTools {theirs}"))
}

/// A node by its ordinal.
pub(crate) fn node(ordinal: &Value) -> NodeIx {
    NodeIx(ordinal.as_u64().unwrap() as u32)
}
