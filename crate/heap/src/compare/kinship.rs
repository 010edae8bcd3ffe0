//! Whether two snapshots can be compared by id.

use rustc_hash::FxHashMap;

use crate::{Graph, NodeIx, NodeKind, ObjectId, Snapshot};

/// What two snapshots are to each other. V8 numbers objects once and upwards, so that a later snapshot of the same process has
/// the numbers of the earlier one for what is still there, and only higher ones for what came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kinship {
    /// Of one process, in the order given.
    InOrder,
    /// Of one process, but the second was taken first.
    Reversed,
    /// Of two processes, or of a producer that numbers anew each time: what is known by number is not the same object.
    Strangers,
    /// Too little is in them to say.
    Unknown,
}

/// So many objects of the first are looked for in the second.
const ASKED: usize = 10_000;
/// Of fewer nothing is said.
const FEW: usize = 16;
/// Of so many in a hundred that are in both, kind and name must be the same: an object keeps them as long as it lives, but a
/// few get another shape, or lose their document.
const ALIKE: usize = 90;
/// So many in a hundred objects of the first must be in the second: V8's and the browser's own stay, whatever the program does.
const STILL_THERE: usize = 5;

impl Kinship {
    /// Looks at a sample of the first snapshot's objects.
    pub fn of(before: &Snapshot, after: &Snapshot) -> Self {
        let (first, second) = (before.graph(), after.graph());
        let lasting: Vec<NodeIx> = first.nodes().filter(|&node| lasts(first, node)).collect();
        let step = lasting.len().div_ceil(ASKED).max(1);
        let asked: FxHashMap<ObjectId, NodeIx> = lasting
            .iter()
            .step_by(step)
            .map(|&node| (first.id(node), node))
            .collect();
        if asked.len() < FEW {
            return Self::Unknown;
        }
        let (mut found, mut alike) = (0, 0);
        for node in second.nodes() {
            if let Some(&other) = asked.get(&second.id(node)) {
                found += 1;
                alike += usize::from(is_alike((first, other), (second, node)));
            }
        }
        if found * 100 < asked.len() * STILL_THERE || alike * 100 < found * ALIKE {
            return Self::Strangers;
        }
        match (last_id(first), last_id(second)) {
            (earlier, later) if later < earlier => Self::Reversed,
            _ => Self::InOrder,
        }
    }
}

/// Objects whose number, kind and name stay: V8 gives its own internals new numbers as it likes.
fn lasts(graph: &Graph, node: NodeIx) -> bool {
    let is_lasting = matches!(graph.kind(node), NodeKind::Object | NodeKind::Closure);
    is_lasting && !graph.raw_name(node).starts_with(b"system / ")
}

fn is_alike((first, a): (&Graph, NodeIx), (second, b): (&Graph, NodeIx)) -> bool {
    first.kind(a) == second.kind(b) && stem(first.raw_name(a)) == stem(second.raw_name(b))
}

/// The name without the detachedness, which may change.
fn stem(name: &[u8]) -> &[u8] {
    name.strip_prefix(b"Detached ").unwrap_or(name)
}

/// The last number given to an object of JavaScript.
fn last_id(graph: &Graph) -> Option<ObjectId> {
    let nodes = graph.nodes().filter(|&node| lasts(graph, node));
    nodes.map(|node| graph.id(node)).max()
}
