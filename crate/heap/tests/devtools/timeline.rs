//! Allocation timelines beside DevTools' figures.

use heap::{AllocationRow, Code, Frame, ObjectId, Selection, Snapshot, Stacks, intervals};
use serde_json::{Value, json};

use super::{
    figures::{differs, node, rows_differ, text},
    fixture,
};

const TIMELINES: [&str; 2] = [
    "node-timeline.heaptimeline",
    "chromium-timeline.heaptimeline",
];

#[test]
fn intervals_are_devtools_samples() {
    for name in TIMELINES {
        let (snapshot, oracle) = (open(name), fixture::oracle(name));
        let intervals = intervals(&snapshot).unwrap();
        let ours = json!({
            "timestamps": intervals.iter().map(|interval| interval.time).collect::<Vec<_>>(),
            "lastAssignedIds": intervals.iter().map(|interval| interval.last_id.0).collect::<Vec<_>>(),
            "sizes": intervals.iter().map(|interval| interval.alive).collect::<Vec<_>>(),
        });
        for column in ["timestamps", "lastAssignedIds", "sizes"] {
            assert_eq!(
                numbers(&ours[column]),
                numbers(&oracle["samples"][column]),
                "{name}"
            );
        }
    }
}

#[test]
fn rows_of_an_interval_are_devtools() {
    for name in fixture::SNAPSHOTS {
        let (snapshot, oracle) = (open(name), fixture::oracle(name));
        let range = &oracle["idRange"];
        let [after, until] = ["min", "max"].map(|end| ObjectId(range[end].as_u64().unwrap()));
        let made = Selection::made(&snapshot, after, until);
        assert_eq!(
            rows_differ(name, made.rows(), &range["rows"]),
            Vec::<String>::new()
        );
    }
}

#[test]
fn functions_that_allocated_are_devtools() {
    for name in TIMELINES {
        let (snapshot, oracle) = (open(name), fixture::oracle(name));
        let Some(theirs) = oracle.get("allocation") else {
            assert_eq!(Stacks::new(&snapshot).unwrap_err().code, Code::NotRecorded);
            continue;
        };
        let stacks = Stacks::new(&snapshot).unwrap();
        assert_eq!(rows(stacks.tops()), list(&theirs["tops"]), "{name}");
        // DevTools numbers what it shows; this has the paths to its numbers.
        let path = |id: &Value| {
            let top = theirs["tops"]
                .as_array()
                .unwrap()
                .iter()
                .position(|top| top[0] == *id);
            [stacks.tops()[top.unwrap()].function]
        };
        for callers in theirs["callers"].as_array().unwrap() {
            let ours = stacks.callers(&path(&callers["id"])).unwrap();
            assert_eq!(rows(&ours.single), list(&callers["single"]), "{name}");
            assert_eq!(rows(&ours.branching), list(&callers["branching"]), "{name}");
        }
        for classes in theirs["classesOf"].as_array().unwrap() {
            let ours = stacks.objects(&path(&classes["id"])).unwrap();
            assert_eq!(
                rows_differ(name, ours.rows(), &classes["rows"]),
                Vec::<String>::new()
            );
        }
        for stack in theirs["stacks"].as_array().unwrap() {
            let frames = stacks.stack(node(&stack["ordinal"]), 0..usize::MAX);
            let ours: Value = frames.iter().map(frame).collect();
            assert_eq!(differs(name, &ours, &stack["frames"]), None);
        }
    }
}

#[test]
fn a_timeline_that_devtools_fails_on_is_read_and_answered() {
    let name = "node-timeline-own.heaptimeline";
    let error = fixture::oracle(name)["error"].to_string();
    assert!(error.contains("addTraceTopNode"), "{error}");
    let snapshot = open(name);
    let stacks = Stacks::new(&snapshot).unwrap();
    let recorded: u64 = snapshot
        .graph()
        .traces()
        .iter()
        .map(|trace| trace.size)
        .sum();
    let shown: u64 = stacks.tops().iter().map(|row| row.size).sum();
    assert_eq!(shown, recorded);
    assert!(stacks.tops().iter().any(|row| row.frame.name == b"Ticket"));
    for top in stacks.tops() {
        let callers = stacks.callers(&[top.function]).unwrap();
        let first = callers.single.first();
        let up: u64 = first.map_or_else(
            || callers.branching.iter().map(|row| row.size).sum(),
            |row| row.size,
        );
        assert!(up == top.size || !top.has_callers, "{top:?}");
    }
    assert!(!intervals(&snapshot).unwrap().is_empty());
}

#[test]
fn a_snapshot_has_no_times_and_no_stacks() {
    let snapshot = open("node-mixed.heapsnapshot");
    assert_eq!(intervals(&snapshot).unwrap_err().code, Code::NotRecorded);
    assert_eq!(Stacks::new(&snapshot).unwrap_err().code, Code::NotRecorded);
}

fn open(name: &str) -> Snapshot {
    fixture::open(&fixture::bytes(name))
}

/// JSON tells `1` from `1.0`.
fn numbers(list: &Value) -> Vec<f64> {
    let list = list.as_array().unwrap();
    list.iter().map(|number| number.as_f64().unwrap()).collect()
}

/// Without DevTools' numbers of rows.
fn list(rows: &Value) -> Vec<Value> {
    let rows = rows.as_array().unwrap().iter();
    rows.map(|row| row.as_array().unwrap()[1..].into())
        .collect()
}

fn rows(rows: &[AllocationRow]) -> Vec<Value> {
    let row = |row: &AllocationRow| {
        let mut values = frame(&row.frame);
        let figures = json!([
            row.count,
            row.size,
            row.live_count,
            row.live_size,
            row.has_callers
        ]);
        let values_list = values.as_array_mut().unwrap();
        values_list.extend(figures.as_array().unwrap().iter().cloned());
        values
    };
    rows.iter().map(row).collect()
}

fn frame(frame: &Frame) -> Value {
    let location = frame.location.unwrap();
    json!([
        text(&frame.name),
        text(&frame.script_name),
        location.script,
        location.line,
        location.column
    ])
}
