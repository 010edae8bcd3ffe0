//! Objects of a class.

use std::ops::Range;

use super::{Column, Page, Passing, Sort, name::Names, page::distance_key};
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
            .map(|(node, _)| NodeIx(node))
            .collect();
        self.sorted(nodes, sort, range)
    }

    /// Part of a list of nodes as it would be after sorting.
    pub(crate) fn sorted(
        &self,
        nodes: Vec<NodeIx>,
        sort: Sort,
        range: Range<usize>,
    ) -> Page<NodeIx> {
        if sort.by == Column::Name {
            return self.sorted_by_name(&nodes, sort, range);
        }
        // Numbers are fetched once, not at every comparison.
        let rows: Vec<(u64, u64, u32, NodeIx)> = (0..)
            .zip(nodes)
            .map(|(place, node)| {
                let id = self.graph.id(node).0;
                let (key, then) = match sort.by {
                    Column::File => (place, 0),
                    Column::Id | Column::Name => (id, 0),
                    Column::Distance => {
                        (distance_key(self.distance(node)), !self.retained_size(node))
                    }
                    Column::Shallow => (self.shallow_size(node), id),
                    Column::Retained => (self.retained_size(node), id),
                };
                (sort.key(key), then, place as u32, node)
            })
            .collect();
        Page::sorted(rows, range, Ord::cmp, |&(.., node)| node)
    }

    fn sorted_by_name(&self, nodes: &[NodeIx], sort: Sort, range: Range<usize>) -> Page<NodeIx> {
        let names = Names::new(self, nodes.iter().copied());
        let rows: Vec<u32> = (0..nodes.len() as u32).collect();
        let id = |row: u32| (self.graph.id(nodes[row as usize]), row);
        let compare = |&a: &u32, &b: &u32| {
            sort.way(names.compare(a, b))
                .then_with(|| id(a).cmp(&id(b)))
        };
        Page::sorted(rows, range, compare, |&row| nodes[row as usize])
    }
}
