//! The twin against DevTools itself: 500 random graphs with the figures DevTools gives for them
//! (see `tests/oracle` for how they were made).

mod graphs;
mod surrogates;

use serde_json::{Value, json};

use crate::draw::{Style, Text};
use crate::twin::{DiffRow, Filter, Refusal, Row, comparison, figures, filtered, retainers};
pub(crate) use graphs::{Graph, graphs};

#[test]
fn written_again_the_graphs_are_the_same() {
    for Graph { seed, drawing, snapshot, later, later_snapshot, .. } in graphs().iter() {
        let both = [(Some(drawing), Some(snapshot)), (later.as_ref(), later_snapshot.as_ref())];
        for (drawing, stored) in both.into_iter().filter_map(|(drawing, stored)| drawing.zip(stored)) {
            let [ours, stored] = [&drawing.to_json(&Style::V8), stored].map(|json| surrogates::json(json));
            for member in ["nodes", "edges", "strings"] {
                assert_eq!(ours[member], stored[member], "{seed} {member}");
            }
        }
    }
}

#[test]
fn every_node() {
    for Graph {
        seed,
        drawing,
        oracle,
        ..
    } in graphs().iter().filter(|graph| !graph.is_refused())
    {
        let figures = figures(drawing);
        let columns = &oracle["columns"];
        let name = |at: &Value| oracle["names"][number(at) as usize].clone();
        let names: Vec<Value> = list(&columns["className"]).map(name).collect();
        let page: Vec<bool> = list(&columns["flags"])
            .map(|flags| number(flags) as u8 & 4 != 0)
            .collect();
        assert_eq!(json!(figures.shallow), columns["self"], "{seed}");
        assert_eq!(
            numbers(&json!(figures.retained)),
            numbers(&columns["retained"]),
            "{seed}"
        );
        assert_eq!(json!(figures.distance), columns["distance"], "{seed}");
        assert_eq!(json!(figures.dominator), columns["dominator"], "{seed}");
        assert_eq!(
            json!(figures.detachedness),
            columns["detachedness"],
            "{seed}"
        );
        assert_eq!(texts(&figures.class_name), names, "{seed}");
        assert_eq!(figures.page, page, "{seed}");
    }
}

#[test]
fn every_class() {
    for Graph {
        seed,
        drawing,
        oracle,
        ..
    } in graphs().iter().filter(|graph| !graph.is_refused())
    {
        let figures = figures(drawing);
        let interfaces: Vec<Value> = list(&oracle["interfaces"])
            .map(|each| each["name"].clone())
            .collect();
        assert_eq!(texts(&figures.interfaces), interfaces, "{seed}");
        assert_eq!(rows(&figures.rows), sorted(&oracle["classes"]), "{seed}");
    }
}

#[test]
fn every_total() {
    for Graph {
        seed,
        drawing,
        oracle,
        ..
    } in graphs().iter().filter(|graph| !graph.is_refused())
    {
        let figures = figures(drawing);
        let (ours, theirs) = (&figures.statistics, &oracle["statistics"]);
        let (native, v8) = (&theirs["native"], &theirs["v8heap"]);
        let theirs = [
            &theirs["total"],
            &native["total"],
            &native["typedArrays"],
            &v8["total"],
            &v8["code"],
            &v8["jsArrays"],
            &v8["strings"],
            &v8["system"],
        ]
        .map(number);
        let ours = [
            ours.total,
            ours.native,
            ours.typed_arrays,
            ours.v8,
            ours.code,
            ours.js_arrays,
            ours.strings,
            ours.system,
        ];
        assert_eq!(format!("{ours:?}"), format!("{theirs:?}"), "{seed}");
        assert_eq!(
            numbers(&json!([figures.total])),
            numbers(&json!([oracle["totals"]["totalSize"]])),
            "{seed}"
        );
    }
}

#[test]
fn every_filter() {
    for Graph {
        seed,
        drawing,
        oracle,
        ..
    } in graphs().iter().filter(|graph| !graph.is_refused())
    {
        for (name, filter) in [
            ("objectsRetainedByDetachedDomNodes", Filter::Detached),
            ("objectsRetainedByConsole", Filter::Console),
            ("objectsRetainedByEventHandlers", Filter::EventHandlers),
            ("objectsRetainedByContexts", Filter::Contexts),
        ] {
            assert_eq!(
                rows(&filtered(drawing, filter)),
                sorted(&oracle["filters"][name]),
                "{seed} {name}"
            );
        }
        let range = &oracle["idRange"];
        let between = Filter::Between(number(&range["min"]) as u64, number(&range["max"]) as u64);
        assert_eq!(
            rows(&filtered(drawing, between)),
            sorted(&range["rows"]),
            "{seed}"
        );
    }
}

#[test]
fn every_comparison() {
    let all = graphs();
    let pairs = all
        .iter()
        .filter(|graph| !graph.is_refused() && graph.diff["rows"].is_array());
    for Graph {
        seed,
        drawing,
        later,
        diff,
        ..
    } in pairs
    {
        let ours = comparison(drawing, later.as_ref().expect("a later heap"));
        let row = |row: &DiffRow| {
            json!([
                row.key.to_string(),
                row.name.to_string(),
                row.added.len(),
                row.removed.len(),
                row.count_delta(),
                row.added_size,
                row.removed_size,
                row.size_delta()
            ])
        };
        let ids = |row: &DiffRow| json!({"key": row.key.to_string(), "added": row.added, "deleted": row.removed});
        assert_eq!(
            sorted(&ours.iter().map(row).collect()),
            sorted(&diff["rows"]),
            "{seed}"
        );
        assert_eq!(
            sorted(&ours.iter().map(ids).collect()),
            sorted(&diff["ids"]),
            "{seed}"
        );
    }
}

#[test]
fn retainers_of_two_nodes_each() {
    for Graph {
        seed,
        drawing,
        oracle,
        ..
    } in graphs().iter().filter(|graph| !graph.is_refused())
    {
        for walk in list(&oracle["walks"]).filter(|walk| walk["retainers"].is_object()) {
            let ours = retainers(drawing, number(&walk["ordinal"]) as usize);
            assert_eq!(json!(ours.len()), walk["retainers"]["total"], "{seed}");
        }
    }
}

#[test]
fn what_devtools_refuses() {
    let all = graphs();
    let refused: Vec<&Graph> = all.iter().filter(|graph| graph.is_refused()).collect();
    assert!(!refused.is_empty(), "the rule is tried");
    for Graph {
        seed,
        drawing,
        oracle,
        ..
    } in refused
    {
        assert_eq!(
            figures(drawing).refusal,
            Some(Refusal::QueueOverflow),
            "{seed} {}",
            oracle["error"]
        );
    }
    for Graph { seed, drawing, .. } in all.iter().filter(|graph| !graph.is_refused()) {
        assert_eq!(figures(drawing).refusal, None, "{seed}");
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value
        .as_array()
        .unwrap_or_else(|| panic!("a list, not {value}"))
        .iter()
}

fn number(value: &Value) -> f64 {
    value
        .as_f64()
        .unwrap_or_else(|| panic!("a number, not {value}"))
}

/// As texts: JSON tells `1` from `1.0`, figures do not.
fn numbers(value: &Value) -> Vec<String> {
    list(value).map(|value| number(value).to_string()).collect()
}

fn texts(texts: &[Text]) -> Vec<Value> {
    texts.iter().map(|text| text.to_string().into()).collect()
}

fn rows(rows: &[Row]) -> Vec<String> {
    let row = |row: &Row| {
        let retained = row.retained as u64;
        json!([
            row.key.to_string(),
            row.name.to_string(),
            row.count,
            row.distance,
            row.shallow,
            retained
        ])
    };
    sorted(&rows.iter().map(row).collect())
}

/// In an order of our own: DevTools' does not matter here.
fn sorted(rows: &Value) -> Vec<String> {
    let mut rows: Vec<String> = list(rows).map(Value::to_string).collect();
    rows.sort();
    rows
}
