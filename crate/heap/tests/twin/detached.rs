//! Rule 1: which nodes of the document are attached to it.

use crate::draw::{Drawing, EdgeKind, NodeKind, Text};

pub(super) struct Settled {
    pub(super) state: Vec<u8>,
    pub(super) names: Vec<Text>,
    /// Whether the name got `Detached ` before it here.
    pub(super) renamed: Vec<bool>,
}

const ATTACHED: u8 = 1;
const DETACHED: u8 = 2;

pub(super) fn settle(drawing: &Drawing) -> Settled {
    let count = drawing.nodes.len();
    let names: Vec<Text> = (0..count).map(|node| drawing.name(node).clone()).collect();
    if drawing.with_detachedness {
        spread(drawing, names)
    } else {
        by_name(drawing, names)
    }
}

/// Old files say it in the name alone, and nothing spreads.
fn by_name(drawing: &Drawing, names: Vec<Text>) -> Settled {
    let state = drawing.nodes.iter().zip(&names).map(|(node, name)| {
        let detached = node.kind == NodeKind::Native && name.starts_with("Detached ");
        if detached { DETACHED } else { 0 }
    });
    Settled {
        state: state.collect(),
        renamed: vec![false; names.len()],
        names,
    }
}

fn spread(drawing: &Drawing, mut names: Vec<Text>) -> Settled {
    let mut state: Vec<u8> = drawing.nodes.iter().map(|node| node.detachedness).collect();
    let seeds = |wanted: u8| {
        let is_seed = move |node: &usize| {
            drawing.nodes[*node].kind == NodeKind::Native
                && drawing.nodes[*node].detachedness == wanted
        };
        (0..names.len()).filter(is_seed).collect::<Vec<_>>()
    };
    let mut settled: Vec<bool> = drawing
        .nodes
        .iter()
        .map(|node| node.detachedness != 0)
        .collect();
    for (wanted, mut left) in [(ATTACHED, seeds(ATTACHED)), (DETACHED, seeds(DETACHED))] {
        while let Some(node) = left.pop() {
            for edge in &drawing.nodes[node].edges {
                let stops = matches!(edge.kind, EdgeKind::Hidden | EdgeKind::Weak);
                if !stops && drawing.nodes[edge.to].kind == NodeKind::Native && !settled[edge.to] {
                    settled[edge.to] = true;
                    state[edge.to] = wanted;
                    left.push(edge.to);
                }
            }
        }
    }
    let is_renamed =
        |node: usize| drawing.nodes[node].kind == NodeKind::Native && state[node] == DETACHED;
    let renamed: Vec<bool> = (0..names.len()).map(is_renamed).collect();
    for name in names
        .iter_mut()
        .zip(&renamed)
        .filter(|(_, renamed)| **renamed)
        .map(|(name, _)| name)
    {
        let mut longer = Text::from("Detached ");
        longer.push_text(name);
        *name = longer;
    }
    Settled {
        state,
        names,
        renamed,
    }
}
