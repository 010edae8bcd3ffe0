//! Who holds what.

use std::hint::black_box;

use heap::{
    ClassRow, Column, NodeIx, Snapshot, Sort,
    path::{Options, Paths},
    story,
};

use super::{asked, objects};

const NEAREST: Sort = Sort::ascending(Column::Distance);

pub(super) fn all(snapshot: &Snapshot, class: &ClassRow) -> Vec<String> {
    [
        of_one(snapshot, class),
        of_odd_ones(snapshot),
        of_many(snapshot, class),
    ]
    .concat()
}

fn paths(snapshot: &Snapshot, node: NodeIx, most: usize) -> Paths {
    let options = Options {
        most,
        ..Options::default()
    };
    snapshot.paths(node, &options)
}

fn retainers(snapshot: &Snapshot, node: NodeIx) {
    black_box(snapshot.retainers_of(node, None, NEAREST, 0..100));
}

fn of_one(snapshot: &Snapshot, class: &ClassRow) -> Vec<String> {
    let usual = objects(snapshot, class, 2);
    let (node, other) = (usual[0], usual[usual.len() - 1]);
    vec![
        asked("retainers of an object", || retainers(snapshot, node)),
        asked("retainers, with one ignored", || {
            let ignored = snapshot.ignoring(&[other]);
            black_box(snapshot.retainers_of(node, ignored.as_ref(), NEAREST, 0..100));
        }),
        asked("a path to an object", || {
            black_box(paths(snapshot, node, 1));
        }),
        asked("what letting go of it frees", || {
            black_box(snapshot.release(&[node]).bytes());
        }),
    ]
}

/// The farthest, and the one with most retainers.
fn of_odd_ones(snapshot: &Snapshot) -> Vec<String> {
    let (nodes, root) = (|| snapshot.graph().nodes(), snapshot.graph().root());
    let steps = |node: &NodeIx| Some(snapshot.distance(*node)).filter(|steps| *steps < 100_000_000);
    let farthest = nodes().max_by_key(steps).unwrap_or(root);
    let most = nodes().max_by_key(|node| snapshot.edges_to(*node).len());
    let most = most.unwrap_or(root);
    vec![
        asked("retainers, of the object with most", || {
            retainers(snapshot, most);
        }),
        asked("a path to the farthest object", || {
            black_box(paths(snapshot, farthest, 1));
        }),
        asked("a path to the farthest object, in words", || {
            for path in &paths(snapshot, farthest, 1).list {
                black_box(story::sentence(snapshot, path));
            }
        }),
        asked("dominators of the farthest object", || {
            black_box(snapshot.dominators(farthest).len());
        }),
    ]
}

fn of_many(snapshot: &Snapshot, class: &ClassRow) -> Vec<String> {
    let (few, all) = (few(snapshot), objects(snapshot, class, usize::MAX));
    let holders = |objects: &[NodeIx]| {
        black_box(snapshot.holders(objects).list.len());
        black_box(snapshot.smallest_cut(objects, 8));
    };
    vec![
        asked("who holds a class, and the least to cut", || holders(&few)),
        asked("who holds the largest class, and the least to cut", || {
            holders(&all);
        }),
        asked("realms", || {
            black_box(snapshot.realms().len());
        }),
        asked("findings", || {
            black_box(heap::findings(snapshot).len());
        }),
    ]
}

/// Of the classes with few objects the one with most.
fn few(snapshot: &Snapshot) -> Vec<NodeIx> {
    const FEW: u32 = 100;
    let rows = snapshot.rows().iter().filter(|row| row.count <= FEW);
    let class = rows.max_by_key(|row| row.count);
    class.map_or(Vec::new(), |class| objects(snapshot, class, FEW as usize))
}
