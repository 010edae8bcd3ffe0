//! The holder up to the first telling name.

use std::fmt::Write as _;

use heap::story;

use super::{at, holder, page, told};

/// A cache of a library in a property of a service.
const MEMOIZED: &str = r#"
    @10 object ReportService 10: build -> @11
    @11 closure memoized 10: cache -> @12
    @12 object MapCache 10: __data__ -> @13, __proto__ -> @30
    @13 object Object 10: string -> @14
    @14 object Hash 10: __data__ -> @15, __proto__ -> @30
    @15 object Object 10: "from=1" -> @16
    @16 object Report 10
    @30 object Object 10: constructor -> @31
    @31 closure Hash 10 at 4:1:1: internal shared -> @32
    @32 code Hash 10: internal script -> @33
    @33 code "file:///srv/node_modules/lodash/lodash.js" 10
"#;

#[test]
fn a_holder_goes_up_to_the_first_name_of_the_program() {
    let snapshot = page("reports -> @10", MEMOIZED);
    assert_eq!(
        holder(&snapshot, 15),
        "__data__ of Hash ← … ← cache of memoized() ← build of ReportService"
    );
    assert_eq!(
        holder(&snapshot, 12),
        "cache of memoized() ← build of ReportService"
    );
    assert_eq!(holder(&snapshot, 11), "build of ReportService");
    assert_eq!(
        told(&snapshot, 16),
        "Report ← from=1 of {from=1} ← __data__ of Hash ← string of {string} ← __data__ of MapCache ← cache of memoized() ← build of ReportService ← reports of App ← app of Window"
    );
}

#[test]
fn lists_have_the_name_of_the_property_that_has_them() {
    let snapshot = page(
        "rows -> @10, byId -> @12",
        r#"
        @10 object Array 10: 4 -> @11
        @11 object Row 10
        @12 object Map 10: internal table -> @13
        @13 array "" 10: internal "3" -> @14
        @14 object Entry 10
        "#,
    );
    assert_eq!(
        told(&snapshot, 11),
        "Row ← [4] of rows of App ← app of Window"
    );
    assert_eq!(
        told(&snapshot, 14),
        "Entry ← entry of byId of App ← app of Window"
    );
    assert_eq!(holder(&snapshot, 11), "[4] of rows of App");
    assert_eq!(holder(&snapshot, 10), "rows of App");
}

#[test]
fn a_chain_is_counted() {
    let mut nodes = String::new();
    for id in 10..40 {
        let _ = writeln!(nodes, "@{id} object Node 10: next -> @{}", id + 1);
    }
    let snapshot = page("head -> @10", &(nodes + "@40 object Node 10"));
    assert_eq!(
        told(&snapshot, 40),
        "Node ← next of Node, 30 times ← head of App ← app of Window"
    );
}

#[test]
fn a_long_path_is_cut_in_the_middle() {
    let mut nodes = String::new();
    for id in 10..40 {
        let _ = writeln!(nodes, "@{id} object Node{id} 10: next -> @{}", id + 1);
    }
    let snapshot = page("head -> @10", &(nodes + "@40 object Last 10"));
    let told = told(&snapshot, 40);
    assert!(told.starts_with("Last ← next of Node39 ←"));
    assert!(
        told.contains("next of Node34 ← … 20 more … ← next of Node13"),
        "{told}"
    );
    assert!(told.ends_with("← head of App ← app of Window"));
}

#[test]
fn an_entry_of_a_weak_map_has_its_key() {
    let snapshot = page(
        "key -> @10, data -> @11",
        r#"
        @10 object Widget 10: internal "3 / part of key (Widget @10) -> value (State @13) pair in WeakMap (table @12)" -> @13
        @11 object WeakMap 10: internal table -> @12
        @12 array "" 10: internal "4 / part of key (Widget @10) -> value (State @13) pair in WeakMap (table @12)" -> @13
        @13 object State 10
        "#,
    );
    assert!(told(&snapshot, 13).contains("in a WeakMap"));
}

#[test]
fn the_middle_of_a_very_long_path_is_one_piece() {
    let mut nodes = String::new();
    for id in 10..3010 {
        let _ = writeln!(nodes, "@{id} object Node 10: next -> @{}", id + 1);
    }
    let snapshot = page("head -> @10", &(nodes + "@3010 object Node 10"));
    assert_eq!(
        told(&snapshot, 3010),
        "Node ← next of Node, 500 times ← … 2,002 steps … ← next of Node, 498 times ← head of App ← app of Window"
    );
}

#[test]
fn a_global_variable_is_told_by_name_and_v8s_copies_are_left_out() {
    let snapshot = page(
        "list -> @10, cell -> @20, map -> @30",
        r#"
        @10 object Array 10: 0 -> @11, internal elements -> @12
        @12 array "(object elements)" 10: internal "0" -> @11
        @11 object Row 10
        @20 native "system / PropertyCell" 10: internal value -> @21, hidden 1 -> @22
        @21 object Registry 10
        @22 string registry 10
        @30 object Map 10: internal table -> @31
        @31 array "" 10: internal "1" -> @11
        "#,
    );
    assert_eq!(told(&snapshot, 21), "Registry ← global variable registry");
    let all: Vec<_> = snapshot.edges_to(at(&snapshot, 11)).collect();
    let sources = |edges: &[heap::EdgeIx]| {
        let graph = snapshot.graph();
        let ids = edges.iter().map(|edge| graph.id(graph.source(*edge)).0);
        ids.collect::<Vec<_>>()
    };
    assert_eq!(sources(&all), [31, 12, 10]);
    // The store of the array is left out beside the array, the table of another map is not.
    assert_eq!(sources(&story::without_copies(&snapshot, &all)), [31, 10]);
    assert_eq!(
        sources(&story::without_copies(&snapshot, &all[..2])),
        [31, 12]
    );
}
