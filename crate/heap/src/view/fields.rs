//! What an object holds.

use std::{cmp::Ordering, ops::Range};

use super::{Column, Page, Reference, Sort, name::Names, page::distance_key};
use crate::{
    EdgeKind, NodeIx, Snapshot,
    text::{
        edge::{edge_text, has_text},
        short::Text,
    },
    wtf8,
};

impl Snapshot {
    /// What an object refers to, through edges of every kind but invisible ones (DevTools: `createEdgesProvider`).
    ///
    /// Rows that are equal by their column go on as in DevTools: by the name of the edge, of equal distance by the name of the
    /// object; of equal name the larger retained size first. `__proto__` is last, both ways.
    pub fn fields(&self, node: NodeIx, sort: Sort, range: Range<usize>) -> Page<Reference> {
        let edges = self.graph.edges(node);
        let shown = edges.filter(|&edge| self.graph.edge_kind(edge) != EdgeKind::Invisible);
        let list = shown.map(|edge| {
            let node = self.graph.target(edge);
            Reference {
                edge,
                node,
                distance: self.distance(node),
                is_ignored: false,
            }
        });
        self.sorted_references(list.collect(), sort, range)
    }

    pub(crate) fn sorted_references(
        &self,
        list: Vec<Reference>,
        sort: Sort,
        range: Range<usize>,
    ) -> Page<Reference> {
        if sort == Sort::ascending(Column::File) {
            return Page::of(list.into_iter(), range);
        }
        let rows: Vec<Row> = (0..)
            .zip(&list)
            .map(|(place, row)| self.row(place, *row, sort))
            .collect();
        let row = |row: &Row| list[row.place as usize];
        match sort.by {
            Column::Name => Page::sorted(rows, range, |a, b| a.by_name(b, sort), row),
            Column::Distance => {
                let names = Names::new(self, list.iter().map(|row| row.node));
                let compare = |a: &Row, b: &Row| {
                    let order = a.key.cmp(&b.key);
                    order
                        .then_with(|| names.compare(a.place, b.place))
                        .then(a.place.cmp(&b.place))
                };
                Page::sorted(rows, range, compare, row)
            }
            _ => Page::sorted(rows, range, Row::by_key, row),
        }
    }

    fn row(&self, place: u32, reference: Reference, sort: Sort) -> Row<'_> {
        let Reference { edge, node, .. } = reference;
        let key = match sort.by {
            Column::File => sort.key(u64::from(place)),
            // The second key: the larger goes first, both ways.
            Column::Name => !self.retained_size(node),
            Column::Id => sort.key(self.graph.id(node).0),
            Column::Distance => sort.key(distance_key(reference.distance)),
            Column::Shallow => sort.key(self.shallow_size(node)),
            Column::Retained => sort.key(self.retained_size(node)),
        };
        let name = edge_text(&self.graph, edge);
        let rank = match &*name {
            b"__proto__" => Rank::Proto,
            _ if has_text(&self.graph, edge) => Rank::Text,
            _ => Rank::Number,
        };
        Row {
            key,
            rank,
            name,
            place,
        }
    }
}

/// What a reference is sorted by.
struct Row<'a> {
    key: u64,
    rank: Rank,
    /// Of the edge.
    name: Text<'a>,
    place: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Text,
    Number,
    /// Last, whichever way the list is sorted.
    Proto,
}

impl Row<'_> {
    fn by_key(&self, other: &Self) -> Ordering {
        let order = self.key.cmp(&other.key);
        let order = order.then_with(|| self.rank.cmp(&other.rank));
        let order = order.then_with(|| wtf8::utf16_order(&self.name, &other.name));
        order.then(self.place.cmp(&other.place))
    }

    fn by_name(&self, other: &Self, sort: Sort) -> Ordering {
        let is_proto = |row: &Self| row.rank == Rank::Proto;
        let order = is_proto(self).cmp(&is_proto(other));
        let order = order.then_with(|| sort.way(self.rank.cmp(&other.rank)));
        let order = order.then_with(|| sort.way(wtf8::utf16_order(&self.name, &other.name)));
        let order = order.then(self.key.cmp(&other.key));
        order.then(self.place.cmp(&other.place))
    }
}
