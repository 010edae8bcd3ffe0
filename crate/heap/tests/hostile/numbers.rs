//! Counts that lie, indexes that lead nowhere, numbers too large.

use super::{changed, read, refusal};

const HUGE: [&str; 4] = [
    "4294967296",
    "1000000000000000",
    "1e15",
    "18446744073709551616",
];

#[test]
fn counts_of_the_header_are_a_hint() {
    let whole = super::analyse(read(super::SMALL.as_bytes(), 9).unwrap());
    for count in ["node_count", "edge_count"] {
        let values = ["0", "1", "3", "5", "4294967200", "-1", "4.5", "null", "{}"];
        for value in values.iter().chain(&HUGE) {
            for to in [format!("\"{count}\":{value}"), "\"odd\":4".into()] {
                let bytes = changed(&format!("\"{count}\":4"), &to);
                for chunk in [1, 1000] {
                    let snapshot = super::analyse(read(&bytes, chunk).unwrap());
                    crate::redact::check_same(&whole, &snapshot);
                }
            }
        }
    }
    // What a node says of its edges must agree.
    assert_eq!(
        refusal(&changed("9,0,1,0,1,0", "9,0,1,0,2,0")).0,
        "heap.count"
    );
    assert_eq!(
        refusal(&changed("9,0,1,0,1,0", "9,0,1,0,4294967295,0")).0,
        "limit.size"
    );
    assert!(read(&changed("function_count\":0", "function_count\":9"), 9).is_ok());
}

#[test]
fn indexes_that_lead_nowhere_are_found_out() {
    for (from, to, code) in [
        ("1,1,6", "1,1,24", "heap.index"),
        ("1,1,6", "1,1,7", "heap.index"),
        ("1,1,6", "1,1,4294967296", "heap.index"),
        ("5,4,12", "5,7,12", "heap.index"),
        ("5,4,12", "32,4,12", "heap.index"),
        ("5,4,12", "4294967301,4,12", "heap.index"),
        ("3,3,7,16", "3,7,7,16", "heap.index"),
        ("3,3,7,16", "32,3,7,16", "heap.index"),
        ("3,3,7,16", "4294967299,3,7,16", "heap.index"),
        ("3,3,7,16,0,0", "3,3,7,16,0,3", "heap.number"),
        (
            "edge_count\":4",
            "edge_count\":4,\"root_index\":24",
            "heap.index",
        ),
        (
            "edge_count\":4",
            "edge_count\":4,\"root_index\":3",
            "heap.index",
        ),
        (
            "edge_count\":4",
            "edge_count\":4,\"root_index\":-6",
            "heap.number",
        ),
        ("\"locations\":[", "\"locations\":[24,1,2,3", "heap.index"),
        ("\"locations\":[", "\"locations\":[5,1,2,3", "heap.index"),
        ("\"locations\":[", "\"locations\":[6,1,2", "heap.count"),
    ] {
        assert_eq!(refusal(&changed(from, to)).0, code, "{to}");
    }
}

#[test]
fn a_function_or_a_stack_that_is_not_there_is_no_reason_to_refuse_the_graph() {
    let text = String::from_utf8(crate::draw::draw(
        "@1 synthetic \"\" 8 trace 9\nfunction f app.js 7:1:2\ntrace 1 root f 0 0",
    ))
    .unwrap();
    let odd = text.replacen("\"trace_tree\":[1,0,", "\"trace_tree\":[1,77,", 1);
    assert_ne!(text, odd);
    let snapshot = super::analyse(read(odd.as_bytes(), 9).unwrap());
    assert_eq!(snapshot.graph().traces()[0].function, 77);
}

#[test]
fn numbers_too_large_for_their_field_are_refused() {
    for value in &HUGE[..2] {
        for (from, to) in [
            ("3,3,7,16", format!("3,{value},7,16")),
            ("5,4,12", format!("5,{value},12")),
            ("\"locations\":[", format!("\"locations\":[6,{value},2,3")),
        ] {
            assert_eq!(
                refusal(&changed(from, &to)).0,
                "heap.number-too-large",
                "{to}"
            );
        }
    }
    assert_eq!(
        refusal(&changed("3,3,7,16", "3,3,7,18446744073709551616")).0,
        "heap.number-too-large"
    );
    assert_eq!(refusal(&changed("3,3,7,16", "3,3,7,-16")).0, "heap.number");
    assert_eq!(refusal(&changed("3,3,7,16", "3,3,7,1e3")).0, "heap.number");
}

#[test]
fn sizes_of_more_than_all_memory_do_not_overflow() {
    let max = u64::MAX.to_string();
    let text = String::from_utf8(changed("3,3,7,16", &format!("3,3,7,{max}"))).unwrap();
    let text = text.replacen("3,2,5,32", &format!("3,2,5,{max}"), 1);
    for header in ["", ",\"extra_native_bytes\":9007199254740992"] {
        let text = text.replacen("edge_count\":4", &format!("edge_count\":4{header}"), 1);
        let snapshot = super::analyse(read(text.as_bytes(), 9).unwrap());
        assert_eq!(snapshot.total_size(), u64::MAX);
        assert!(snapshot.rows().iter().all(|row| row.retained == u64::MAX));
    }
}
