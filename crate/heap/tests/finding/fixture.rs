//! Real files, with what their programs (`tests/oracle/program`, `tests/oracle/page`) leak and no more.

use std::{fs, io::Read, path::PathBuf};

use flate2::read::GzDecoder;
use heap::{GrowthOptions, Pattern, Snapshot, findings, growth};

use super::{labels, notable, open, usual};

fn fixture(name: &str) -> Snapshot {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixture/heap");
    let packed = fs::read(folder.join(format!("{name}.gz"))).unwrap();
    let mut bytes = Vec::new();
    GzDecoder::new(&packed[..]).read_to_end(&mut bytes).unwrap();
    open(&bytes)
}

fn patterns(snapshot: &Snapshot) -> Vec<&'static str> {
    let mut ids: Vec<_> = findings(snapshot)
        .iter()
        .map(|found| found.pattern.id())
        .collect();
    ids.sort_unstable();
    ids
}

#[test]
fn a_program_of_node() {
    let snapshot = fixture("node-mixed.heapsnapshot");
    assert_eq!(
        patterns(&snapshot),
        ["empty-weak-refs", "listeners", "shared-scope"]
    );
    let listeners = notable(&snapshot, Pattern::Listeners);
    assert_eq!(
        labels(&listeners),
        ["12 listeners of listener() (mixed.mjs:60:62) on Bus: 1.2 kB"]
    );
    assert_eq!(notable(&snapshot, Pattern::EmptyWeakRefs).count, 20);
    let scopes = notable(&snapshot, Pattern::SharedScope);
    assert_eq!(scopes.count, 5);
    assert!(scopes.evidence[0].label.contains("`shared`"));
    assert_eq!(usual(&snapshot, Pattern::Timers).unwrap().count, 2);
    assert_eq!(usual(&snapshot, Pattern::HeldByWasm).unwrap().count, 4);
    assert_eq!(
        usual(&snapshot, Pattern::WasmMemory).unwrap().retained,
        65_536
    );
}

#[test]
fn ordinary_heaps_have_no_findings() {
    for name in [
        "node-pair-before.heapsnapshot",
        "node-pair-after.heapsnapshot",
        "node-pair-last.heapsnapshot",
        "node-timeline.heaptimeline",
    ] {
        assert_eq!(patterns(&fixture(name)), [""; 0], "{name}");
    }
}

#[test]
fn a_program_with_a_deep_list() {
    let snapshot = fixture("node-deep.heapsnapshot");
    assert_eq!(patterns(&snapshot), ["linked-list"]);
    assert_eq!(
        labels(&notable(&snapshot, Pattern::LinkedList)),
        ["linked list of 20,000 Link (next), head of {head, index} ← app of global: 800 kB"]
    );
}

#[test]
fn a_page() {
    let snapshot = fixture("chromium-dom.heapsnapshot");
    assert_eq!(patterns(&snapshot), ["detached-tree", "detached-window"]);
    let trees = notable(&snapshot, Pattern::DetachedTree);
    // 15 detached widgets and a logged one of 4 nodes each.
    assert_eq!(trees.count, 64);
    assert!(
        trees.evidence[0]
            .label
            .contains(", held by root of Widget: "),
        "{trees:?}"
    );
    assert_eq!(usual(&snapshot, Pattern::Console).unwrap().count, 2);
    assert_eq!(usual(&snapshot, Pattern::Observers).unwrap().count, 3);
    assert_eq!(usual(&snapshot, Pattern::Timers).unwrap().count, 2);
}

#[test]
fn a_page_with_webassembly() {
    let snapshot = fixture("chromium-wasm.heapsnapshot");
    assert_eq!(patterns(&snapshot), ["wasm-structs"]);
    assert_eq!(
        labels(&notable(&snapshot, Pattern::WasmStructs)),
        ["40 Record not freed: 1.1 kB"]
    );
    assert_eq!(usual(&snapshot, Pattern::HeldByWasm).unwrap().count, 17);
    assert_eq!(
        usual(&snapshot, Pattern::WasmMemory).unwrap().retained,
        262_144
    );
    assert_eq!(usual(&snapshot, Pattern::DetachedTree).unwrap().count, 8);
}

#[test]
fn what_grows_in_every_snapshot_of_a_program() {
    let names = ["before", "after", "last"];
    let heaps = names.map(|name| fixture(&format!("node-pair-{name}.heapsnapshot")));
    let heaps = heaps.each_ref();
    // 60 and 10 more: it may as well warm up.
    assert_eq!(growth(&heaps, &GrowthOptions::default()).findings, []);
    let (actions, patterns) = (Some(10), Vec::new());
    let growth = growth(&heaps, &GrowthOptions { actions, patterns });
    let evidence = growth.findings.iter().flat_map(|found| &found.evidence);
    let grown: Vec<&str> = evidence.map(|line| line.label.as_str()).collect();
    assert_eq!(
        grown,
        [
            "Array (list of {list, map, set, record,…} ← app of global): 100, 160, 170",
            "Array (locals of {list, map, set, record,…} ← app of global): 100, 160, 170",
            "Object with keys such as \"fiel…\" (record of {list, map, set, record,…} ← app of global): 100, 160, 170",
            "2 classes grow by 60, then 10: {label}, Local"
        ]
    );
}
