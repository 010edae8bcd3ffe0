//! Who allocated, and who called whom.

use serde_json::json;

use super::ask::{fixture, json, stored, text};

#[test]
fn what_a_function_left_behind_is_devtools() {
    let file = fixture("node-timeline.heaptimeline");
    let oracle = stored("node-timeline.oracle.json");
    let allocation = &oracle["allocation"];
    let tops = allocation["tops"].as_array().unwrap();
    let mut compared = 0;
    for class in allocation["classesOf"].as_array().unwrap() {
        let top = tops.iter().find(|top| top[0] == class["id"]).unwrap();
        let name = top[1].as_str().unwrap();
        // Functions are asked for by name: the first of the name answers.
        if tops.iter().filter(|other| other[1] == name).count() != 1 {
            continue;
        }
        let ours = json(&["timeline", &file, "--function", name, "--top", "1000000"]);
        let theirs = class["rows"].as_array().unwrap();
        let ours = ours["stillThere"].as_array().unwrap();
        assert_eq!(ours.len(), theirs.len(), "{name}");
        for row in theirs {
            let own = ours.iter().find(|own| own["key"] == row[0]).unwrap();
            let figures = [&own["count"], &own["shallow"], &own["retained"]];
            assert_eq!(
                json!(figures),
                json!([row[2], row[4], row[5]]),
                "{name}: {}",
                row[0]
            );
            compared += 1;
        }
    }
    assert!(compared > 0);
}

#[test]
fn a_call_tree_begins_at_the_root_and_adds_up() {
    let file = fixture("node-sampling.heapprofile");
    let all = json(&["profile", &file, "--tree", "--top", "1000000"]);
    let calls = all["calls"].as_array().unwrap();
    assert_eq!(
        (&calls[0]["name"], &calls[0]["total"]),
        (&json!("(root)"), &all["total"])
    );
    let own: f64 = calls.iter().map(|call| call["own"].as_f64().unwrap()).sum();
    assert_eq!(json!(own), all["total"]);
    let depths: Vec<u64> = calls
        .iter()
        .map(|call| call["depth"].as_u64().unwrap())
        .collect();
    assert!(depths.windows(2).all(|pair| pair[1] <= pair[0] + 1));
    let heavy = text(&["profile", &file, "--tree"]);
    assert!(
        heavy.lines().count() < calls.len() && heavy.contains("100 %"),
        "{heavy}"
    );
}
