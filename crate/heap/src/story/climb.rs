//! From a holder up to a root, by the nearest retainer each time: quicker than a search, and good enough to name somebody.

use super::word::MANY;
use crate::{EdgeIx, EdgeKind, NodeIx, NodeKind, Snapshot, path::Step};

/// A telling name is nearer than that.
const STEPS: usize = 32;

pub(super) fn steps(snapshot: &Snapshot, edge: EdgeIx) -> Vec<Step> {
    let from = snapshot.graph().source(edge);
    let mut steps = vec![Step { edge, from }];
    while steps.len() < STEPS {
        let Some(step) = nearest(snapshot, &steps) else {
            break;
        };
        steps.push(step);
    }
    steps
}

/// JavaScript's objects come before the browser's, and V8's own edges last.
fn nearest(snapshot: &Snapshot, before: &[Step]) -> Option<Step> {
    let graph = snapshot.graph();
    let at = before[before.len() - 1].from;
    let distance = snapshot.distance(at);
    let edges = snapshot.retainers().of(at).take(MANY);
    let held = edges.map(|edge| (edge, graph.source(edge)));
    let strong = held.filter(|&(edge, from)| {
        graph.edge_kind(edge) != EdgeKind::Weak
            && from != graph.root()
            && (0..distance).contains(&snapshot.distance(from))
            && before.iter().all(|step| step.from != from)
    });
    let ranked = strong.map(|(edge, from)| (rank(snapshot, from), Step { edge, from }));
    ranked.min_by_key(|(rank, _)| *rank).map(|(_, step)| step)
}

fn rank(snapshot: &Snapshot, from: NodeIx) -> (bool, i32) {
    let kind = snapshot.graph().kind(from);
    let browsers = matches!(
        kind,
        NodeKind::Native | NodeKind::Synthetic | NodeKind::Hidden | NodeKind::Code
    );
    (browsers, snapshot.distance(from))
}
