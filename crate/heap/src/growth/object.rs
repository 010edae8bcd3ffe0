//! Objects whose retained size grows, the deepest of each chain of the dominator tree.

use super::{
    files::Files,
    line::{Line, bytes, dominated},
    steps::Steps,
};
use crate::{
    NodeIx, NodeKind, Pattern, Snapshot,
    finding::{Index, held_by},
    story, wtf8,
};

/// Bytes that an object must have gained beyond what its parts did ...
const LEAST: u64 = 10_000;
/// ... and one part in so many of what it retains: what holds much, wavers ...
const PART: u64 = 10;
/// ... or of the whole growth.
const PART_OF_WHOLE: u64 = 20;
/// What is lighter in the last snapshot is not looked for in the others.
const LIGHT: u64 = LEAST;
/// Of what grows at all only the heaviest are told.
const MOST: usize = 20;

/// An object with what it retains of what a script made, in each snapshot.
struct Grower {
    node: NodeIx,
    steps: Steps,
    /// What it gained less what objects below it gained.
    own: u64,
}

pub(super) fn lines(files: &Files) -> Vec<Line> {
    let (index, made) = (files.last(), files.made_last());
    let snapshot = index.snapshot;
    let whole = whole_growth(files.snapshots);
    let mut growers = growers(files);
    growers.retain(|grower| is_much(grower, whole) && is_telling(index, grower.node));
    growers.sort_by_key(|grower| std::cmp::Reverse((grower.own, grower.node)));
    growers.truncate(MOST);
    let line = |grower: Grower| {
        let (label, edge) = held_by(index, grower.node);
        let class = class(index, grower.node);
        let steps = grower.steps;
        let share = 100 * u128::from(grower.own) / u128::from(whole.max(1));
        let note = match share {
            1..=100 => format!(", {share} % of the growth"),
            _ => String::new(),
        };
        let below = dominated(snapshot, grower.node).iter().copied().map(NodeIx);
        let gone: Vec<NodeIx> = below
            .filter(|&node| files.is_new(node) && made.has(node))
            .collect();
        Line {
            pattern: Pattern::GrowingObject,
            label: format!("{class}{label}"),
            note,
            certainty: steps.certainty(files.actions),
            steps,
            node: grower.node,
            edge,
            objects: vec![grower.node],
            retained: snapshot.retained_size(grower.node),
            gained: grower.own.min(bytes(snapshot, &gone)),
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

fn is_much(grower: &Grower, whole: u64) -> bool {
    let now = grower.steps.values.last().copied().unwrap_or(0);
    let part = (now / PART).min(whole / PART_OF_WHOLE);
    grower.own >= LEAST.max(part) && !grower.steps.are_uneven()
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

/// All that retained more of that in each snapshot than in the one before.
fn growers(files: &Files) -> Vec<Grower> {
    let (last, made_last) = (files.last().snapshot, files.made_last());
    // In preorder, so that the growers above a node are those whose pieces have not ended.
    let mut found: Vec<Grower> = Vec::new();
    let mut above: Vec<(u32, usize)> = Vec::new();
    for (place, &node) in (0_u32..).zip(&last.tree.order) {
        while above.last().is_some_and(|(end, _)| *end <= place) {
            above.pop();
        }
        let node = NodeIx(node);
        let retained = made_last.retained_at(place);
        if retained < LIGHT || node == last.graph.root() {
            continue;
        }
        let id = last.graph.id(node);
        let before = files.made.iter().zip(&files.earlier);
        let sizes = before.map(|(made, by_id)| Some(made.retained(by_id.find(id)?)));
        let Some(mut values) = sizes.collect::<Option<Vec<u64>>>() else {
            continue;
        };
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
        found.push(Grower { node, steps, own });
    }
    found
}
