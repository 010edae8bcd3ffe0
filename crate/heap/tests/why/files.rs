//! Real files of Node and Chromium.

use heap::path::{Held, Options};
use heap::{NodeIx, SmallestCut};

use super::paths::assert_real;
use crate::fixture;

#[test]
fn every_path_ends_at_a_root_and_is_as_long_as_the_distance() {
    for name in ["node-mixed.heapsnapshot", "chromium-dom.heapsnapshot"] {
        let snapshot = fixture::open(&fixture::bytes(name));
        let root = snapshot.graph().root();
        let user_roots = snapshot.distance(root) != 0;
        let options = Options {
            most: 3,
            ..Options::default()
        };
        for node in snapshot.graph().nodes().step_by(211) {
            let paths = snapshot.paths(node, &options);
            let distance = snapshot.distance(node);
            assert_eq!(paths.held == Held::Strongly, distance >= 0, "{node:?}");
            let system = user_roots && distance >= 100_000_000;
            for path in &paths.list {
                assert_real(&snapshot, path);
                let end = path.end();
                assert!(end == root || user_roots && snapshot.distance(end) == 1);
            }
            if let Some(first) = paths.list.first().filter(|_| distance >= 0) {
                let from = if system {
                    100_000_000
                } else {
                    i32::from(user_roots)
                };
                assert_eq!(first.steps.len(), (distance - from) as usize, "{node:?}");
            }
        }
    }
}

#[test]
fn what_is_let_go_frees_its_retained_size() {
    for name in ["node-mixed.heapsnapshot", "chromium-dom.heapsnapshot"] {
        let snapshot = fixture::open(&fixture::bytes(name));
        for node in snapshot.graph().nodes().skip(1).step_by(1499) {
            let freed = snapshot.release(&[node]);
            // What only closed cycles reach was not alive.
            if freed.count() > 0 {
                assert_eq!(freed.bytes(), snapshot.retained_size(node), "{node:?}");
            }
        }
    }
}

#[test]
fn a_smallest_cut_frees_what_it_says() {
    let snapshot = fixture::open(&fixture::bytes("chromium-dom.heapsnapshot"));
    let rows = snapshot.rows();
    let mut found = 0;
    for row in rows.iter().filter(|row| row.count < 500).step_by(9) {
        let of = |node: &NodeIx| snapshot.class(*node) == row.class;
        let objects: Vec<NodeIx> = snapshot.graph().nodes().filter(of).collect();
        let holders = snapshot.holders(&objects);
        if let SmallestCut::Edges { edges, .. } = snapshot.smallest_cut(&objects, 4) {
            let freed = snapshot.cut(&edges);
            assert!(holders.all.nodes().iter().all(|node| freed.has(*node)));
            found += 1;
        }
    }
    assert!(found > 3, "{found}");
}
