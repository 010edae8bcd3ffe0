//! Some of a snapshot's objects: their rows by constructor, and themselves by range.

use std::{borrow::Borrow, ops::Range};

use crate::{
    ClassRow, Code, Error, Graph, NodeIx, ObjectId, Snapshot,
    bits::Bits,
    class,
    order::{self, Order},
    wtf8,
};

/// Objects of a snapshot chosen by some question. `S` is `&Snapshot`, or an `Rc` or `Arc` of one.
#[derive(Clone, Debug)]
pub struct Selection<S> {
    snapshot: S,
    chosen: Bits,
    rows: Vec<ClassRow>,
}

impl<S: Borrow<Snapshot>> Selection<S> {
    /// Objects with an id above `after` up to and including `until`, as DevTools shows the selected part of a timeline, or what
    /// was made between two snapshots: with objects of even ids, too, though theirs say nothing of time.
    pub fn made(snapshot: S, after: ObjectId, until: ObjectId) -> Self {
        Self::new(snapshot, |graph, node| {
            let id = graph.id(node);
            after < id && id <= until
        })
    }

    /// The nodes that pass.
    pub(crate) fn new(snapshot: S, passes: impl Fn(&Graph, NodeIx) -> bool) -> Self {
        let graph = &snapshot.borrow().graph;
        let mut chosen = Bits::new(graph.nodes.len());
        for node in graph.nodes() {
            if passes(graph, node) {
                chosen.set(node.0);
            }
        }
        Self::from_bits(snapshot, chosen)
    }

    /// The nodes with a set bit.
    pub(crate) fn from_bits(snapshot: S, chosen: Bits) -> Self {
        let Snapshot {
            graph,
            classes,
            tree,
            distance,
            ..
        } = snapshot.borrow();
        let rows = class::rows_where(graph, classes, tree, distance, |node| chosen.get(node));
        Self {
            snapshot,
            chosen,
            rows,
        }
    }

    /// The snapshot they are of.
    pub fn snapshot(&self) -> &Snapshot {
        self.snapshot.borrow()
    }

    /// Whether it is one of them.
    pub fn has(&self, node: NodeIx) -> bool {
        self.chosen.get(node.0)
    }

    /// Rows by constructor, as in the Summary; only chosen objects count. A retained size is that of objects that no chosen one
    /// of the same constructor retains.
    pub fn rows(&self) -> &[ClassRow] {
        &self.rows
    }

    /// A part of the list of a constructor's objects.
    ///
    /// # Errors
    /// [`Code::NoSuchClass`] if no row has this key.
    pub fn objects(
        &self,
        key: &[u8],
        order: Order,
        range: Range<usize>,
    ) -> Result<Vec<NodeIx>, Error> {
        let snapshot = self.snapshot();
        let Some(row) = self.rows.iter().find(|row| row.key == key) else {
            let what = format!("no object of `{}` is among these", wtf8::lossy(key));
            return Err(Error::new(Code::NoSuchClass, what));
        };
        let nodes = snapshot.graph.nodes().filter(|node| {
            self.has(*node)
                && snapshot.class(*node) == row.class
                && !snapshot.graph.nodes.size.is_zero(node.0)
        });
        Ok(order::part(snapshot, nodes.collect(), order, range))
    }
}
