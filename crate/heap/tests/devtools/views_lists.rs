//! Instances, fields, retainers and dominators.

use std::ops::Range;

use heap::{Column, Ignored, NodeIx, Page, Passing, Reference, Snapshot, Sort};
use serde_json::{Value, json};

use super::figures::{differs, node, text};

pub(crate) const ALL: Range<usize> = 0..usize::MAX;
/// So many rows the oracle holds of each list.
const MOST: usize = 200;

pub(crate) fn differences(snapshot: &Snapshot, oracle: &Value, out: &mut Vec<String>) {
    for class in oracle["instances"].as_array().into_iter().flatten() {
        instances(snapshot, class, out);
    }
    for walk in oracle["walks"].as_array().into_iter().flatten() {
        if walk["error"].is_null() {
            lists(snapshot, walk, out);
        }
    }
    // The random graphs have one at most, in no list.
    let ignoring = match &oracle["ignoring"] {
        Value::Array(list) => &list[..],
        one => std::slice::from_ref(one),
    };
    for walk in ignoring.iter().filter(|walk| walk.is_object()) {
        let ignored = snapshot.ignoring(&[node(&walk["ignored"])]);
        let sort = Sort::ascending(Column::Distance);
        let of = node(&walk["ordinal"]);
        let ours = |range| snapshot.retainers_of(of, ignored.as_ref(), sort, range);
        list(snapshot, "ignoring", &walk["retainers"], ours, out);
    }
}

/// Ids as the oracle writes them.
pub(crate) fn ids(snapshot: &Snapshot, nodes: &[NodeIx]) -> Value {
    let ids = nodes.iter().map(|&node| snapshot.graph().id(node).0);
    Value::from(ids.collect::<Vec<_>>())
}

fn instances(snapshot: &Snapshot, class: &Value, out: &mut Vec<String>) {
    let rows = snapshot.rows();
    let row = rows.iter().find(|row| text(&row.key) == class["key"]);
    let class_number = snapshot.find_class(&row.unwrap().key).unwrap();
    let sort = Sort::descending(Column::Retained);
    let page = |range| snapshot.instances(class_number, &Passing::ALL, sort, range);
    let ours = page(0..20);
    out.extend(differs(
        "instances",
        &ids(snapshot, &ours.rows),
        &class["ids"],
    ));
    assert_eq!(ours.total, row.unwrap().count);
    let behind = page(3..20).rows;
    assert_eq!(behind, ours.rows[ours.rows.len().min(3)..]);
}

fn lists(snapshot: &Snapshot, walk: &Value, out: &mut Vec<String>) {
    let of = node(&walk["ordinal"]);
    let file = ("", Sort::ascending(Column::File));
    let distance = ("ByDistance", Sort::ascending(Column::Distance));
    let name = ("ByName", Sort::ascending(Column::Name));
    let retained = ("ByRetained", Sort::descending(Column::Retained));
    for (order, sort) in [file, name, retained] {
        let ours = |range| snapshot.fields(of, sort, range);
        list(snapshot, "edges", &walk[format!("edges{order}")], ours, out);
    }
    let ignored: Option<&Ignored> = None;
    for (order, sort) in [file, distance, name] {
        let ours = |range| snapshot.retainers_of(of, ignored, sort, range);
        let oracle = &walk[format!("retainers{order}")];
        list(snapshot, "retainers", oracle, ours, out);
    }
    let dominators: Vec<u32> = snapshot.dominators(of).iter().map(|node| node.0).collect();
    let shown = &dominators[..dominators.len().min(MOST)];
    out.extend(differs("dominators", &json!(shown), &walk["dominators"]));
    let graph = snapshot.graph();
    let location = graph.location(of).map_or(Value::Null, |location| {
        json!({"scriptId": location.script, "lineNumber": location.line, "columnNumber": location.column})
    });
    out.extend(differs("location", &location, &walk["location"]));
    out.extend(differs("type", &json!(graph.kind_name(of)), &walk["type"]));
    out.extend(differs("id", &json!(graph.id(of).0), &walk["id"]));
    let name = text(&snapshot.name(of));
    out.extend(differs("name", &name, &walk["name"]));
}

/// Holds a list beside its oracle, whole and from the middle.
fn list(
    snapshot: &Snapshot,
    what: &str,
    oracle: &Value,
    ours: impl Fn(Range<usize>) -> Page<Reference>,
    out: &mut Vec<String>,
) {
    let page = ours(0..MOST);
    out.extend(differs(what, &json!(page.total), &oracle["total"]));
    let rows: Vec<Value> = page
        .rows
        .iter()
        .map(|row| reference(snapshot, row))
        .collect();
    let mut theirs = oracle["rows"].as_array().unwrap().clone();
    if rows.iter().filter(|row| row[0] == "__proto__").count() > 1 {
        // DevTools says of each of two such edges that it comes first.
        theirs.retain(|row| row[0] != "__proto__");
        let rows = rows.iter().filter(|row| row[0] != "__proto__");
        let rows: Vec<&Value> = rows.collect();
        out.extend(differs(what, &json!(rows), &json!(theirs)));
    } else {
        out.extend(differs(what, &json!(rows), &json!(theirs)));
    }
    let middle = rows.len() / 3..rows.len() / 2;
    assert_eq!(ours(middle.clone()).rows, page.rows[middle]);
}

fn reference(snapshot: &Snapshot, row: &Reference) -> Value {
    json!([
        text(&snapshot.edge_name(row.edge)),
        snapshot.graph().edge_kind(row.edge).name(),
        row.node.0,
        row.distance
    ])
}
