//! Whole files of programs that write the format in their own way.

use heap::{ObjectId, Snapshot};
use serde_json::{Value, json};

use crate::{
    hostile::{SMALL, analyse, changed, read},
    redact::check_same,
};

/// Node 6 and 8.
const OLD: &str = include_str!("old.heapsnapshot");
/// Julia's `Profile.take_heap_snapshot`.
const JULIA: &str = include_str!("julia.heapsnapshot");
/// Hermes until June 2024.
const HERMES: &str = include_str!("hermes.heapsnapshot");

fn open(text: &str) -> Snapshot {
    let snapshot = |chunk| analyse(read(text.as_bytes(), chunk).unwrap());
    let whole = snapshot(usize::MAX);
    check_same(&whole, &snapshot(1));
    whole
}

/// Name, count, shallow and retained size, by name.
fn rows(snapshot: &Snapshot) -> Vec<(String, u32, u64, u64)> {
    let rows = snapshot.rows().iter();
    let name = |name: &[u8]| String::from_utf8_lossy(name).into_owned();
    let mut rows: Vec<_> = rows
        .map(|row| (name(&row.name), row.count, row.shallow, row.retained))
        .collect();
    rows.sort();
    rows
}

fn row(name: &str, count: u32, shallow: u64, retained: u64) -> (String, u32, u64, u64) {
    (name.to_owned(), count, shallow, retained)
}

#[test]
fn a_symbol_whose_type_is_not_named_is_a_symbol() {
    let snapshot = open(OLD);
    assert_eq!(snapshot.graph().node_count(), 6);
    assert_eq!(snapshot.total_size(), 232);
    let expected = [
        row("(symbol)", 1, 32, 32),
        row("Item", 2, 160, 160),
        row("Store", 1, 40, 232),
    ];
    assert_eq!(rows(&snapshot), expected);
    // Where types are in another order nobody knows what is meant, and DevTools says so.
    let other = open(&OLD.replace("[\"hidden\",\"array\"", "[\"array\",\"hidden\""));
    assert_eq!(rows(&other)[0], row("(undefined)", 1, 32, 32));
}

#[test]
fn addresses_are_ids() {
    let snapshot = open(JULIA);
    assert_eq!(snapshot.total_size(), 1271);
    let expected = [
        row("(synthetic)", 1, 1, 1271),
        row("Module", 1, 840, 1270),
        row("Task", 1, 430, 430),
    ];
    let named = |row: &&(String, u32, u64, u64)| expected.iter().any(|other| other.0 == row.0);
    assert_eq!(
        rows(&snapshot)
            .iter()
            .filter(named)
            .cloned()
            .collect::<Vec<_>>(),
        expected
    );
    let graph = snapshot.graph();
    let ids: Vec<u64> = graph.nodes().map(|node| graph.id(node).0).collect();
    assert_eq!(ids, [0, 140_266_963_149_888, 4_775_375_728, 4_829_153_440]);
    for (node, id) in graph.nodes().zip(ids) {
        assert_eq!(graph.find(ObjectId(id)), Some(node));
        assert_eq!(graph.find(ObjectId(id | 1 << 50)), None);
    }
}

#[test]
fn addresses_hold_through_comparisons() {
    // 2^32 further on is another object, though DevTools would not see it.
    let moved = JULIA.replace("4829153440", "9124120736");
    assert_eq!(4_829_153_440 + (1_u64 << 32), 9_124_120_736);
    let (before, after) = (open(JULIA), open(&moved));
    let comparison = heap::Comparison::new(&before, &after);
    let [row] = comparison.rows() else {
        panic!("one class changed")
    };
    assert_eq!(
        (&row.name[..], row.added_count, row.removed_count),
        (&b"Task"[..], 1, 1)
    );
    let stayed = heap::made_between_and_still_there(&before, &after, &after);
    assert_eq!(stayed.rows().len(), 1);
}

#[test]
fn counts_of_zero_are_no_loss() {
    let snapshot = open(HERMES);
    assert_eq!(snapshot.graph().node_count(), 5);
    assert_eq!(snapshot.total_size(), 200);
    assert_eq!(
        rows(&snapshot),
        [row("Item", 2, 160, 160), row("Store", 1, 40, 200)]
    );
}

#[test]
fn a_program_may_have_more_types_than_a_byte_tells_apart() {
    let nodes = 700;
    let types = (0..nodes).map(|at| format!("Type{{{at}}}"));
    let types: Vec<String> = [String::from("synthetic")]
        .into_iter()
        .chain(types)
        .collect();
    let mut table: Vec<u64> = vec![0, 0, 1, 0, nodes];
    let mut edges = Vec::new();
    for at in 1..=nodes {
        table.extend([at, 0, (at << 40) + 1, at, 0]);
        edges.extend([0, u64::MAX - at, 5 * at]);
    }
    let file = json!({
        "snapshot": {"meta": {
            "node_fields": ["type", "name", "id", "self_size", "edge_count"],
            "node_types": [types],
            "edge_fields": ["type", "name_or_index", "to_node"], "edge_types": [["element"]],
        }},
        "nodes": table, "edges": edges, "strings": [""],
    });
    let snapshot = open(&file.to_string());
    let rows = rows(&snapshot);
    assert_eq!(rows.len(), 700);
    for at in 1..=nodes {
        assert!(rows.contains(&row(&format!("(Type{{{}}})", at - 1), 1, at, at)));
    }
    let last = snapshot.graph().nodes().next_back().unwrap();
    assert_eq!(snapshot.graph().kind_name(last), "Type{699}");
    // Of an index beyond 32 bits the lower ones count, as in DevTools.
    let edge = snapshot
        .graph()
        .edges(snapshot.graph().root())
        .next()
        .unwrap();
    assert_eq!(
        snapshot.graph().edge_name(edge),
        heap::EdgeName::Index(u32::MAX - 1)
    );
}

#[test]
fn edges_of_types_that_are_not_named_lead_on() {
    for kind in ["7", "8", "31"] {
        for name in ["5", "7", "4294967295"] {
            let bytes = changed("2,5,18", &format!("{kind},{name},18"));
            let snapshot = open(&String::from_utf8(bytes).unwrap());
            assert_eq!(snapshot.total_size(), 48);
            let graph = snapshot.graph();
            let entry = graph.find(ObjectId(7)).unwrap();
            let retainers =
                snapshot.retainers_of(entry, None, heap::Sort::ascending(heap::Column::File), 0..9);
            // The first one is what DevTools calls invisible.
            assert_eq!(retainers.total, u32::from(kind != "7"), "{kind}");
        }
    }
}

#[test]
fn what_some_leave_out_and_others_add_changes_nothing() {
    let whole = open(SMALL);
    let value: Value = serde_json::from_str(SMALL).unwrap();
    let mut texts = vec![
        SMALL.trim_end().to_owned(),
        format!("\u{feff}\r\n\t {SMALL}\n\n"),
        serde_json::to_string_pretty(&value).unwrap(),
    ];
    let optional = ["trace_function_infos", "trace_tree", "samples", "locations"];
    for name in optional {
        let mut without = value.clone();
        without.as_object_mut().unwrap().remove(name);
        texts.push(without.to_string());
        let mut none = value.clone();
        none[name] = Value::Null;
        texts.push(none.to_string());
    }
    let fields = [
        "trace_function_info_fields",
        "trace_node_fields",
        "sample_fields",
        "location_fields",
    ];
    for name in fields {
        for other in [Value::Null, json!(["odd"]), json!({}), json!([1])] {
            let mut file = value.clone();
            file["snapshot"]["meta"][name] = other;
            texts.push(file.to_string());
        }
    }
    for text in texts {
        check_same(&whole, &open(&text));
    }
}

#[test]
fn fields_of_other_programs_are_passed_over() {
    // ArkTS writes the bytes outside of its heap behind what V8 writes.
    let mut file: Value = serde_json::from_str(SMALL).unwrap();
    file["snapshot"]["meta"]["node_fields"]
        .as_array_mut()
        .unwrap()
        .push("native_size".into());
    let nodes = file["nodes"].as_array().unwrap().chunks(6);
    let nodes: Vec<Value> = nodes.flat_map(|row| [row, &[json!(77)]].concat()).collect();
    file["nodes"] = nodes.into();
    for at in [2, 5, 8, 11] {
        let to = file["edges"][at].as_u64().unwrap() / 6 * 7;
        file["edges"][at] = to.into();
    }
    let snapshot = open(&file.to_string());
    check_same(&open(SMALL), &snapshot);
}
