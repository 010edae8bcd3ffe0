//! What an object retains, part by part.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use crate::{NodeIx, Snapshot};

/// What a tile shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum TileKind {
    /// An object with what it retains.
    Object,
    /// The shallow size of the object around it.
    ShallowSize,
    /// Several small objects of one class.
    Class,
    /// What is too small to be shown.
    Rest,
}

/// One part.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) kind: TileKind,
    pub(super) node: NodeIx,
    pub(super) size: u64,
    pub(super) count: u32,
}

/// What is worth a part of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// Bytes of all parts.
    pub(super) total: u64,
    /// Their area.
    pub(super) area: f64,
    /// The area of the smallest part.
    pub(super) least: f64,
    /// The area from which on an object is not counted by class.
    pub(super) alone: f64,
}

impl Bounds {
    pub(super) fn area_of(self, size: u64) -> f64 {
        self.area * (size as f64 / self.total.max(1) as f64)
    }

    pub(super) fn shows(self, size: u64) -> bool {
        size > 0 && self.area_of(size) >= self.least
    }
}

impl Part {
    pub(super) fn object(snapshot: &Snapshot, node: NodeIx) -> Self {
        Self::at(snapshot, snapshot.places()[node.0 as usize] as usize)
    }

    fn at(snapshot: &Snapshot, place: usize) -> Self {
        let node = NodeIx(snapshot.tree.order[place]);
        Self {
            kind: TileKind::Object,
            node,
            size: snapshot.retained_size(node),
            count: snapshot.tree.span[place],
        }
    }

    /// Where it stands among its like.
    pub(super) fn order(snapshot: &Snapshot, node: NodeIx) -> (Reverse<u64>, NodeIx) {
        (Reverse(snapshot.retained_size(node)), node)
    }

    /// One more of several.
    fn add(&mut self, snapshot: &Snapshot, other: &Self) {
        if Self::order(snapshot, other.node) < Self::order(snapshot, self.node) {
            self.node = other.node;
        }
        self.size = self.size.saturating_add(other.size);
        self.count += other.count;
    }
}

impl Snapshot {
    /// The objects that have this one as their immediate dominator.
    pub(super) fn inner(&self, node: NodeIx) -> impl Iterator<Item = Part> {
        let span = &self.tree.span;
        let place = self.places()[node.0 as usize] as usize;
        let end = place + span[place] as usize;
        let beside = move |place: usize| Some(place + *span.get(place)? as usize);
        let places = std::iter::successors(Some(place + 1), move |&place| beside(place));
        let within = places.take_while(move |&place| place < end);
        within.map(|place| Part::at(self, place))
    }

    /// The parts of what an object retains, the largest first. A shallow size that is not shown is in the last part, if there is
    /// one: else it is what the others leave free.
    pub(super) fn parts(&self, node: NodeIx, bounds: Bounds) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut classes: FxHashMap<u32, Part> = FxHashMap::default();
        for part in self.inner(node) {
            if part.size > 0 && bounds.area_of(part.size) >= bounds.alone {
                parts.push(part);
                continue;
            }
            let one = Part {
                kind: TileKind::Class,
                count: 1,
                ..part
            };
            classes
                .entry(self.class(part.node))
                .and_modify(|class| class.add(self, &one))
                .or_insert(one);
        }
        let mut rest: Option<Part> = None;
        for class in classes.into_values() {
            if bounds.shows(class.size) && class.count == 1 {
                parts.push(Part::object(self, class.node));
            } else if bounds.shows(class.size) {
                parts.push(class);
            } else {
                match &mut rest {
                    Some(rest) => rest.add(self, &class),
                    None => rest = Some(class),
                }
            }
        }
        let own = Part {
            kind: TileKind::ShallowSize,
            node,
            size: self.shallow_size(node),
            count: 1,
        };
        if bounds.shows(own.size) {
            parts.push(own);
        } else if let Some(rest) = &mut rest {
            rest.size = rest.size.saturating_add(own.size);
        }
        if let Some(rest) = rest.filter(|rest| rest.size > 0) {
            parts.push(Part {
                kind: TileKind::Rest,
                ..rest
            });
        }
        parts.sort_unstable_by_key(|part| (Reverse(part.size), part.kind, part.node));
        parts
    }
}
