//! Ways on which many objects are held, beside a plain walk of each.

use std::collections::{BTreeMap, BTreeSet};

use heap::path::{CommonPaths, Step};
use heap::{Column, EdgeKind, EdgeName, NodeIx, NodeKind, Snapshot, Sort};
use proptest::prelude::*;

use super::open;
use super::paths::assert_real;
use crate::draw::draw;
use crate::fixture;
use crate::random::{Limits, drawing};

/// By what the ways are called, from the root down: how many objects, how many bytes.
type Told = BTreeMap<Option<Vec<String>>, (u32, u64)>;

/// An object a time, with all it retains in a set.
fn plainly(snapshot: &Snapshot, objects: &[NodeIx]) -> Told {
    let mut sums: BTreeMap<_, (u32, BTreeSet<NodeIx>)> = BTreeMap::new();
    for &object in objects {
        let sum = sums
            .entry(called(snapshot, steps(snapshot, object)))
            .or_default();
        sum.0 += 1;
        sum.1.extend(within(snapshot, object));
    }
    let bytes =
        |nodes: BTreeSet<NodeIx>| nodes.iter().map(|&node| snapshot.shallow_size(node)).sum();
    let told = sums
        .into_iter()
        .map(|(way, (count, nodes))| (way, (count, bytes(nodes))));
    told.collect()
}

fn within(snapshot: &Snapshot, object: NodeIx) -> Vec<NodeIx> {
    let mut all = vec![object];
    let mut at = 0;
    while at < all.len() {
        let range = 0..usize::MAX;
        all.extend(
            snapshot
                .dominated(all[at], Sort::ascending(Column::File), range)
                .rows,
        );
        at += 1;
    }
    all
}

/// Always to the retainer that is next in the list and nearer by one.
fn steps(snapshot: &Snapshot, object: NodeIx) -> Option<Vec<Step>> {
    let graph = snapshot.graph();
    let root = graph.root();
    let mut steps = Vec::new();
    let mut at = object;
    while at != root && !(snapshot.distance(root) == 100_000_000 && snapshot.distance(at) == 1) {
        let step = snapshot.edges_to(at).map(|edge| Step {
            edge,
            from: graph.source(edge),
        });
        let mut nearer = step.filter(|step| {
            let kind = graph.edge_kind(step.edge);
            let near = snapshot.distance(step.from);
            near >= 0
                && near + 1 == snapshot.distance(at)
                && !matches!(kind, EdgeKind::Weak | EdgeKind::Invisible)
        });
        let next = nearer.next()?;
        at = next.from;
        steps.push(next);
    }
    Some(steps)
}

/// From the root down, without what lies between a step and the same one again.
fn called(snapshot: &Snapshot, steps: Option<Vec<Step>>) -> Option<Vec<String>> {
    let mut way: Vec<String> = Vec::new();
    for step in steps?.iter().rev() {
        let word = word(snapshot, *step);
        match way.iter().position(|before| *before == word) {
            Some(same) => way.truncate(same + 1),
            None => way.push(word),
        }
    }
    Some(way)
}

fn word(snapshot: &Snapshot, step: Step) -> String {
    let graph = snapshot.graph();
    let label = match graph.edge_name(step.edge) {
        EdgeName::Text(text) if text.is_empty() || !text.iter().all(u8::is_ascii_digit) => {
            let same = graph.strings().iter().position(|other| other == text);
            format!("{:?} {same:?}", graph.edge_kind(step.edge))
        }
        _ => "[…]".into(),
    };
    let to = |name: &[u8]| {
        let mut edges = graph.edges(step.from);
        let edge = edges.find(|&edge| graph.edge_name(edge) == EdgeName::Text(name));
        edge.map(|edge| graph.target(edge))
    };
    let name = graph.raw_name(step.from);
    let function = match graph.kind(step.from) {
        NodeKind::Synthetic => return format!("{label} of place {name:?}"),
        NodeKind::Closure => to(b"shared"),
        _ if name.starts_with(b"system / Context") => to(b"scope_info"),
        _ => None,
    };
    match function {
        Some(function) => format!("{label} of function {function:?}"),
        None => format!("{label} of class {}", snapshot.class(step.from)),
    }
}

fn told(snapshot: &Snapshot, common: &CommonPaths) -> Told {
    let ways = common.list.iter().map(|one| {
        let way = called(snapshot, Some(one.path.steps.clone()));
        (way, (one.sum.objects, one.sum.bytes))
    });
    let mut told: Told = ways.collect();
    if common.astray.objects > 0 {
        told.insert(None, (common.astray.objects, common.astray.bytes));
    }
    told
}

proptest! {
    #![proptest_config(crate::random::cases(100))]

    #[test]
    fn each_object_is_on_its_way_and_counted_once(drawing in drawing(Limits::default()), most in 0..4_usize) {
        let snapshot = open(&drawing);
        for row in snapshot.rows() {
            let objects: Vec<NodeIx> = snapshot.graph().nodes().filter(|&node| snapshot.class(node) == row.class).collect();
            let all = snapshot.common_paths(&objects, usize::MAX);
            prop_assert_eq!(told(&snapshot, &all), plainly(&snapshot, &objects));
            prop_assert!(all.list.is_sorted_by_key(|one| std::cmp::Reverse(one.sum.bytes)));
            for one in &all.list {
                assert_real(&snapshot, &one.path);
                prop_assert!(objects.contains(&one.path.object));
            }
            let few = snapshot.common_paths(&objects, most);
            prop_assert_eq!(&few.list[..], &all.list[..most.min(all.list.len())]);
            prop_assert_eq!(few.others as usize, all.list.len() - few.list.len());
            let rest: u32 = all.list[few.list.len()..].iter().map(|one| one.sum.objects).sum();
            prop_assert_eq!(few.on_others.objects, rest);
        }
    }
}

#[test]
fn ways_are_told_apart_by_names_and_not_by_indexes_or_how_deep_it_is() {
    let snapshot = fixture::open(&draw(
        r#"
        @1 synthetic "" 0: shortcut win -> @3
        @3 object Window 10: list -> @5, cache -> @7, first -> @21
        @5 object Array 10: 0 -> @11, 1 -> @13, 2 -> @15
        @7 object Map 10: big -> @17
        @11 object Leaky 10
        @13 object Leaky 10: data -> @19
        @15 object Leaky 10
        @17 object Leaky 500
        @19 array "" 100
        @21 object Link 10: next -> @23
        @23 object Link 10: next -> @25
        @25 object Link 10: leaky -> @27
        @27 object Leaky 5
        "#,
    ));
    let row = snapshot
        .rows()
        .iter()
        .find(|row| row.name == b"Leaky")
        .expect("a row");
    let objects: Vec<NodeIx> = snapshot
        .graph()
        .nodes()
        .filter(|&node| snapshot.class(node) == row.class)
        .collect();
    let common = snapshot.common_paths(&objects, 10);
    let list: Vec<_> = common
        .list
        .iter()
        .map(|one| {
            let sentence = String::from_utf8(one.path.sentence(&snapshot, 20)).expect("UTF-8");
            (one.sum.objects, one.sum.bytes, sentence)
        })
        .collect();
    let expected = [
        (1, 500, "Leaky ← big in Map ← cache in Window"),
        (3, 130, "Leaky ← [0] in Array ← list in Window"),
        (
            1,
            5,
            "Leaky ← leaky in Link ← next in Link ← next in Link ← first in Window",
        ),
    ];
    assert_eq!(
        list,
        expected.map(|(objects, bytes, words)| (objects, bytes, words.to_owned()))
    );
    let links: Vec<NodeIx> = snapshot
        .graph()
        .nodes()
        .filter(|&node| snapshot.class_name(node) == b"Link")
        .collect();
    let common = snapshot.common_paths(&links, 10);
    let sums: Vec<_> = common
        .list
        .iter()
        .map(|one| (one.sum.objects, one.path.steps.len()))
        .collect();
    assert_eq!(sums, [(1, 1), (2, 2)], "the first, and those behind it");
}
