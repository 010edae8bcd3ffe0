//! Looking for objects otherwise than by name.

use std::collections::HashSet;

use serde_json::Value;

use super::ask::{fixture, json, refused, text};

fn ids(answer: &Value) -> HashSet<u64> {
    let objects = answer["objects"].as_array().unwrap().iter();
    objects.filter_map(|object| object["id"].as_u64()).collect()
}

#[test]
fn by_property_size_and_detachedness() {
    let file = fixture("chromium-dom.heapsnapshot");
    let search = |words: &[&str]| json(&[&["search", &file, "--top", "100000"], words].concat());
    let detached = search(&["--detached"]);
    let heavy = search(&["--detached", "--retained", "10kB.."]);
    let light = search(&["--detached", "--retained", "..9999"]);
    assert!(detached["count"].as_u64() > Some(3) && heavy["count"].as_u64() > Some(0));
    assert_eq!(&ids(&heavy) | &ids(&light), ids(&detached));
    assert!(ids(&heavy).is_disjoint(&ids(&light)));
    for object in heavy["objects"].as_array().unwrap() {
        assert!(object["retained"].as_u64() >= Some(10_000));
    }
    let own = search(&["--shallow", "100..200"]);
    assert!(own["objects"].as_array().unwrap().iter().all(|object| {
        let size = object["shallow"].as_u64().unwrap();
        (100..=200).contains(&size)
    }));
    let node = fixture("node-pair-after.heapsnapshot");
    let having = json(&["search", &node, "--property", "_events"]);
    let id = format!("@{}", having["objects"][0]["id"]);
    assert!(text(&["fields", &node, &id]).contains("_events"));
    assert_eq!(json(&["search", &node, "--property", "_event"])["count"], 0);
}

#[test]
fn a_search_for_nothing_and_a_bad_size_are_refused() {
    let file = fixture("node-pair-after.heapsnapshot");
    refused(2, &["search", &file]);
    let message = refused(2, &["search", &file, "--retained", "10 miles"]);
    assert!(message.contains("10kB..2MB"), "{message}");
    let message = refused(2, &["search", &file, "--retained", "10ft.."]);
    assert!(message.contains("no unit"), "{message}");
}
