//! Through the tree of calls, in and out, as deep as it may be.

use super::nodes::{NONE, Nodes};

/// What a walk meets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Step {
    Enter(u32),
    Leave(u32),
}

impl Nodes {
    /// Enters and leaves the head and every node that has bytes, callers around their calls.
    ///
    /// It needs no memory: where a subtree ends and who called says it all.
    pub(super) fn walk(&self) -> impl Iterator<Item = Step> + '_ {
        let mut inside = NONE;
        let mut next = 0;
        std::iter::from_fn(move || {
            loop {
                if inside != NONE && self.end[inside as usize] == next {
                    let left = inside;
                    inside = self.parent[left as usize];
                    return Some(Step::Leave(left));
                }
                let node = next;
                let total = *self.total.get(node as usize)?;
                if node > 0 && total == 0.0 {
                    next = self.end[node as usize];
                    continue;
                }
                inside = node;
                next += 1;
                return Some(Step::Enter(node));
            }
        })
    }
}
