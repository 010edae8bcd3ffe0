//! Dominators: the one object through which all ways to another lead.
//!
//! Thomas Lengauer and Robert Tarjan, "A fast algorithm for finding dominators in a flowgraph" (1979), with simple
//! linking: no input makes it slower than m log n, and no step recurses. Everything is numbered in preorder.

mod order;
mod predecessors;

pub(crate) use order::Preorder;
pub(crate) use predecessors::Predecessors;

const NONE: u32 = u32::MAX;

/// The immediate dominator of each node of the preorder, by its number there; the root is its own.
pub(crate) fn dominators(order: &Preorder, predecessors: Predecessors) -> Vec<u32> {
    let count = order.vertex.len();
    let Predecessors {
        mut semi,
        first,
        list,
    } = predecessors;
    let mut forest = Forest {
        ancestor: vec![NONE; count],
        label: (0..count as u32).collect(),
        path: Vec::new(),
    };
    // A vertex waits in its semidominator's bucket; `dominator` links those in one bucket until it holds the answer.
    let mut bucket = vec![NONE; count];
    let mut dominator = vec![NONE; count];
    for vertex in (1..count).rev() {
        let own = vertex as u32;
        let parent = order.parent[vertex];
        let mut best = semi[vertex];
        for &from in &list[first[vertex] as usize..first[vertex + 1] as usize] {
            best = best.min(semi[forest.least(from, &semi) as usize]);
        }
        semi[vertex] = best;
        dominator[vertex] = std::mem::replace(&mut bucket[best as usize], own);
        forest.ancestor[vertex] = parent;
        let mut waiting = std::mem::replace(&mut bucket[parent as usize], NONE);
        while waiting != NONE {
            let least = forest.least(waiting, &semi);
            let next = dominator[waiting as usize];
            // Either known now, or the same as that of `least`, which the last pass fills in.
            dominator[waiting as usize] = if semi[least as usize] < semi[waiting as usize] {
                least
            } else {
                parent
            };
            waiting = next;
        }
    }
    if let Some(root) = dominator.first_mut() {
        *root = 0;
    }
    for vertex in 1..count {
        if dominator[vertex] != semi[vertex] {
            dominator[vertex] = dominator[dominator[vertex] as usize];
        }
    }
    dominator
}

/// The part of the search tree that has been processed, with compressed paths.
struct Forest {
    ancestor: Vec<u32>,
    label: Vec<u32>,
    path: Vec<u32>,
}

impl Forest {
    /// The vertex with the least semidominator on the way from `vertex` up to, and without, its tree's root.
    #[inline]
    fn least(&mut self, vertex: u32, semi: &[u32]) -> u32 {
        let ancestor = self.ancestor[vertex as usize];
        if ancestor == NONE {
            return vertex;
        }
        if self.ancestor[ancestor as usize] != NONE {
            self.compress(vertex, semi);
        }
        self.label[vertex as usize]
    }

    fn compress(&mut self, vertex: u32, semi: &[u32]) {
        let mut at = vertex;
        let mut above = self.ancestor[at as usize];
        while self.ancestor[above as usize] != NONE {
            self.path.push(at);
            at = above;
            above = self.ancestor[at as usize];
        }
        let mut upper = at;
        while let Some(lower) = self.path.pop() {
            let (upper_label, label) = (self.label[upper as usize], self.label[lower as usize]);
            if semi[upper_label as usize] < semi[label as usize] {
                self.label[lower as usize] = upper_label;
            }
            self.ancestor[lower as usize] = self.ancestor[upper as usize];
            upper = lower;
        }
    }
}
