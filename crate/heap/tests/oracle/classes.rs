//! One row a class.

use serde_json::{Value, json};

use super::graphs::{Graph, graphs};
use super::json::{list, number, rows, sorted, texts};
use crate::twin::{DiffRow, Filter, comparison, figures, filtered};

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
