//! Best first, from an object towards the roots, and no further than needed.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::{Blocked, Path, Step, way::Way};
use crate::{EdgeIx, NodeIx, Snapshot, limits::MAX_RETAINERS_SEEN};

pub(super) enum Outcome {
    Found(Path),
    Nothing,
    Limit,
}

/// The shortest path there is.
///
/// `rest` never promises too much, so nodes are taken in the order of the length that a path through them has at least.
/// Most objects have a retainer one step nearer to a root: as long as there is one, the others are not even looked at.
pub(super) fn search(
    snapshot: &Snapshot,
    way: &dyn Way,
    blocked: &Blocked,
    object: NodeIx,
) -> Outcome {
    let mut search = Search {
        snapshot,
        way,
        blocked,
        met: FxHashMap::default(),
        seen: 0,
    };
    search.met.insert(object, None);
    if way.ends(object) {
        return Outcome::Found(search.path(object, object));
    }
    let mut open: BTreeMap<u64, Vec<(NodeIx, Met)>> = BTreeMap::new();
    let mut length = way.rest(object);
    let mut start = object;
    loop {
        let Some(settled) = search.run(start) else {
            return Outcome::Limit;
        };
        let settled = match settled {
            Run::Arrived(end) => return Outcome::Found(search.path(object, end)),
            Run::Settled(nodes) => nodes,
        };
        for node in settled {
            if !search.widen(node, length, &mut open) {
                return Outcome::Limit;
            }
        }
        let next = std::iter::from_fn(|| {
            let mut shortest = open.first_entry()?;
            let (at, next) = (*shortest.key(), shortest.get_mut().pop());
            if shortest.get().is_empty() {
                shortest.remove();
            }
            next.map(|next| (at, next))
        })
        .find(|(_, (node, _))| !search.met.contains_key(node));
        let Some((at, (node, met))) = next else {
            return Outcome::Nothing;
        };
        length = at;
        search.met.insert(node, Some(met));
        if way.ends(node) {
            return Outcome::Found(search.path(object, node));
        }
        start = node;
    }
}

/// The edge by which a node was met, and the node from which.
type Met = (EdgeIx, NodeIx);

enum Run {
    Arrived(NodeIx),
    /// All that were met without a detour, with no end among them.
    Settled(Vec<NodeIx>),
}

struct Search<'a> {
    snapshot: &'a Snapshot,
    way: &'a dyn Way,
    blocked: &'a Blocked,
    met: FxHashMap<NodeIx, Option<Met>>,
    seen: u64,
}

impl Search<'_> {
    /// Goes on from a node as long as each step brings an end nearer. `None`: the limit is reached.
    fn run(&mut self, start: NodeIx) -> Option<Run> {
        let retainers = self.snapshot.retainers();
        let mut line = vec![(start, retainers.of(start))];
        let mut settled = Vec::new();
        while let Some((node, edges)) = line.last_mut() {
            let (node, mut next) = (*node, None);
            let rest = self.way.rest(node);
            for edge in edges.by_ref() {
                self.seen += 1;
                let from = self.snapshot.graph().source(edge);
                if self.way.rest(from) + 1 == rest && self.may(edge, from, node) {
                    next = Some((edge, from));
                    break;
                }
            }
            if self.seen > MAX_RETAINERS_SEEN {
                return None;
            }
            let Some((edge, from)) = next else {
                settled.push(node);
                line.pop();
                continue;
            };
            self.met.insert(from, Some((edge, node)));
            if self.way.ends(from) {
                return Some(Run::Arrived(from));
            }
            line.push((from, retainers.of(from)));
        }
        Some(Run::Settled(settled))
    }

    /// Notes the steps that are detours. Says whether the limit still holds.
    fn widen(
        &mut self,
        node: NodeIx,
        length: u64,
        open: &mut BTreeMap<u64, Vec<(NodeIx, Met)>>,
    ) -> bool {
        let rest = self.way.rest(node);
        for edge in self.snapshot.retainers().of(node) {
            self.seen += 1;
            let from = self.snapshot.graph().source(edge);
            if self.may(edge, from, node) {
                let through = (length + 1 + self.way.rest(from)).saturating_sub(rest);
                open.entry(through).or_default().push((from, (edge, node)));
            }
        }
        self.seen <= MAX_RETAINERS_SEEN
    }

    fn may(&self, edge: EdgeIx, from: NodeIx, to: NodeIx) -> bool {
        self.way.goes(edge, from, to)
            && !self.met.contains_key(&from)
            && !self.blocked.nodes.contains(&from)
            && !self.blocked.edges.contains(&edge)
    }

    fn path(&self, object: NodeIx, end: NodeIx) -> Path {
        let mut steps = Vec::new();
        let mut at = end;
        while let Some(Some((edge, to))) = self.met.get(&at) {
            steps.push(Step {
                edge: *edge,
                from: at,
            });
            at = *to;
        }
        steps.reverse();
        Path { object, steps }
    }
}
