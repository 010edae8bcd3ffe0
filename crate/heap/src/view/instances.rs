//! Objects of a class.

use std::ops::Range;

use super::{Column, Page, Passing, Sort, page::distance_key};
use crate::{ClassNames, Error, NodeIx, Snapshot, wtf8};

impl Snapshot {
    /// The class of the row with this key ([`crate::ClassRow::key`]).
    ///
    /// # Errors
    /// [`Code::NoSuchClass`], with the nearest names.
    pub fn find_class(&self, key: &[u8]) -> Result<u32, Error> {
        let row = self.rows().iter().find(|row| row.key == key);
        row.map(|row| row.class).ok_or_else(|| {
            let key = wtf8::lossy(key);
            // Of a key the name is what follows the place.
            let name = key.rsplit(',').next().unwrap_or(&key);
            self.no_class(name)
        })
    }

    /// Names of the Summary's rows that tell them apart.
    pub fn class_names(&self) -> &ClassNames {
        self.cache.class_names.get_or_init(|| {
            let rows = self.rows().iter();
            ClassNames::new(&self.graph, rows.map(|row| (&row.key[..], &row.name[..])))
        })
    }

    /// Objects of a class ([`crate::ClassRow::class`]) that pass the filter, without those of size 0: those that its row counts.
    ///
    /// Rows that are equal by their column go on as in DevTools: by id, of equal distance the larger retained size first.
    pub fn instances(
        &self,
        class: u32,
        passing: &Passing,
        sort: Sort,
        range: Range<usize>,
    ) -> Page<NodeIx> {
        self.instances_of(&[class], passing, sort, range)
    }

    /// As [`Snapshot::instances`], of several classes together.
    pub fn instances_of(
        &self,
        classes: &[u32],
        passing: &Passing,
        sort: Sort,
        range: Range<usize>,
    ) -> Page<NodeIx> {
        let nodes = (0..).zip(&self.classes.of);
        let counts = |node: u32| !self.graph.nodes.size.is_zero(node) && passing.has(node);
        let nodes = nodes
            .filter(|&(node, of)| classes.contains(of) && counts(node))
            .map(|(node, _)| NodeIx(node));
        self.sorted(nodes, sort, range)
    }

    /// Part of a list of nodes as it would be after sorting.
    pub(crate) fn sorted(
        &self,
        nodes: impl IntoIterator<Item = NodeIx>,
        sort: Sort,
        range: Range<usize>,
    ) -> Page<NodeIx> {
        if sort.by == Column::Name {
            return self.sorted_by_name(nodes, sort, range);
        }
        let rows = (0_u32..).zip(nodes);
        let id = |node| self.graph.id(node).0;
        let key = |&(place, node): &(u32, NodeIx)| {
            sort.key(match sort.by {
                Column::File => place.into(),
                Column::Id | Column::Name => id(node),
                Column::Distance => distance_key(self.distance(node)),
                Column::Shallow => self.shallow_size(node),
                Column::Retained => self.retained_size(node),
            })
        };
        let then = |&(_, node): &(u32, NodeIx)| match sort.by {
            Column::Distance => !self.retained_size(node),
            _ => id(node),
        };
        let compare = |a: &_, b: &_| {
            let order = key(a).cmp(&key(b)).then_with(|| then(a).cmp(&then(b)));
            order.then_with(|| a.cmp(b))
        };
        Page::sorted(rows, range, &[&key, &then], compare, |&(_, node)| node)
    }

    fn sorted_by_name(
        &self,
        nodes: impl IntoIterator<Item = NodeIx>,
        sort: Sort,
        range: Range<usize>,
    ) -> Page<NodeIx> {
        let names = self.names();
        let rows = (0..).zip(nodes).map(|(place, node)| Row {
            node,
            name: names.of(node),
            place,
        });
        let key = |row: &Row| sort.key(names.key(row.name));
        let then_key = |row: &Row| sort.key(self.name_key(row.name, 1));
        let compare = |a: &Row, b: &Row| {
            let order = sort.way(self.compare_names(a.name, b.name));
            let then = |row: &Row| (self.graph.id(row.node), row.place);
            order.then_with(|| then(a).cmp(&then(b)))
        };
        Page::sorted(rows, range, &[&key, &then_key], compare, |row| row.node)
    }
}

struct Row {
    node: NodeIx,
    name: u32,
    place: u32,
}
