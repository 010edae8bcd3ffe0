//! Names as lists show them.

use std::fmt::Write;

use heap::{NodeIx, Value};
use proptest::prelude::*;

use super::{at, drawn, grown, name, units};
use crate::draw::{Drawing, EdgeKind, NodeKind};
use crate::random::{Limits, drawing};
use crate::twin::{Figures, figures};

const ROOT: &str = "@1 synthetic \"\" 0: shortcut win -> @3\n";

#[test]
fn plain_objects_show_properties_from_both_ends() {
    let heap = drawn(&format!(
        r#"{ROOT}
        @3 object Object 8: a -> @5, __proto__ -> @5, 0 -> @5, "b,c" -> @5, d -> @5
        @5 object Object 8
        @7 object Object 8: {}, last -> @5
        "#,
        (0..30)
            .map(|n| format!("property{n} -> @5"))
            .collect::<Vec<_>>()
            .join(", ")
    ));
    assert_eq!(name(&heap, 3), r#"{a, "b,c", d}"#);
    assert_eq!(name(&heap, 5), "{}");
    assert_eq!(
        name(&heap, 7),
        "{property0, property1, property2, property3, property4, …, property27, property28, property29, last}"
    );
}

#[test]
fn concatenated_strings_are_put_together() {
    let heap = drawn(&format!(
        r#"{ROOT}
        @3 object Window 8: a -> @5, b -> @7
        @5 concatenated-string "(concatenated string)" 8: internal first -> @9, internal second -> @7
        @7 concatenated-string "(concatenated string)" 8: internal second -> @9, internal first -> @11
        @9 string "\ud83d" 8
        @11 string "\ude00" 8
        @13 concatenated-string "(concatenated string)" 8: internal second -> @9
        @15 sliced-string "(sliced string)" 8
        "#
    ));
    // The halves of a pair meet; what is missing is the first node of the file.
    assert_eq!(name(&heap, 5), "😀\u{FFFD}");
    assert_eq!(name(&heap, 7), "\u{FFFD}\u{FFFD}");
    assert_eq!(name(&heap, 13), "\u{FFFD}");
    assert_eq!(name(&heap, 15), "(sliced string)");
}

#[test]
fn a_string_that_is_part_of_itself_has_an_end() {
    let heap = drawn(&format!(
        r#"{ROOT}
        @3 object Window 8: a -> @5
        @5 concatenated-string c 8: internal first -> @5, internal second -> @5
        @7 concatenated-string c 8: internal first -> @9, internal second -> @7
        @9 string x 8
        @11 concatenated-string c 8: internal first -> @13, internal second -> @13
        @13 concatenated-string c 8: internal first -> @15, internal second -> @11
        @15 string "" 8
        "#
    ));
    assert_eq!(name(&heap, 5), "");
    assert_eq!(name(&heap, 7), "x".repeat(1024));
    assert_eq!(name(&heap, 11), "");
}

/// A program that appends makes such chains; shared empty parts double the ways with every step.
#[test]
fn long_chains_and_doubled_parts_are_quick() {
    let mut text = String::from(ROOT);
    text += "@3 object Window 8\n@5 string ab 8\n@7 string \"\" 8\n";
    let mut last = (5, 7);
    for step in 0..3000_u64 {
        let (chain, twice) = (9 + 4 * step, 11 + 4 * step);
        let (before, twice_before) = last;
        let _ = writeln!(
            text,
            "@{chain} concatenated-string c 8: internal first -> @{before}, internal second -> @5"
        );
        let _ = writeln!(
            text,
            "@{twice} concatenated-string c 8: internal first -> @{twice_before}, internal second -> @{twice_before}"
        );
        last = (chain, twice);
    }
    let heap = drawn(&text);
    assert_eq!(name(&heap, last.0), "ab".repeat(512));
    assert_eq!(name(&heap, 9), "abab");
    assert_eq!(name(&heap, last.1), "");
}

#[test]
fn primitives_have_values() {
    let heap = drawn(&format!(
        r#"{ROOT}
        @3 object Window 8
        @5 number "smi number" 0: internal value -> @7
        @7 string "71" 0
        @9 number bool 0: internal value -> @11
        @11 string true 0
        @13 number "heap number" 12
        @15 concatenated-string c 8: internal first -> @7, internal second -> @11
        "#
    ));
    let value = |id| heap.value(at(&heap, id));
    assert_eq!(value(5), Some(Value::Number(b"71")));
    assert_eq!(value(9), Some(Value::Boolean(true)));
    assert_eq!(value(7), Some(Value::String(b"71"[..].into())));
    assert_eq!(value(15), Some(Value::String(b"71true"[..].into())));
    assert_eq!(value(13), None);
    assert_eq!(value(3), None);
}

proptest! {
    #![proptest_config(crate::random::cases(256))]

    #[test]
    fn names_are_those_of_the_twin(drawing in drawing(Limits { lone_surrogates: true, root_anywhere: true, ..Limits::default() })) {
        let (heap, figures) = (grown(&drawing), figures(&drawing));
        for node in 0..drawing.nodes.len() {
            let shown = heap.name(NodeIx(node as u32));
            if let Some(expected) = shown_name(&drawing, &figures, node) {
                prop_assert_eq!(units(&shown), expected, "node {}", node);
            }
        }
    }
}

/// The name word by word as DevTools makes it; `None` where DevTools would not come to an end.
fn shown_name(drawing: &Drawing, figures: &Figures, node: usize) -> Option<Vec<u16>> {
    if drawing.nodes[node].kind != NodeKind::ConcatenatedString {
        let is_plain =
            drawing.nodes[node].kind == NodeKind::Object && drawing.name(node).is("Object");
        // Plain objects: see the oracle.
        return (!is_plain).then(|| figures.name[node].units().to_vec());
    }
    let mut stack = vec![node];
    let mut name = Vec::new();
    for _ in 0..100_000 {
        let Some(node) = stack.pop() else {
            return Some(name);
        };
        if name.len() >= 1024 {
            return Some(name);
        }
        if drawing.nodes[node].kind != NodeKind::ConcatenatedString {
            name.extend(figures.name[node].units());
            continue;
        }
        let (mut first, mut second) = (0, 0);
        for edge in &drawing.nodes[node].edges {
            if first != 0 && second != 0 {
                break;
            }
            if edge.kind == EdgeKind::Internal && drawing.strings[edge.name_or_index].is("first") {
                first = edge.to;
            }
            if edge.kind == EdgeKind::Internal && drawing.strings[edge.name_or_index].is("second") {
                second = edge.to;
            }
        }
        stack.extend([second, first]);
    }
    None
}
