//! Rule 7: what would go if a node went.

use crate::draw::Drawing;

pub(super) struct Dominators {
    /// The immediate one; the root's is the root.
    pub(super) immediate: Vec<usize>,
    pub(super) retained: Vec<f64>,
}

/// By definition: a node dominates all that cannot be reached any more once the node is taken away.
pub(super) fn dominators(drawing: &Drawing, essential: &[Vec<usize>], sizes: &[u64]) -> Dominators {
    let count = drawing.nodes.len();
    let root = drawing.root;
    let starts = starts(root, essential);
    let reached = reach(essential, &starts, None);
    let dominated: Vec<Vec<usize>> = (0..count)
        .map(|gone| {
            if gone == root {
                return (0..count).filter(|node| *node != root).collect();
            }
            let left = reach(essential, &starts, Some(gone));
            (0..count)
                .filter(|node| *node != gone && reached[*node] && !left[*node] && reached[gone])
                .collect()
        })
        .collect();
    // All dominators of a node lie on one line: the nearest dominates least.
    let immediate = |node: usize| {
        let over = (0..count).filter(|other| dominated[*other].contains(&node));
        over.min_by_key(|other| dominated[*other].len())
            .unwrap_or(root)
    };
    let retained = |node: usize| {
        let below: u64 = dominated[node].iter().map(|below| sizes[*below]).sum();
        (sizes[node] + below) as f64
    };
    Dominators {
        immediate: (0..count).map(immediate).collect(),
        retained: (0..count).map(retained).collect(),
    }
}

/// The root, and all that nothing retains. (What only closed cycles retain is never reached: no dominator but the root.)
fn starts(root: usize, essential: &[Vec<usize>]) -> Vec<usize> {
    let retained = |node: usize| essential.iter().any(|targets| targets.contains(&node));
    let alone = (0..essential.len()).filter(|node| *node != root && !retained(*node));
    std::iter::once(root).chain(alone).collect()
}

fn reach(essential: &[Vec<usize>], starts: &[usize], without: Option<usize>) -> Vec<bool> {
    let mut reached = vec![false; essential.len()];
    let mut left = starts.to_vec();
    while let Some(node) = left.pop() {
        if Some(node) != without && !reached[node] {
            reached[node] = true;
            left.extend(&essential[node]);
        }
    }
    reached
}
