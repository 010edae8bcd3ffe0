//! Files in the wrong order, and files that have nothing to do with each other.

use super::ask::{ask, fixture, json};

fn note(files: [&str; 2]) -> String {
    let [before, after] = files.map(|name| fixture(&format!("{name}.heapsnapshot")));
    let answer = ask(&["compare", &before, &after]);
    assert_eq!(answer.code, 0);
    answer.err
}

#[test]
fn files_of_one_process_in_order_are_compared_without_a_word() {
    assert_eq!(note(["node-pair-before", "node-pair-after"]), "");
    assert_eq!(note(["node-pair-after", "node-pair-last"]), "");
    assert_eq!(note(["node-pair-before", "node-pair-before"]), "");
}

#[test]
fn a_wrong_order_and_another_process_are_noticed() {
    let reversed = note(["node-pair-after", "node-pair-before"]);
    assert!(
        reversed.contains("node-pair-before.heapsnapshot.gz was taken before"),
        "{reversed}"
    );
    for other in ["node-mixed", "node-deep", "chromium-dom"] {
        let strangers = note([other, "node-pair-after"]);
        assert!(strangers.contains("are not of one process"), "{strangers}");
    }
}

#[test]
fn strangers_are_compared_by_counts_and_sizes() {
    let [one, other] =
        ["node-pair-before", "node-mixed"].map(|name| fixture(&format!("{name}.heapsnapshot")));
    let rows = json(&["compare", &one, &other, "--structure", "--top", "100000"]);
    let count = |file: &str, name: &str| {
        let classes = json(&["summary", file, "--top", "100000"])["classes"].clone();
        let rows = classes.as_array().unwrap().iter();
        rows.filter(|row| row["name"] == name)
            .filter_map(|row| row["count"].as_u64())
            .sum::<u64>()
    };
    let mut seen = 0;
    for row in rows["classes"].as_array().unwrap() {
        let name = row["name"].as_str().unwrap();
        if ["Session", "Error", "BuiltinModule"].contains(&name) {
            assert_eq!(
                row["counts"],
                serde_json::json!([count(&one, name), count(&other, name)]),
                "{name}"
            );
            seen += 1;
        }
    }
    assert!(seen >= 2, "{rows}");
    let same = json(&["compare", &one, &one, "--structure"]);
    assert_eq!(same["count"], 0);
}
