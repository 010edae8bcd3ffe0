//! Heaps small enough to see the answer.

use std::fmt::Write;

use heap::path::{Ended, Held, Options};
use heap::{NodeIx, SmallestCut, Snapshot};

use crate::draw::draw;
use crate::fixture;

/// A page whose lab keeps leaks in an array, and one of them in a map, too.
fn lab() -> Snapshot {
    fixture::open(&draw(
        r#"
        @1 synthetic "" 0: shortcut win -> @3, 1 -> @2
        @2 synthetic "(GC roots)" 0: 1 -> @3, 2 -> @13
        @3 object Window 10: lab -> @5, weak w -> @17
        @5 object Lab 10: leakClasses -> @7, last -> @15
        @7 object Array 10: 0 -> @11, 1 -> @15, internal elements -> @9
        @9 array "(object elements)" 10: internal "0" -> @11, internal "1" -> @15
        @11 object LeakyClass 10: data -> @12
        @12 array "" 100
        @13 hidden "system / Map" 10
        @15 object LeakyClass 10
        @17 object Gone 10
        "#,
    ))
}

fn at(snapshot: &Snapshot, id: u64) -> NodeIx {
    snapshot.graph().find(heap::ObjectId(id)).unwrap()
}

fn sentences(snapshot: &Snapshot, id: u64, most: usize) -> Vec<String> {
    let options = Options {
        most,
        ..Options::default()
    };
    let paths = snapshot.paths(at(snapshot, id), &options);
    let text = |path: &heap::path::Path| String::from_utf8(path.sentence(snapshot, 20)).unwrap();
    paths.list.iter().map(text).collect()
}

#[test]
fn a_path_reads_as_in_devtools() {
    let snapshot = lab();
    assert_eq!(
        sentences(&snapshot, 11, 3),
        ["LeakyClass ← [0] in Array ← leakClasses in Lab ← lab in Window",]
    );
    assert_eq!(
        sentences(&snapshot, 15, 3),
        ["LeakyClass ← last in Lab ← lab in Window"]
    );
    assert_eq!(
        sentences(&snapshot, 13, 1),
        ["(system) ← [2] in (GC roots)"]
    );
    assert_eq!(sentences(&snapshot, 3, 1), ["Window"]);
}

#[test]
fn what_only_a_weak_edge_leads_to_is_not_kept_alive() {
    let snapshot = lab();
    let mut options = Options::default();
    let paths = snapshot.paths(at(&snapshot, 17), &options);
    assert_eq!((paths.held, paths.list.len()), (Held::Weakly, 0));
    options.through_weak = true;
    options.most = 2;
    let paths = snapshot.paths(at(&snapshot, 17), &options);
    assert_eq!(
        paths.list[0].sentence(&snapshot, 9),
        "Gone ← w in Window".as_bytes()
    );
    assert_eq!(paths.ended, Ended::Exhausted);
}

#[test]
fn of_a_long_path_the_middle_is_counted() {
    let mut text = String::from("@1 synthetic \"\" 0: shortcut win -> @3\n");
    for id in (3..2003).step_by(2) {
        writeln!(text, "@{id} object Node 10: next -> @{}", id + 2).unwrap();
    }
    text += "@2003 object Node 10";
    let snapshot = fixture::open(&draw(&text));
    let path = &snapshot
        .paths(at(&snapshot, 2003), &Options::default())
        .list[0];
    assert_eq!(path.steps.len(), 1000);
    assert_eq!(
        String::from_utf8(path.sentence(&snapshot, 3)).unwrap(),
        "Node ← next in Node ← next in Node ← … 997 more … ← next in Node"
    );
}

#[test]
fn one_holder_alone_frees_nothing_where_another_holds() {
    let snapshot = lab();
    let holders = snapshot.holders(&[at(&snapshot, 15)]);
    let freed: Vec<u64> = holders
        .list
        .iter()
        .map(|holder| holder.alone.as_ref().unwrap().bytes)
        .collect();
    // The array and its store are one holder, the lab itself is the other.
    assert_eq!(freed, [0, 0]);
    assert_eq!(holders.all.bytes(), 10);
    let both = snapshot.holders(&[at(&snapshot, 11), at(&snapshot, 15)]);
    let freed: Vec<(u32, u64)> = both
        .list
        .iter()
        .map(|holder| (holder.held, holder.alone.as_ref().unwrap().bytes))
        .collect();
    assert_eq!(
        freed,
        [(2, snapshot.retained_size(at(&snapshot, 11))), (1, 0)]
    );
}

#[test]
fn the_smallest_cut_is_the_closest_that_is_small_enough() {
    let snapshot = lab();
    let names = |most| match snapshot.smallest_cut(&[at(&snapshot, 15)], most) {
        SmallestCut::Edges { edges, .. } => edges
            .iter()
            .map(|edge| format!("{:?}", snapshot.graph().edge_name(*edge)))
            .collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(names(1), [format!("{:?}", heap::EdgeName::Text(b"lab"))]);
    assert_eq!(
        names(2),
        [
            format!("{:?}", heap::EdgeName::Text(b"leakClasses")),
            format!("{:?}", heap::EdgeName::Text(b"last"))
        ]
    );
    // V8's own roots hold the map: nobody can cut that.
    assert_eq!(
        snapshot.smallest_cut(&[at(&snapshot, 13)], 8),
        SmallestCut::Held
    );
}

#[test]
fn no_cut_goes_through_prototypes_modules_and_the_global_object() {
    let snapshot = fixture::open(&draw(
        r#"
        @1 synthetic "" 0: shortcut win -> @3, 1 -> @2
        @2 synthetic "(GC roots)" 0: 1 -> @5
        @3 object Window 10: Widget -> @7, list -> @11
        @5 native "system / NativeContext / https://app.example" 10: internal global_object -> @3
        @7 closure Widget 10: prototype -> @9
        @9 object Object 10: default -> @13
        @11 object Array 10: 0 -> @13
        @13 object Widget 10
        "#,
    ));
    let SmallestCut::Edges { edges, .. } = snapshot.smallest_cut(&[at(&snapshot, 9)], 8) else {
        panic!("a cut");
    };
    let names: Vec<_> = edges
        .iter()
        .map(|edge| snapshot.graph().edge_name(*edge))
        .collect();
    assert_eq!(names, [heap::EdgeName::Text(b"Widget")]);
    assert_eq!(
        snapshot.smallest_cut(&[at(&snapshot, 3)], 8),
        SmallestCut::Held
    );
}

/// More references than a search looks at: six hundred holders with two thousand each.
#[test]
fn where_the_search_would_be_long_a_common_dominator_is_cut() {
    let edges = |count: u64, target: &dyn Fn(u64) -> u64| {
        let edges: Vec<String> = (0..count)
            .map(|at| format!("{at} -> @{}", target(at)))
            .collect();
        edges.join(", ")
    };
    let mut text = format!(
        "@1 synthetic \"\" 0: shortcut win -> @3\n@3 object Window 10: all -> @5\n@11 object Widget 10\n@5 object Array 10: {}\n",
        edges(600, &|at| 100 + at)
    );
    for id in 100..700 {
        writeln!(text, "@{id} object Array 10: {}", edges(2000, &|_| 11)).unwrap();
    }
    let snapshot = fixture::open(&draw(&text));
    let cut = snapshot.smallest_cut(&[at(&snapshot, 11)], 8);
    let SmallestCut::Edges {
        edges, is_smallest, ..
    } = cut
    else {
        panic!("{cut:?}");
    };
    assert!(!is_smallest);
    assert_eq!(
        snapshot.graph().edge_name(edges[0]),
        heap::EdgeName::Text(b"all")
    );
    assert!(snapshot.cut(&edges).has(at(&snapshot, 11)));
}

#[test]
fn a_name_that_no_class_has_is_answered_with_the_nearest() {
    let snapshot = lab();
    let advice = |name: &str| match snapshot.find_class(format!(",{name}").as_bytes()) {
        Err(error) => error.what,
        Ok(class) => panic!("{class}"),
    };
    assert_eq!(
        advice("leakyclass"),
        "no constructor `leakyclass`; there is `LeakyClass`"
    );
    assert_eq!(
        advice("LeakyClas"),
        "no constructor `LeakyClas`; there is `LeakyClass`"
    );
    assert_eq!(
        advice("Leaky"),
        "no constructor `Leaky`; there is `LeakyClass`"
    );
    assert_eq!(advice("Absolutely"), "no constructor `Absolutely`");
}

/// A widget that an application owns, and a module in Node's cache keeps twice.
fn cached_module(loader: &str) -> Vec<String> {
    let snapshot = fixture::open(&draw(&format!(
        r#"
        @1 synthetic "" 0: shortcut global -> @3
        @3 object global 10: app -> @4, loader -> @5
        @4 object App 10: own -> @9
        @5 object LoadCache 10: internal table -> @6, __proto__ -> @10
        @6 array "" 40: internal "5" -> @7
        @7 object Object 10: first -> @9, second -> @9
        @9 object Widget 1000
        @10 object Map 10: constructor -> @11
        @11 closure LoadCache 10: internal shared -> @12
        @12 code LoadCache 10: internal script -> @13
        @13 code "{loader}" 10
        "#
    )));
    match snapshot.smallest_cut(&[at(&snapshot, 9)], 8) {
        SmallestCut::Edges { edges, .. } => edges
            .iter()
            .map(|&edge| String::from_utf8_lossy(&snapshot.edge_label(edge)).into_owned())
            .collect(),
        _ => Vec::new(),
    }
}

#[test]
fn nodes_cache_of_modules_is_nothing_to_cut() {
    let own = cached_module("file:///app/cache.js");
    assert_eq!(own, [".own", "{5}"]);
    let nodes = cached_module("node:internal/modules/esm/module_map");
    assert_eq!(nodes, [".own", ".first", ".second"]);
}

#[test]
fn realms_are_weighed_by_what_only_they_keep() {
    let snapshot = fixture::open(&draw(
        r#"
        @1 synthetic "" 0: 1 -> @2
        @2 synthetic "(GC roots)" 0: 1 -> @3, 2 -> @4, 3 -> @5
        @3 hidden "system / NativeContext / https://app.example" 100: internal global_object -> @6, internal global_proxy_object -> @7
        @4 hidden "system / NativeContext" 100: internal extension -> @8
        @5 object Shared 5000
        @6 object "Window [JSGlobalObject] / https://app.example" 10: rows -> @9, shared -> @5
        @7 object "Window / https://app.example" 10: rows -> @9
        @8 object "Sandbox [JSGlobalObject]" 10: shared -> @5
        @9 object Rows 2000
        "#,
    ));
    let realms = snapshot.realms();
    let told = realms.iter().map(|realm| {
        let name = std::str::from_utf8(&realm.name).unwrap();
        (name, realm.objects, realm.bytes)
    });
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            ("https://app.example", Some(4), Some(2120)),
            ("Sandbox", Some(2), Some(110)),
        ]
    );
}
