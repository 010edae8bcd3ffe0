//! Independent holders beside their definition.

use std::collections::BTreeSet;

use heap::NodeIx;
use proptest::prelude::*;
use proptest::sample::Index;

use super::brute::{Brute, Without};
use super::paths::assert_real;
use super::{indexes, open};
use crate::random::{Limits, drawing};

proptest! {
    #![proptest_config(crate::random::cases(80))]

    #[test]
    fn each_edge_alone_keeps_something_alive(
        drawing in drawing(Limits::default()),
        sets in prop::collection::vec(prop::collection::vec(any::<Index>(), 1..5), 10),
    ) {
        let snapshot = open(&drawing);
        let brute = Brute::new(&drawing);
        let alive = brute.alive(&Without::default());
        for set in sets {
            let mut nodes: BTreeSet<usize> = set.iter().map(|index| index.index(drawing.nodes.len())).collect();
            nodes.remove(&brute.root);
            let objects: Vec<NodeIx> = nodes.iter().map(|node| NodeIx(*node as u32)).collect();
            let holders = snapshot.holders(&objects);
            let gone = Without { nodes: nodes.clone(), ..Without::default() };
            let left = brute.alive(&gone);
            prop_assert_eq!(indexes(holders.all.nodes()), (&alive - &left).into_iter().collect::<Vec<_>>());
            let expected: BTreeSet<usize> = brute.essential()
                .filter(|(_, arc)| nodes.contains(&arc.to) && left.contains(&arc.from))
                .map(|(at, _)| at)
                .collect();
            let ours: Vec<usize> = holders.list.iter()
                .flat_map(|holder| holder.edges.iter().map(|edge| edge.0 as usize))
                .collect();
            prop_assert_eq!(ours.len(), expected.len());
            prop_assert_eq!(ours.iter().copied().collect::<BTreeSet<_>>(), expected.clone());
            // With all others cut, each edge still keeps its object.
            for arc in &expected {
                let mut others = Without { arcs: expected.clone(), ..Without::default() };
                others.arcs.remove(arc);
                prop_assert!(brute.alive(&others).contains(&brute.arcs[*arc].to));
            }
            let tried = heap::limits::MAX_HOLDERS_TRIED;
            prop_assert!(holders.list.iter().skip(tried).all(|holder| holder.alone.is_none()));
            for holder in holders.list.iter().take(tried) {
                let arcs = holder.edges.iter().map(|edge| edge.0 as usize).collect();
                let freed = brute.freed(&Without { arcs, ..Without::default() });
                let alone = holder.alone.as_ref().unwrap();
                prop_assert_eq!(alone.count, freed.len() as u64);
                prop_assert_eq!(alone.bytes, brute.bytes(&freed));
                let real = brute.reached(vec![brute.root], &gone);
                if real.contains(&(holder.first.0 as usize)) {
                    prop_assert!(alone.path.is_some());
                }
                if let Some(path) = &alone.path {
                    assert_real(&snapshot, path);
                    prop_assert!(path.steps.iter().all(|step| !holders.all.has(step.from)));
                    prop_assert!(path.steps.iter().all(|step| brute.arcs[step.edge.0 as usize].essential));
                }
            }
        }
    }
}
