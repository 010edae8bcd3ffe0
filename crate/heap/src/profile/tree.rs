//! Questions about the call tree.

use super::{By, Profile, Sort, page::page};
use crate::Page;
use crate::wtf8::utf16_order;
use std::ops::Range;

impl Profile {
    /// The calls made by a node, sorted: those rows at `range` that have any bytes. Nothing for what is no node.
    pub fn children(&self, node: u32, sort: Sort, range: Range<usize>) -> Page<u32> {
        let nodes = &self.nodes;
        let own = |node: u32| nodes.own[node as usize];
        let total = |node: u32| nodes.total[node as usize];
        let label = |node: u32| self.frames.label(nodes.frame[node as usize]);
        let table = nodes.children(node).filter(|&child| total(child) > 0.0);
        page(table.collect(), range, |&a, &b| {
            let order = match sort.by {
                By::Total => total(a).total_cmp(&total(b)),
                By::Own => own(a).total_cmp(&own(b)),
                By::Name => utf16_order(label(a), label(b)),
            };
            sort.direct(order).then(a.cmp(&b))
        })
    }

    /// The stack of a node: from the head down to it. Empty for what is no node.
    pub fn stack(&self, node: u32) -> Vec<u32> {
        let node = ((node as usize) < self.nodes.len()).then_some(node);
        let upwards = std::iter::successors(node, |&node| self.nodes.parent(node));
        let mut stack: Vec<u32> = upwards.collect();
        stack.reverse();
        stack
    }

    /// The heaviest stack: from the head always on to the child with the largest total, the first of equals.
    pub fn heaviest_stack(&self) -> Vec<u32> {
        let total = |node: u32| self.nodes.total[node as usize];
        let heaviest = |&node: &u32| {
            let children = self.nodes.children(node);
            let best = children.reduce(|best, child| {
                if total(child) > total(best) {
                    child
                } else {
                    best
                }
            });
            best.filter(|&child| total(child) > 0.0)
        };
        let head = (!self.nodes.is_empty()).then_some(0);
        std::iter::successors(head, heaviest).collect()
    }
}
