//! Paths beside a search of the whole graph.

use heap::path::{Ended, Held, Options, Path};
use heap::{EdgeIx, NodeIx, Snapshot};
use proptest::prelude::*;
use proptest::sample::Index;

use super::brute::{Brute, Ways, Without};
use super::open;
use crate::random::{Limits, drawing};

proptest! {
    #![proptest_config(crate::random::cases(60))]

    #[test]
    fn are_shortest_and_real_and_apart(
        drawing in drawing(Limits::default()),
        ignored in prop::collection::vec(any::<Index>(), 0..3),
        ignored_edges in prop::collection::vec(any::<Index>(), 0..3),
        through_weak in any::<bool>(),
    ) {
        let snapshot = open(&drawing);
        let brute = Brute::new(&drawing);
        let node = |index: &Index| index.index(drawing.nodes.len()) as u32;
        let ignored: Vec<NodeIx> = ignored.iter().map(node).map(NodeIx).collect();
        let edge_count = brute.arcs.len();
        let edge = |index: &Index| index.index(edge_count) as u32;
        let some = ignored_edges.iter().filter(|_| edge_count > 0);
        let ignored_edges: Vec<EdgeIx> = some.map(edge).map(EdgeIx).collect();
        for object in snapshot.graph().nodes() {
            for ignoring in [false, true] {
                let mut options = Options { most: 5, through_weak, ..Options::default() };
                if ignoring {
                    options.ignored = &ignored;
                    options.ignored_edges = &ignored_edges;
                }
                check(&snapshot, &brute, object, &options);
            }
        }
    }
}

fn check(snapshot: &Snapshot, brute: &Brute, object: NodeIx, options: &Options<'_>) {
    let paths = snapshot.paths(object, options);
    let mut without = Without {
        arcs: options
            .ignored_edges
            .iter()
            .map(|edge| edge.0 as usize)
            .collect(),
        nodes: super::indexes(options.ignored).into_iter().collect(),
    };
    let at = object.0 as usize;
    let kinds = [
        (Ways::Followed, Held::Strongly),
        (Ways::Strong, Held::BesideDistances),
        (Ways::Any, Held::Weakly),
    ];
    let first = kinds
        .into_iter()
        .find_map(|(ways, held)| Some((ways, held, brute.steps(at, ways, &without)?)));
    let Some((ways, held, steps)) = first else {
        assert_eq!((paths.held, paths.list.len()), (Held::ByNothing, 0));
        return;
    };
    assert_eq!(paths.held, held);
    if held == Held::Weakly && !options.through_weak {
        assert!(paths.list.is_empty());
        return;
    }
    assert_eq!(paths.list[0].steps.len(), steps, "{object:?}");
    // As long as the distance says.
    let distance = snapshot.distance(object);
    let far = distance >= 100_000_000;
    if ways == Ways::Followed && without.arcs.is_empty() && without.nodes.is_empty() && !far {
        let user = brute.is_user_root(paths.list[0].end().0 as usize);
        let expected = distance - i32::from(user);
        // A root that is reached like any other object hands on distances that it does not keep.
        let root_is_reached = brute
            .arcs
            .iter()
            .any(|arc| arc.to == brute.root && !arc.weak);
        if user && !root_is_reached || snapshot.distance(snapshot.graph().root()) == 0 {
            assert_eq!(steps, expected as usize, "{object:?}");
        }
    }
    for path in &paths.list {
        assert_real(snapshot, path);
        assert_eq!(path.object, object);
        let end = path.end().0 as usize;
        assert!(end == brute.root || brute.is_user_root(end));
        for step in &path.steps {
            let arc = step.edge.0 as usize;
            assert!(brute.may(&brute.arcs[arc], ways));
            assert!(!without.nodes.contains(&(step.from.0 as usize)), "ignored");
            assert!(without.arcs.insert(arc), "an edge twice");
        }
    }
    if paths.ended == Ended::Exhausted && steps > 0 {
        assert_eq!(brute.steps(at, ways, &without), None);
    } else if steps > 0 {
        assert_eq!((paths.ended, paths.list.len()), (Ended::Most, options.most));
    }
}

/// Every step is an edge of the file that ends at the object of the step before.
pub(super) fn assert_real(snapshot: &Snapshot, path: &Path) {
    let mut at = path.object;
    for step in &path.steps {
        assert_eq!(snapshot.graph().target(step.edge), at);
        assert_eq!(snapshot.graph().source(step.edge), step.from);
        at = step.from;
    }
}
