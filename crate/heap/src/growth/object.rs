//! Objects whose retained size grows, the deepest of each chain of the dominator tree.

use rustc_hash::FxHashMap;

use super::{
    age::Age,
    line::{Line, dominated},
    steps::Steps,
};
use crate::{
    NodeIx, NodeKind, Pattern, Snapshot,
    finding::{Index, held_by},
    story, wtf8,
};

/// Bytes that an object must have gained beyond what its parts did.
const LEAST: u64 = 10_000;
/// What is lighter in the last snapshot is not looked for in the others.
const LIGHT: u64 = LEAST;
/// Of what grows at all only the heaviest are told.
const MOST: usize = 20;

/// An object with its retained size in each snapshot.
struct Grower {
    node: NodeIx,
    sizes: Vec<u64>,
    /// What it gained less what objects below it gained.
    own: u64,
}

pub(super) fn lines(
    snapshots: &[&Snapshot],
    index: &Index,
    age: &Age,
    actions: Option<u64>,
) -> Vec<Line> {
    let snapshot = index.snapshot;
    let whole = whole_growth(snapshots);
    let mut growers = growers(snapshots);
    growers.retain(|grower| grower.own >= LEAST && is_telling(index, grower.node));
    growers.sort_by_key(|grower| std::cmp::Reverse((grower.own, grower.node)));
    growers.truncate(MOST);
    let line = |grower: Grower| {
        let (label, edge) = held_by(index, grower.node);
        let class = class(index, grower.node);
        let steps = Steps::bytes(grower.sizes);
        let share = 100 * u128::from(grower.own) / u128::from(whole.max(1));
        let note = match share {
            1..=100 => format!(", {share} % of the growth"),
            _ => String::new(),
        };
        let below = dominated(snapshot, grower.node).iter().copied().map(NodeIx);
        let gone: Vec<NodeIx> = below
            .filter(|&node| age.is_new(node) && is_made(index, node))
            .collect();
        let made = gone.iter().fold(0_u64, |sum, &node| {
            sum.saturating_add(snapshot.shallow_size(node))
        });
        Line {
            pattern: Pattern::GrowingObject,
            label: format!("{class}{label}"),
            note,
            certainty: steps.certainty(actions),
            steps,
            node: grower.node,
            edge,
            objects: vec![grower.node],
            retained: snapshot.retained_size(grower.node),
            gained: grower.own.min(made),
            entries: Vec::new(),
            gone,
            is_cause: true,
        }
    };
    growers.into_iter().map(line).collect()
}

/// The class, and of a scope whose it is.
fn class(index: &Index, node: NodeIx) -> String {
    if index.is_scope(node) {
        return wtf8::lossy(&story::shown(index.snapshot, node)).into_owned();
    }
    index.class_text(node).into_owned()
}

/// Bytes that the heap gained.
pub(super) fn whole_growth(snapshots: &[&Snapshot]) -> u64 {
    let sizes = snapshots.iter().map(|snapshot| snapshot.total_size());
    Steps::bytes(sizes.collect()).gained()
}

/// Not V8's own shapes and code, which come as functions warm up.
fn is_made(index: &Index, node: NodeIx) -> bool {
    !matches!(
        index.graph.kind(node),
        NodeKind::Hidden | NodeKind::Code | NodeKind::ObjectShape
    )
}

/// V8's own structures and places of roots explain nothing.
fn is_telling(index: &Index, node: NodeIx) -> bool {
    let name = index.graph.raw_name(node);
    let is_context = index.is_scope(node);
    match index.graph.kind(node) {
        NodeKind::Object => is_context || !name.starts_with(b"system / "),
        NodeKind::Closure => true,
        NodeKind::Native => !index.is_plumbing(node),
        _ => false,
    }
}

/// All that retained more in each snapshot than in the one before.
fn growers(snapshots: &[&Snapshot]) -> Vec<Grower> {
    let Some((last, earlier)) = snapshots.split_last() else {
        return Vec::new();
    };
    let graph = &last.graph;
    let heavy = graph
        .nodes()
        .filter(|&node| last.retained_size(node) >= LIGHT);
    let mut sizes: FxHashMap<u64, Vec<u64>> =
        heavy.map(|node| (graph.id(node).0, Vec::new())).collect();
    for (step, snapshot) in earlier.iter().enumerate() {
        for node in snapshot.graph.nodes() {
            if let Some(sizes) = sizes.get_mut(&snapshot.graph.id(node).0)
                && sizes.len() == step
            {
                sizes.push(snapshot.retained_size(node));
            }
        }
    }
    // In preorder, so that the growers above a node are those whose pieces have not ended.
    let mut found: Vec<Grower> = Vec::new();
    let mut above: Vec<(u32, usize)> = Vec::new();
    for (place, &node) in (0_u32..).zip(&last.tree.order) {
        while above.last().is_some_and(|(end, _)| *end <= place) {
            above.pop();
        }
        let node = NodeIx(node);
        let retained = last.retained_size(node);
        if retained < LIGHT || node == graph.root() {
            continue;
        }
        let Some(sizes) = sizes.get_mut(&graph.id(node).0) else {
            continue;
        };
        if sizes.len() != earlier.len() {
            continue;
        }
        let mut values = std::mem::take(sizes);
        values.push(retained);
        let steps = Steps::bytes(values);
        if !steps.grows() {
            continue;
        }
        let own = steps.gained();
        if let Some(&(_, holder)) = above.last() {
            let holder: &mut Grower = &mut found[holder];
            holder.own = holder.own.saturating_sub(own);
        }
        above.push((place + last.tree.span[place as usize], found.len()));
        found.push(Grower {
            node,
            sizes: steps.values,
            own,
        });
    }
    found
}
