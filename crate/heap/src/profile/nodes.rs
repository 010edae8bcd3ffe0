//! The call tree in columns.

use crate::ground::error::Wrong;
use crate::{Code, limits::MAX_ITEMS};

/// No node, no frame.
pub(super) const NONE: u32 = u32::MAX;

/// The nodes of the call tree, a column for each property, all of one length.
///
/// They stand in preorder, children in the order of the file: a node's subtree is `node..end[node]`. Node 0 is the head.
/// Nodes without bytes are here, too; the answers leave them out as DevTools does.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Nodes {
    /// The caller's node; `u32::MAX` for the head.
    pub parent: Vec<u32>,
    /// Behind the last node of the subtree.
    pub end: Vec<u32>,
    /// The call frame: a number for [`super::Frames`].
    pub frame: Vec<u32>,
    /// V8's id; `u64::MAX` if the file gives none.
    pub id: Vec<u64>,
    /// Own ("self") size: bytes allocated by the function itself when called by this stack. An estimate.
    pub own: Vec<f64>,
    /// Total size: own bytes and those of all nodes below. An estimate.
    pub total: Vec<f64>,
}

impl Nodes {
    /// How many there are: at least one, in a profile that was read.
    pub fn len(&self) -> usize {
        self.parent.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.parent.is_empty()
    }

    /// The caller's node; `None` for the head and for what is no node.
    pub fn parent(&self, node: u32) -> Option<u32> {
        let parent = self.parent.get(node as usize).copied();
        parent.filter(|&parent| parent != NONE)
    }

    /// The nodes right below, in the order of the file, those without bytes included.
    pub fn children(&self, node: u32) -> impl Iterator<Item = u32> + '_ {
        let end = self.end.get(node as usize).copied().unwrap_or(0);
        let first = (node < end).then(|| node + 1);
        // The next sibling begins where a subtree ends.
        std::iter::successors(first, |&child| self.end.get(child as usize).copied())
            .take_while(move |&child| child < end)
    }

    /// Adds a node that has nothing yet.
    pub(super) fn push(&mut self, parent: u32) -> Result<u32, Wrong> {
        if self.len() as u64 >= MAX_ITEMS {
            return Err((Code::TooLarge, "more nodes than positions of 32 bits"));
        }
        let node = self.len() as u32;
        push(&mut self.parent, parent)?;
        push(&mut self.end, NONE)?;
        push(&mut self.frame, NONE)?;
        push(&mut self.id, u64::MAX)?;
        push(&mut self.own, 0.0)?;
        Ok(node)
    }

    /// Computes the totals: children stand behind their parents, so from the end each is complete when it is added.
    pub(super) fn sum_up(&mut self) {
        self.total.clone_from(&self.own);
        for node in (1..self.len()).rev() {
            self.total[self.parent[node] as usize] += self.total[node];
        }
    }
}

/// Pushes, or says that there is no memory.
pub(super) fn push<T>(column: &mut Vec<T>, value: T) -> Result<(), Wrong> {
    let room = column.try_reserve(1);
    room.map_err(|_| (Code::Memory, "no memory for the profile"))?;
    column.push(value);
    Ok(())
}
