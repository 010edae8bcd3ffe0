//! Names of objects, and looking for them.

use heap::{Column, NodeIx, Passing, Search, Snapshot, Sort};
use serde_json::{Value, json};

use super::figures::{differs, node, text};
use super::views_lists::ids;

pub(crate) fn differences(snapshot: &Snapshot, oracle: &Value, out: &mut Vec<String>) {
    for name in oracle["displayNames"].as_array().unwrap() {
        let node = node(&name[0]);
        out.extend(differs(
            &format!("name of node {}", node.0),
            &text(&snapshot.name(node)),
            &name[1],
        ));
    }
    own_names(snapshot, oracle["displayNames"].as_array().unwrap(), out);
    for search in oracle["searches"].as_array().into_iter().flatten() {
        if search["isRegex"].as_bool().unwrap() {
            out.extend(by_pattern(snapshot, search));
            continue;
        }
        let query = search["query"].as_str().unwrap();
        let asked = Search {
            text: query.as_bytes(),
            case_sensitive: search["caseSensitive"].as_bool().unwrap(),
        };
        let found = snapshot.search(asked, &Passing::ALL, Sort::ascending(Column::File), 0..50);
        out.extend(differs(query, &json!(found.total), &search["count"]));
        out.extend(differs(query, &ids(snapshot, &found.rows), &search["ids"]));
    }
}

/// The engine looks for texts only; but its names must be those that the pattern finds in DevTools.
fn by_pattern(snapshot: &Snapshot, search: &Value) -> Vec<String> {
    let query = search["query"].as_str().unwrap();
    assert_eq!(query, "^system / .*Context$", "say here what this finds");
    let nodes = snapshot.graph().nodes().filter(|&node| {
        let name = snapshot.name(node);
        let rest = name.strip_prefix(b"system / ");
        let is_listed = snapshot.shallow_size(node) > 0;
        is_listed && rest.is_some_and(|rest| rest.ends_with(b"Context") && !rest.contains(&b'\n'))
    });
    let found: Vec<NodeIx> = nodes.collect();
    let shown = &found[..found.len().min(50)];
    let count = differs(query, &json!(found.len()), &search["count"]);
    let listed = differs(query, &ids(snapshot, shown), &search["ids"]);
    count.into_iter().chain(listed).collect()
}

/// What is not in the list has its own name, if the list is whole.
fn own_names(snapshot: &Snapshot, listed: &[Value], out: &mut Vec<String>) {
    if listed.len() >= 300 {
        return;
    }
    let listed: Vec<_> = listed.iter().map(|name| node(&name[0])).collect();
    let graph = snapshot.graph();
    for node in graph.nodes().filter(|node| !listed.contains(node)) {
        let name = format!("own name of node {}", node.0);
        let (ours, own) = (text(&snapshot.name(node)), text(graph.raw_name(node)));
        out.extend(differs(&name, &ours, &own));
    }
}
