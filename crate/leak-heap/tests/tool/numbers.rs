//! Figures of one file beside DevTools'.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::ask::{Folder, fixture, json, stored, text};

const ALL: &str = "1000000";

fn list(value: &Value) -> &Vec<Value> {
    value
        .as_array()
        .unwrap_or_else(|| panic!("no list: {value}"))
}

/// Members of all objects of a list, as rows by the first member.
fn rows(list: &Value, members: &[&str]) -> BTreeMap<String, Vec<Value>> {
    let row = |value: &Value| members.iter().map(|name| value[*name].clone()).collect();
    let rows: Vec<Vec<Value>> = self::list(list).iter().map(row).collect();
    rows.into_iter()
        .map(|row| (row[0].to_string(), row))
        .collect()
}

fn oracle_rows(list: &Value) -> BTreeMap<String, Vec<Value>> {
    let rows = self::list(list).iter().map(|row| self::list(row).clone());
    rows.map(|row| (row[0].to_string(), row)).collect()
}

const CLASS: [&str; 6] = ["key", "name", "count", "distance", "shallow", "retained"];

#[test]
fn the_summary_is_devtools() {
    let folder = Folder::new("summary");
    for name in [
        "node-mixed.heapsnapshot",
        "chromium-dom.heapsnapshot",
        "node-timeline.heaptimeline",
    ] {
        let (stem, _) = name.rsplit_once('.').unwrap();
        let oracle = stored(&format!("{stem}.oracle.json"));
        let packed = json(&["summary", &fixture(name), "--top", ALL]);
        assert_eq!(packed["total"], oracle["totals"]["totalSize"]);
        let expected = oracle_rows(&oracle["classes"]);
        assert_eq!(rows(&packed["classes"], &CLASS), expected, "{name}");
        assert_eq!(packed["count"], json!(expected.len()));
        let (ours, v8, native) = (
            &packed["statistics"],
            &oracle["statistics"]["v8heap"],
            &oracle["statistics"]["native"],
        );
        assert_eq!(ours["native"], native["total"]);
        assert_eq!(ours["typedArrays"], native["typedArrays"]);
        assert_eq!(ours["v8"], v8["total"]);
        for part in ["code", "jsArrays", "strings", "system"] {
            assert_eq!(ours[part], v8[part], "{part}");
        }
        let plain = json(&["summary", &folder.unpacked(name), "--top", ALL]);
        assert_eq!(plain, packed);
    }
}

#[test]
fn pages_are_parts_of_the_whole() {
    let file = fixture("node-mixed.heapsnapshot");
    for (sort, descending) in [
        ("retained", true),
        ("shallow", true),
        ("count", true),
        ("distance", false),
    ] {
        let all = json(&["summary", &file, "--sort", sort, "--top", ALL]);
        let all = list(&all["classes"]);
        let figures = all.iter().map(|row| row[sort].as_i64().unwrap());
        assert!(
            if descending {
                figures.rev().is_sorted()
            } else {
                figures.is_sorted()
            },
            "{sort}"
        );
        let part = json(&[
            "summary", &file, "--sort", sort, "--from", "7", "--top", "5",
        ]);
        assert_eq!(list(&part["classes"])[..], all[7..12]);
    }
}

#[test]
fn filters_are_devtools() {
    for (file, filter, name) in [
        ("node-mixed", "contexts", "objectsRetainedByContexts"),
        ("node-mixed", "duplicated-strings", "duplicatedStrings"),
        (
            "chromium-dom",
            "detached",
            "objectsRetainedByDetachedDomNodes",
        ),
        (
            "chromium-dom",
            "event-handlers",
            "objectsRetainedByEventHandlers",
        ),
        ("chromium-dom", "console", "objectsRetainedByConsole"),
    ] {
        let oracle = stored(&format!("{file}.oracle.json"));
        let file = fixture(&format!("{file}.heapsnapshot"));
        let ours = json(&["summary", &file, "--filter", filter, "--top", ALL]);
        assert_eq!(
            rows(&ours["classes"], &CLASS),
            oracle_rows(&oracle["filters"][name]),
            "{filter}"
        );
    }
}

#[test]
fn objects_of_a_class_are_devtools() {
    let oracle = stored("node-mixed.oracle.json");
    for class in &list(&oracle["instances"])[..5] {
        let (key, ids) = (class["key"].as_str().unwrap(), list(&class["ids"]));
        let file = fixture("node-mixed.heapsnapshot");
        let ours = json(&[
            "summary",
            &file,
            "--class",
            key,
            "--top",
            &ids.len().to_string(),
        ]);
        let ours: Vec<Value> = list(&ours["objects"])
            .iter()
            .map(|object| object["id"].clone())
            .collect();
        assert_eq!(&ours, ids, "{key}");
    }
}

#[test]
fn retainers_and_dominators_are_devtools() {
    let file = fixture("node-mixed.heapsnapshot");
    let oracle = stored("node-mixed.oracle.json");
    for walk in list(&oracle["walks"]).iter().take(4) {
        let id = format!("@{}", walk["id"]);
        let ours = json(&["retainers", &file, &id, "--top", "200"]);
        assert_eq!(ours["count"], walk["retainers"]["total"]);
        assert_eq!(ours["object"]["id"], walk["id"]);
        let row = |row: &Value| json!([row["reference"], row["referenceKind"], row["distance"]]);
        let ours_rows: Vec<Value> = list(&ours["retainers"]).iter().map(row).collect();
        let row = |row: &Value| json!([row[0], row[1], row[3]]);
        let theirs: Vec<Value> = list(&walk["retainersByDistance"]["rows"])
            .iter()
            .map(row)
            .collect();
        assert_eq!(ours_rows, theirs, "{id}");
        assert_eq!(
            list(&ours["dominators"]).len() + 1,
            list(&walk["dominators"]).len()
        );
    }
}

#[test]
fn fields_and_searches_are_devtools() {
    let file = fixture("node-mixed.heapsnapshot");
    let oracle = stored("node-mixed.oracle.json");
    for walk in list(&oracle["walks"]).iter().take(4) {
        let id = format!("@{}", walk["id"]);
        let ours = json(&["fields", &file, &id, "--top", "200"]);
        let row = |row: &Value| json!([row["reference"], row["referenceKind"], row["distance"]]);
        let ours_rows: Vec<Value> = list(&ours["fields"]).iter().map(row).collect();
        let row = |row: &Value| json!([row[0], row[1], row[3]]);
        let theirs: Vec<Value> = list(&walk["edges"]["rows"]).iter().map(row).collect();
        assert_eq!(
            (&ours["count"], ours_rows),
            (&walk["edges"]["total"], theirs)
        );
    }
    let plain = |search: &&Value| search["caseSensitive"] == false && search["isRegex"] == false;
    for search in list(&oracle["searches"]).iter().filter(plain) {
        let ours = json(&["search", &file, "--text", search["query"].as_str().unwrap()]);
        assert_eq!(ours["count"], search["count"], "{}", search["query"]);
    }
}

#[test]
fn strings_are_devtools() {
    let ours = json(&["strings", &fixture("node-mixed.heapsnapshot"), "--top", ALL]);
    let oracle = stored("node-mixed.oracle.json");
    let theirs = list(&oracle["duplicateStrings"]);
    assert_eq!(ours["count"], json!(theirs.len()));
    let row = |row: &Value| {
        json!([
            row["value"],
            row["count"],
            row.get("self").unwrap_or(&row["shallow"]),
            row["retained"]
        ])
        .to_string()
    };
    let mut ours: Vec<String> = list(&ours["groups"]).iter().map(row).collect();
    let mut theirs: Vec<String> = theirs.iter().map(row).collect();
    ours.sort();
    theirs.sort();
    assert_eq!(ours, theirs);
}

#[test]
fn a_timeline_is_devtools() {
    let ours = json(&[
        "timeline",
        &fixture("node-timeline.heaptimeline"),
        "--top",
        ALL,
    ]);
    let oracle = stored("node-timeline.oracle.json");
    let column = |name: &str| {
        let moments = list(&ours["intervals"]).iter();
        moments
            .map(|moment| moment[name].as_f64().unwrap())
            .collect::<Vec<_>>()
    };
    let theirs = |name: &str| {
        let values = list(&oracle["samples"][name]).iter();
        values
            .map(|value| value.as_f64().unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(column("alive"), theirs("sizes"));
    assert_eq!(column("time"), theirs("timestamps"));
    assert_eq!(column("lastId"), theirs("lastAssignedIds"));
    // And those that allocated nothing themselves.
    let functions = list(&ours["functions"]).iter();
    let allocated = functions.filter(|function| function["count"].as_u64() > Some(0));
    assert_eq!(allocated.count(), list(&oracle["allocation"]["tops"]).len());
}

#[test]
fn a_profile_and_its_exports() {
    let folder = Folder::new("profile");
    let file = fixture("node-sampling.heapprofile");
    let ours = json(&["profile", &file, "--top", ALL]);
    let packages = |list: &Value| -> Vec<String> {
        let rows = list.as_array().unwrap().iter();
        rows.map(|row| row["package"].as_str().unwrap().to_owned())
            .collect()
    };
    let mut order = packages(&ours["functions"]);
    order.dedup();
    // The application's own first, then Node's; what is no function last.
    assert_eq!(order, packages(&ours["packages"]));
    assert_eq!(order.first().unwrap(), "(application)");
    let oracle = stored("node-sampling.oracle.json");
    assert_eq!(ours["total"].as_f64(), oracle["all"]["total"].as_f64());
    let own = list(&ours["functions"])
        .iter()
        .map(|row| row["own"].as_f64().unwrap());
    assert_eq!(Some(own.sum()), ours["total"].as_f64());
    for format in ["speedscope", "collapsed"] {
        let out = text(&["profile", &file, "--export", format]);
        let target = folder.path(format);
        assert_eq!(
            text(&["profile", &file, "--export", format, "-o", &target]),
            ""
        );
        assert_eq!(std::fs::read_to_string(&target).unwrap(), out);
        if format == "speedscope" {
            let json: Value = serde_json::from_str(&out).unwrap();
            assert_eq!(json["profiles"][0]["unit"], "bytes");
        } else {
            let sizes = out
                .lines()
                .map(|line| line.rsplit_once(' ').unwrap().1.parse::<f64>().unwrap());
            assert_eq!(Some(sizes.sum()), ours["total"].as_f64());
        }
    }
}

#[test]
fn what_is_detached_is_found_and_what_leaks_has_evidence() {
    let file = fixture("chromium-dom.heapsnapshot");
    let detached = json(&["detached", &file]);
    assert_eq!(detached["findings"][0]["pattern"], "detached-tree");
    let found = json(&["findings", &file, "--top", ALL]);
    assert_eq!(found["count"], json!(list(&found["findings"]).len()));
    let second = json(&["findings", &file, "--from", "1", "--top", "1"]);
    assert_eq!(second["findings"][0], found["findings"][1]);
    let evidence = &found["findings"][0]["evidence"][0];
    assert!(
        evidence["object"]["id"].as_u64().unwrap() > 0
            && evidence["retained"].as_u64().unwrap() > 0
    );
}

#[test]
fn one_object_frees_what_it_retains() {
    let file = fixture("node-mixed.heapsnapshot");
    let maps = json(&["summary", &file, "--class", "Map", "--top", "1"]);
    let map = &maps["objects"][0];
    let id = format!("@{}", map["id"]);
    let freed = json(&["what-if", &file, &id]);
    assert_eq!(freed["freed"]["bytes"], map["retained"]);
    assert_eq!(json(&["paths", &file, &id])["held"], "kept alive");
    // The same by its references: one is not enough, all of them are.
    let held_by = json(&["retainers", &file, &id, "--top", ALL]);
    let cuts = list(&held_by["retainers"]).iter().map(|row| {
        let reference = row["reference"].as_str().unwrap();
        format!("--cut=@{}.{reference}", row["id"])
    });
    let cuts: Vec<String> = cuts.collect();
    let cut = |cuts: &[String]| {
        let cuts: Vec<&str> = cuts.iter().map(String::as_str).collect();
        json(&[&["what-if", &file][..], &cuts].concat())["bytes"].clone()
    };
    assert_eq!(cut(&cuts), map["retained"]);
    assert!(cuts.len() > 1);
    for one in &cuts {
        assert_eq!(cut(std::slice::from_ref(one)), 0, "{one}");
    }
}
