//! What is freed beside reachability before and after.

use heap::{EdgeIx, NodeIx};
use proptest::prelude::*;
use proptest::sample::Index;

use super::brute::{Brute, Without};
use super::{indexes, open};
use crate::random::{Limits, drawing};
use crate::twin::figures;

proptest! {
    #![proptest_config(crate::random::cases(80))]

    #[test]
    fn cut_edges_free_what_is_reached_no_more(
        drawing in drawing(Limits::default()),
        cuts in prop::collection::vec(prop::collection::vec(any::<Index>(), 1..9), 8),
    ) {
        let snapshot = open(&drawing);
        let brute = Brute::new(&drawing);
        prop_assume!(!brute.arcs.is_empty());
        let singles = (0..brute.arcs.len()).map(|arc| vec![arc]);
        let several = cuts.iter().map(|cut| cut.iter().map(|index| index.index(brute.arcs.len())).collect());
        for arcs in singles.chain(several) {
            let edges: Vec<EdgeIx> = arcs.iter().map(|arc| EdgeIx(*arc as u32)).collect();
            let freed = snapshot.cut(&edges);
            let expected = brute.freed(&Without { arcs: arcs.into_iter().collect(), ..Without::default() });
            prop_assert_eq!(indexes(freed.nodes()), expected.iter().copied().collect::<Vec<_>>());
            prop_assert_eq!(freed.bytes(), brute.bytes(&expected));
            let rows = freed.rows(&snapshot);
            prop_assert_eq!(rows.iter().map(|row| row.bytes).sum::<u64>(), freed.bytes());
            let sized = expected.iter().filter(|node| brute.sizes[**node] > 0).count();
            prop_assert_eq!(rows.iter().map(|row| row.count as usize).sum::<usize>(), sized);
        }
    }

    /// Cuts of whole sets of retainers, which free much.
    #[test]
    fn what_two_objects_hold_together_goes_with_both(
        drawing in drawing(Limits::default()),
        sets in prop::collection::vec(prop::collection::vec(any::<Index>(), 1..6), 12),
    ) {
        let snapshot = open(&drawing);
        let brute = Brute::new(&drawing);
        for set in sets {
            let nodes: Vec<usize> = set.iter().map(|index| index.index(drawing.nodes.len())).collect();
            let into = brute.arcs.iter().enumerate().filter(|(_, arc)| nodes.contains(&arc.to));
            let arcs: Vec<usize> = into.map(|(at, _)| at).collect();
            let edges: Vec<EdgeIx> = arcs.iter().map(|arc| EdgeIx(*arc as u32)).collect();
            let expected = brute.freed(&Without { arcs: arcs.into_iter().collect(), ..Without::default() });
            prop_assert_eq!(indexes(snapshot.cut(&edges).nodes()), expected.into_iter().collect::<Vec<_>>());
            if nodes.contains(&brute.root) {
                continue;
            }
            let released: Vec<NodeIx> = nodes.iter().map(|node| NodeIx(*node as u32)).collect();
            let expected = brute.freed(&Without { nodes: nodes.into_iter().collect(), ..Without::default() });
            prop_assert_eq!(indexes(snapshot.release(&released).nodes()), expected.into_iter().collect::<Vec<_>>());
        }
    }

    /// Neither what is cut nor what is let go has to free anything by itself.
    #[test]
    fn references_and_objects_go_together(
        drawing in drawing(Limits::default()),
        sets in prop::collection::vec(prop::collection::vec((any::<bool>(), any::<Index>()), 2..7), 12),
    ) {
        let snapshot = open(&drawing);
        let brute = Brute::new(&drawing);
        prop_assume!(!brute.arcs.is_empty());
        for set in sets {
            let mut without = Without::default();
            for (is_edge, index) in set {
                let node = index.index(drawing.nodes.len());
                if is_edge {
                    without.arcs.insert(index.index(brute.arcs.len()));
                } else if node != brute.root {
                    without.nodes.insert(node);
                }
            }
            let edges: Vec<EdgeIx> = without.arcs.iter().map(|arc| EdgeIx(*arc as u32)).collect();
            let nodes: Vec<NodeIx> = without.nodes.iter().map(|node| NodeIx(*node as u32)).collect();
            let expected = brute.freed(&without);
            prop_assert_eq!(indexes(snapshot.without(&edges, &nodes).nodes()), expected.into_iter().collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_single_object_frees_its_retained_size(drawing in drawing(Limits::default())) {
        let snapshot = open(&drawing);
        let brute = Brute::new(&drawing);
        let alive = brute.alive(&Without::default());
        let retained = figures(&drawing).retained;
        for node in alive.into_iter().filter(|node| *node != brute.root) {
            let freed = snapshot.release(&[NodeIx(node as u32)]);
            prop_assert_eq!(freed.bytes(), retained[node] as u64);
            prop_assert_eq!(freed.bytes(), snapshot.retained_size(NodeIx(node as u32)));
            prop_assert!(freed.has(NodeIx(node as u32)));
        }
        prop_assert_eq!(snapshot.release(&[snapshot.graph().root()]).count(), 0);
    }
}
