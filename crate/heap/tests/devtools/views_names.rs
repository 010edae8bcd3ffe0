//! Names of objects, and looking for them.

use heap::{Column, Passing, Search, Snapshot, Sort};
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
    for search in oracle["searches"].as_array().into_iter().flatten() {
        if search["isRegex"].as_bool().unwrap() {
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
