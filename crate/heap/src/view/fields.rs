//! What an object holds.

use std::ops::Range;

use super::{
    Column, Page, Reference, Sort,
    edge::{edge_text, has_text},
    page::distance_key,
    text::Text,
};
use crate::{EdgeKind, NodeIx, Snapshot, wtf8};

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
        let text_first = sort.by == Column::Name;
        Page::sorted(
            rows,
            range,
            |a, b| {
                let texts = || {
                    let order = a.edge_is_number.cmp(&b.edge_is_number);
                    order.then_with(|| wtf8::utf16_order(&a.text, &b.text))
                };
                let order = if text_first {
                    let order = a.is_proto.cmp(&b.is_proto);
                    order
                        .then_with(|| sort.way(texts()))
                        .then(a.key.cmp(&b.key))
                } else {
                    a.key.cmp(&b.key).then_with(|| {
                        let order = a.is_proto.cmp(&b.is_proto);
                        order.then_with(texts)
                    })
                };
                order.then(a.place.cmp(&b.place))
            },
            |row| list[row.place as usize],
        )
    }

    fn row(&self, place: u32, reference: Reference, sort: Sort) -> Row<'_> {
        let Reference { edge, node, .. } = reference;
        let key = match sort.by {
            Column::File => sort.key(u64::from(place)),
            Column::Name => !self.retained_size(node),
            Column::Id => sort.key(self.graph.id(node).0),
            Column::Distance => sort.key(distance_key(reference.distance)),
            Column::Shallow => sort.key(self.shallow_size(node)),
            Column::Retained => sort.key(self.retained_size(node)),
        };
        // Only the second key of distances is the object's name.
        if sort.by == Column::Distance {
            let text = match self.name(node) {
                std::borrow::Cow::Borrowed(name) => Text::Borrowed(name),
                std::borrow::Cow::Owned(name) => Text::Owned(name.into()),
            };
            return Row {
                key,
                edge_is_number: false,
                is_proto: false,
                text,
                place,
            };
        }
        let text = edge_text(&self.graph, edge);
        Row {
            key,
            edge_is_number: !has_text(&self.graph, edge),
            is_proto: *text == *b"__proto__",
            text,
            place,
        }
    }
}

/// What a reference is sorted by.
struct Row<'a> {
    key: u64,
    edge_is_number: bool,
    is_proto: bool,
    text: Text<'a>,
    place: u32,
}
