//! What DevTools' views show, on real files and on random graphs.

use heap::Snapshot;
use serde_json::Value;

use super::{fixture, views_filters, views_lists, views_names};

fn check(snapshot: &Snapshot, oracle: &Value, name: &str) {
    let mut differences = Vec::new();
    views_filters::differences(snapshot, oracle, &mut differences);
    views_lists::differences(snapshot, oracle, &mut differences);
    views_names::differences(snapshot, oracle, &mut differences);
    let shown = &differences[..differences.len().min(12)];
    assert!(
        differences.is_empty(),
        "{name}: {} differences\n{}",
        differences.len(),
        shown.join("\n")
    );
}

#[test]
fn views_of_real_files_are_devtools() {
    for name in fixture::SNAPSHOTS {
        let snapshot = fixture::open(&fixture::bytes(name));
        check(&snapshot, &fixture::oracle(name), name);
    }
}

#[test]
fn views_of_random_graphs_are_devtools() {
    let random = fixture::json("random.json");
    for graph in random["graphs"].as_array().unwrap() {
        if graph["oracle"]["error"].is_string() {
            continue;
        }
        let snapshot = fixture::open(graph["snapshot"].as_str().unwrap().as_bytes());
        check(
            &snapshot,
            &graph["oracle"],
            &format!("graph {}", graph["seed"]),
        );
    }
}
