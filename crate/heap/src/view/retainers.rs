//! What keeps an object.

use std::ops::Range;

use super::{Ignored, Page, Sort};
use crate::{EdgeIx, EdgeKind, NodeIx, Snapshot, figure::analysis::UNREACHED};

/// What no path reaches is sorted behind all that one reaches.
pub(crate) const UNREACHABLE: i32 = 200_000_000;

/// A row of a list of fields or retainers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The edge.
    pub edge: EdgeIx,
    /// The object at its other end.
    pub node: NodeIx,
    /// The distance of that object. Among retainers that nothing reaches have 200,000,000 and more, as in DevTools.
    pub distance: i32,
    /// Whether the retainer is one of those that were told to be ignored.
    pub is_ignored: bool,
}

impl Snapshot {
    /// What refers to an object, through edges of every kind but weak and invisible ones, without the root
    /// (DevTools: `createRetainingEdgesProvider`). Distances are those without the ignored ones.
    ///
    /// Rows that are equal by their column go on as those of [`Snapshot::fields`] do.
    pub fn retainers_of(
        &self,
        node: NodeIx,
        ignored: Option<&Ignored>,
        sort: Sort,
        range: Range<usize>,
    ) -> Page<Reference> {
        let list = self.retainers().of(node).filter_map(|edge| {
            let retainer = self.graph.source(edge);
            let kind = self.graph.edge_kind(edge);
            let hidden = matches!(kind, EdgeKind::Weak | EdgeKind::Invisible);
            (!hidden && retainer != self.graph.root()).then(|| Reference {
                edge,
                node: retainer,
                distance: self.retaining_distance(edge, retainer, ignored),
                is_ignored: ignored.is_some_and(|ignored| ignored.has(retainer)),
            })
        });
        self.sorted_references(list.collect(), sort, range)
    }

    fn retaining_distance(&self, edge: EdgeIx, retainer: NodeIx, ignored: Option<&Ignored>) -> i32 {
        let distance = match ignored {
            Some(ignored) if ignored.is_useless(edge) => return UNREACHABLE,
            Some(ignored) => ignored.distance(retainer),
            None => self.distance(retainer),
        };
        if distance == UNREACHED {
            self.distance(retainer).max(0) + UNREACHABLE
        } else {
            distance
        }
    }
}
