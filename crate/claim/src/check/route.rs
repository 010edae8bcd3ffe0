//! Objects by name, and whether what keeps them is what a path says.

use std::{borrow::Borrow, collections::HashSet};

use heap::{Column, EdgeIx, EdgeKind, NodeIx, NodeKind, Snapshot, Sort};

use crate::{Hop, Pair, Pattern, Step, Taken};

/// Objects of this name that the earlier snapshot does not have.
pub(super) fn fresh(pair: &Pair<impl Borrow<Snapshot>>, name: &Pattern) -> Vec<NodeIx> {
    let after = pair.after();
    let graph = after.graph();
    let is_new = |node: &NodeIx| !pair.is_old(graph.id(*node));
    graph
        .nodes()
        .filter(|node| after.shallow_size(*node) > 0 && is_called(after, *node, name))
        .filter(is_new)
        .collect()
}

/// Whether an object is called so, or its constructor. A function is called `tick()`; a text is not called what it reads.
pub(super) fn is_called(snapshot: &Snapshot, node: NodeIx, name: &Pattern) -> bool {
    let raw = snapshot.graph().raw_name(node);
    let constructor = || name.matches(snapshot.class_name(node));
    match snapshot.graph().kind(node) {
        NodeKind::Closure => name.matches(&[raw, b"()"].concat()),
        NodeKind::String
        | NodeKind::ConsString
        | NodeKind::SlicedString
        | NodeKind::Symbol
        | NodeKind::RegExp => constructor(),
        _ => name.matches(raw) || constructor(),
    }
}

/// How far the path's steps lead from an object over its retainers.
pub(super) struct Walk {
    reached: Vec<Reached>,
    /// The one that is farthest along the path.
    farthest: usize,
    /// Whether it is led to the path's end.
    pub(super) is_whole: bool,
}

#[derive(Clone, Copy)]
struct Reached {
    node: NodeIx,
    place: Place,
    /// From which one, by which reference.
    from: Option<(usize, EdgeIx)>,
}

/// All ways are walked at once, each pair of an object and a place in the path once.
pub(super) fn walk(snapshot: &Snapshot, object: NodeIx, steps: &[Step]) -> Walk {
    let start = Reached {
        node: object,
        place: Place::START,
        from: None,
    };
    let mut walk = Walk {
        reached: vec![start],
        farthest: 0,
        is_whole: false,
    };
    let mut seen = HashSet::new();
    let mut open = vec![0];
    while let Some(at) = open.pop() {
        let Reached { node, place, from } = walk.reached[at];
        if place > walk.reached[walk.farthest].place {
            walk.farthest = at;
        }
        if place.step == steps.len() {
            walk.is_whole = true;
            break;
        }
        if !seen.insert((node, place)) {
            continue;
        }
        let mut reach = |node, place, from| {
            open.push(walk.reached.len());
            walk.reached.push(Reached { node, place, from });
        };
        if place.may_skip(steps) {
            reach(node, place.behind(), from);
        }
        let hop = place.hop(steps);
        let next = place.next(steps);
        let all = Sort::ascending(Column::File);
        let retainers = snapshot.retainers_of(node, None, all, 0..usize::MAX);
        for retainer in retainers.rows {
            if hop.node_is(snapshot, retainer.node) && hop.edge_is(snapshot, retainer.edge) {
                reach(retainer.node, next, Some((at, retainer.edge)));
            }
        }
    }
    walk
}

impl Walk {
    /// Steps of the path that are behind it.
    pub(super) fn steps(&self) -> usize {
        self.reached[self.farthest].place.step
    }

    /// The way to the object that is farthest along the path.
    pub(super) fn taken(&self) -> Vec<Taken> {
        let mut taken = Vec::new();
        let mut at = self.farthest;
        while let Reached {
            node,
            from: Some((before, edge)),
            ..
        } = self.reached[at]
        {
            let step = self.reached[before].place.step;
            taken.push(Taken { step, edge, node });
            at = before;
        }
        taken.reverse();
        taken
    }
}

/// How far along a path one is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Place {
    step: usize,
    /// Within a repetition.
    hop: usize,
}

impl Place {
    const START: Self = Self { step: 0, hop: 0 };

    fn hop(self, steps: &[Step]) -> &Hop {
        match &steps[self.step] {
            Step::Hop(hop) => hop,
            Step::Repeat(hops) => &hops[self.hop],
        }
    }

    fn behind(self) -> Self {
        Self {
            step: self.step + 1,
            hop: 0,
        }
    }

    /// At the beginning of a repetition one may leave it.
    fn may_skip(self, steps: &[Step]) -> bool {
        matches!(steps[self.step], Step::Repeat(_)) && self.hop == 0
    }

    /// Where one is after the hop: at the end of a repetition at its beginning again.
    fn next(self, steps: &[Step]) -> Self {
        match &steps[self.step] {
            Step::Hop(_) => self.behind(),
            Step::Repeat(hops) => Self {
                hop: (self.hop + 1) % hops.len(),
                ..self
            },
        }
    }
}

impl Hop {
    fn node_is(&self, snapshot: &Snapshot, node: NodeIx) -> bool {
        is_called(snapshot, node, &self.node)
    }

    fn edge_is(&self, snapshot: &Snapshot, edge: EdgeIx) -> bool {
        let name = snapshot.edge_name(edge);
        match snapshot.graph().edge_kind(edge) {
            EdgeKind::Element | EdgeKind::Hidden => {
                self.edge.matches(&[b"[", &*name, b"]"].concat())
            }
            _ => self.edge.matches(&name) || self.edge.matches(without_number(&name)),
        }
    }
}

/// V8 numbers edges that have no name of their own: `2 / part of key (…) -> value (…) pair in WeakMap (…)`.
fn without_number(name: &[u8]) -> &[u8] {
    let digits = name.iter().take_while(|byte| byte.is_ascii_digit()).count();
    match name[digits..].strip_prefix(b" / ") {
        Some(rest) if digits > 0 => rest,
        _ => name,
    }
}
