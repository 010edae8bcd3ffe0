//! Several files.

use serde_json::Value;

use super::ask::{ask, fixture, json, refused, stored};

fn files() -> [String; 3] {
    ["before", "after", "last"].map(|name| fixture(&format!("node-pair-{name}.heapsnapshot")))
}

#[test]
fn two_files_are_compared_as_in_devtools() {
    let [before, after, _] = files();
    let ours = json(&["compare", &before, &after, "--top", "1000000"]);
    let theirs = stored("node-pair.diff.json");
    let members = [
        "key",
        "name",
        "addedCount",
        "removedCount",
        "countDelta",
        "addedSize",
        "removedSize",
        "sizeDelta",
    ];
    let sorted = |mut rows: Vec<String>| {
        rows.sort();
        rows
    };
    let row = |row: &Value| Value::from(members.map(|name| row[name].clone()).to_vec()).to_string();
    let ours: Vec<String> = ours["classes"]
        .as_array()
        .unwrap()
        .iter()
        .map(row)
        .collect();
    let theirs: Vec<String> = theirs["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(Value::to_string)
        .collect();
    assert_eq!(sorted(ours), sorted(theirs));
}

#[test]
fn the_objects_of_a_row_are_listed() {
    let [before, after, _] = files();
    let ours = json(&[
        "compare", &before, &after, "--class", "Session", "--top", "500",
    ]);
    assert_eq!(
        (&ours["addedCount"], &ours["removedCount"]),
        (&120.into(), &0.into())
    );
    assert_eq!(ours["added"].as_array().unwrap().len(), 120);
}

#[test]
fn three_files_tell_what_stayed_and_what_grows() {
    let [before, after, last] = files();
    let ours = json(&["compare", &before, &after, &last]);
    let has = |list: &str, name: &str| {
        ours[list]
            .as_array()
            .unwrap()
            .iter()
            .any(|row| row["name"] == name)
    };
    assert!(
        has("stillThere", "Session")
            && has("growingClasses", "Local")
            && has("growingCollections", "Array")
    );
    let found = json(&["findings", &before, &after, &last, "--actions", "10"]);
    let patterns: Vec<&Value> = found["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| &finding["pattern"])
        .collect();
    assert!(
        patterns.contains(&&"growing-collection".into()),
        "{patterns:?}"
    );
}

#[test]
fn growth_fails_a_build() {
    let [before, after, _] = files();
    for (class, code, said) in [
        ("Session", 3, "growth: "),
        ("*", 3, "growth: "),
        ("Nobody", 0, "note: neither file has an object of `Nobody`"),
    ] {
        let answer = ask(&["compare", &before, &after, "--fail-on-growth", class]);
        assert_eq!(answer.code, code, "{class}");
        assert!(
            answer.err.starts_with(said) && !answer.out.is_empty(),
            "{}",
            answer.err
        );
    }
    for class in ["Session", "*"] {
        let same = ask(&["compare", &before, &before, "--fail-on-growth", class]);
        assert_eq!((same.code, same.err.as_str()), (0, ""));
    }
}

#[test]
fn a_name_that_no_class_has_is_answered_with_the_nearest() {
    let [before, after, _] = files();
    let message = refused(1, &["compare", &before, &after, "--class", "Arrray"]);
    assert!(
        message.contains("no constructor `Arrray`; there are `Array`"),
        "{message}"
    );
}
