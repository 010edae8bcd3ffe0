//! What an object holds.

use std::{cmp::Ordering, ops::Range};

use super::{Column, Page, Reference, Sort, page::distance_key};
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
        let rows = (0..).zip(&list);
        match sort.by {
            Column::Distance => {
                let names = self.names();
                let rows = rows.map(|(place, row)| (row.distance, names.of(row.node), place));
                let key = |row: &(i32, u32, u32)| sort.key(distance_key(row.0));
                let first = |row: &(i32, u32, u32)| names.key(row.1);
                let second = |row: &(i32, u32, u32)| self.name_key(row.1, 1);
                let compare = |a: &(i32, u32, u32), b: &(i32, u32, u32)| {
                    let order = key(a).cmp(&key(b));
                    let order = order.then_with(|| self.compare_names(a.1, b.1));
                    order.then(a.2.cmp(&b.2))
                };
                Page::sorted(rows, range, &[&key, &first, &second], compare, |row| {
                    list[row.2 as usize]
                })
            }
            Column::Name => {
                let rows = rows.map(|(place, row)| self.row(place, *row, sort));
                let compare = |a: &Row, b: &Row| a.by_name(b, sort);
                Page::sorted(rows, range, &[], compare, |row| list[row.place as usize])
            }
            _ => {
                let rows = rows.map(|(place, row)| self.row(place, *row, sort));
                let key = |row: &Row| row.key;
                Page::sorted(rows, range, &[&key], Row::by_key, |row| {
                    list[row.place as usize]
                })
            }
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
