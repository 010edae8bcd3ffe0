//! Some of a snapshot's objects: their rows by constructor, and themselves by range.

use std::{borrow::Borrow, ops::Range};

use crate::{
    ClassRow, Code, Error, Filter, Graph, NodeIx, ObjectId, Page, Passing, Snapshot, Sort, wtf8,
};

/// Objects of a snapshot chosen by some question. `S` is `&Snapshot`, or an `Rc` or `Arc` of one.
#[derive(Clone, Debug)]
pub struct Selection<S> {
    snapshot: S,
    chosen: Passing,
    rows: Vec<ClassRow>,
}

impl<S: Borrow<Snapshot>> Selection<S> {
    /// Objects with an id above `after` up to and including `until`, as DevTools shows the selected part of a timeline, or what
    /// was made between two snapshots: with objects of even ids, too, though theirs say nothing of time.
    pub fn made(snapshot: S, after: ObjectId, until: ObjectId) -> Self {
        let between = Filter::AllocatedBetween {
            after,
            up_to: until,
        };
        let chosen = snapshot.borrow().filter(&between);
        Self::of(snapshot, chosen)
    }

    /// The nodes that pass.
    pub(crate) fn new(snapshot: S, passes: impl Fn(&Graph, NodeIx) -> bool) -> Self {
        let graph = &snapshot.borrow().graph;
        let chosen = snapshot.borrow().passing(|node| passes(graph, node));
        Self::of(snapshot, chosen)
    }

    pub(crate) fn of(snapshot: S, chosen: Passing) -> Self {
        let rows = snapshot.borrow().rows_filtered(&chosen);
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
        self.chosen.passes(node)
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
        sort: Sort,
        range: Range<usize>,
    ) -> Result<Page<NodeIx>, Error> {
        let snapshot = self.snapshot();
        let Some(row) = self.rows.iter().find(|row| row.key == key) else {
            let what = format!("no object of `{}` is among these", wtf8::lossy(key));
            return Err(Error::new(Code::NoSuchClass, what));
        };
        Ok(snapshot.instances(row.class, &self.chosen, sort, range))
    }
}
