//! Constructors of one name, as every minified program has them.

use super::ask::{ask, json, text};

const FILE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../tests/fixture/heap/same-name-classes.heapsnapshot"
);

#[test]
fn constructors_of_one_name_are_told_apart_and_asked_for_together_or_one_by_one() {
    let rows = json(&["summary", FILE])["classes"].clone();
    let rows: Vec<_> = rows.as_array().unwrap().iter().collect();
    let of_e: Vec<_> = rows.iter().filter(|row| row["name"] == "e").collect();
    assert_eq!(of_e.len(), 2);
    let shown: Vec<&str> = of_e
        .iter()
        .filter_map(|row| row["shown"].as_str())
        .collect();
    assert_ne!(shown[0], shown[1]);
    let table = text(&["summary", FILE]);
    for name in &shown {
        assert!(name.starts_with("e (") && table.contains(name), "{name}");
    }
    let all = ask(&["summary", FILE, "--class", "e", "--top", "100"]);
    assert!(all.out.starts_with("12 objects"), "{}", all.out);
    assert!(all.err.contains("2 constructors"), "{}", all.err);
    assert!(shown.iter().all(|name| all.err.contains(name)));
    for row in of_e {
        for asked in ["shown", "key"] {
            let name = row[asked].as_str().unwrap();
            let one = json(&["summary", FILE, "--class", name]);
            assert_eq!(one["count"], row["count"], "{name}");
        }
    }
}

#[test]
fn a_comparison_tells_constructors_of_one_name_apart() {
    let folder = std::env::temp_dir().join(format!("leak-heap-classes-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let before = folder.join("before.heapsnapshot");
    // Objects of either constructor that are others later.
    let text = std::fs::read_to_string(FILE).unwrap();
    let others = text
        .replace(",11,32,", ",12,32,")
        .replace(",17,4000,", ",18,4000,");
    std::fs::write(&before, others).unwrap();
    let before = before.to_str().unwrap();
    let both = ask(&["compare", before, FILE, "--class", "e"]);
    assert!(
        both.out.starts_with("2 objects new, 2 deleted"),
        "{}",
        both.out
    );
    assert!(both.err.contains("2 constructors"), "{}", both.err);
    let rows = json(&["compare", before, FILE])["classes"].clone();
    for row in rows.as_array().unwrap() {
        let shown = row["shown"].as_str().unwrap();
        let one = json(&["compare", before, FILE, "--class", shown]);
        assert_eq!(
            (&one["addedCount"], &one["removedCount"]),
            (&1.into(), &1.into())
        );
    }
    std::fs::remove_dir_all(folder).unwrap();
}
