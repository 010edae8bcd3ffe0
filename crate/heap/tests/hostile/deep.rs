//! A million steps deep, and in circles.

use std::fmt::Write;

use heap::NodeIx;

use super::{SMALL, analyse, read};

const DEPTH: usize = 1_000_000;
const LAST: i32 = 999_999;

/// The root, then one object after the other.
fn list(last_to: usize) -> String {
    let (head, _) = SMALL.split_once("\"nodes\":").unwrap();
    let mut text = head.replace("_count\":4", &format!("_count\":{DEPTH}"));
    text.push_str("\"nodes\":[");
    for node in 0..DEPTH {
        let kind = if node == 0 { 9 } else { 3 };
        let comma = if node == 0 { "" } else { "," };
        write!(text, "{comma}{kind},0,{},1,1,0", 2 * node + 1).unwrap();
    }
    text.push_str("],\"edges\":[");
    for node in 0..DEPTH {
        let comma = if node == 0 { "" } else { "," };
        let to = if node + 1 < DEPTH { node + 1 } else { last_to };
        write!(text, "{comma}2,1,{}", 6 * to).unwrap();
    }
    text.push_str("],\"strings\":[\"Node\",\"next\"]}");
    text
}

#[test]
fn a_list_of_a_million_objects_has_its_figures() {
    for last_to in [0, DEPTH / 2, DEPTH - 1] {
        let snapshot = analyse(read(list(last_to).as_bytes(), 1 << 16).unwrap());
        let last = NodeIx(DEPTH as u32 - 1);
        assert_eq!(snapshot.total_size(), DEPTH as u64);
        assert_eq!(snapshot.dominator(last), NodeIx(DEPTH as u32 - 2));
        assert_eq!(snapshot.retained_size(last), 1);
        // The first node is a user root of the root.
        assert_eq!(snapshot.distance(last), LAST);
        assert_eq!(snapshot.rows()[1].retained, DEPTH as u64 - 1);
        snapshot.index_retainers();
    }
}

#[test]
fn stacks_of_a_million_calls_and_lists_of_a_million_lists_are_read() {
    let mut tree = String::new();
    for id in 1..=DEPTH {
        write!(tree, "{id},0,1,1,[").unwrap();
    }
    tree.push_str(&"]".repeat(DEPTH));
    let text = SMALL.replacen("\"trace_tree\":[]", &format!("\"trace_tree\":[{tree}]"), 1);
    let graph = read(text.as_bytes(), 1 << 16).unwrap();
    assert_eq!(graph.traces().len(), DEPTH);
    assert_eq!(graph.traces()[DEPTH - 1].caller, DEPTH as u32 - 2);

    let nest = format!("{{\"odd\":{}{},", "[".repeat(DEPTH), "]".repeat(DEPTH));
    let text = SMALL.replacen('{', &nest, 1);
    assert_eq!(read(text.as_bytes(), 1 << 16).unwrap().node_count(), 4);
    let text = SMALL.replacen("\"meta\":", &format!("\"odd\":{}", "[".repeat(DEPTH)), 1);
    assert_eq!(super::refusal(text.as_bytes()).0, "limit.size");
}
