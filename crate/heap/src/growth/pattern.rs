//! Groups of every pattern, counted in all snapshots.

use rustc_hash::FxHashMap;

use super::{
    age::Age,
    line::{Line, bytes},
    steps::Steps,
};
use crate::{
    NodeIx, Pattern,
    compare::ById,
    finding::{FindingGroup, Found, Index, entries, holder, is_begun, keeper, look, parts},
};

/// Of so many groups that grew the weight is looked at.
const MOST: usize = 100;

/// Lines of what grew, and how many notable groups of the last snapshot did not.
pub(super) fn lines(
    indexes: &[Index],
    by_id: &[ById],
    age: &Age,
    actions: Option<u64>,
    wanted: &dyn Fn(Pattern) -> bool,
) -> (Vec<Line>, u64) {
    let Some((last, earlier)) = indexes.split_last() else {
        return (Vec::new(), 0);
    };
    let wanted_before = |pattern| wanted(pattern) && !is_by_object(pattern);
    let counts: Vec<FxHashMap<(Pattern, u64), u64>> = earlier
        .iter()
        .map(|index| counts(&look(index, &wanted_before)))
        .collect();
    let entries_of = |node| {
        let id = last.graph.id(node);
        let files = earlier.iter().zip(by_id);
        let there = files.map(move |(index, by_id)| by_id.find(id).map(|node| (index, node)));
        there.map(|there| there.map_or(0, |(index, node)| entries(index, node)))
    };
    let (mut grown, mut unchanged) = (Vec::new(), 0);
    let found = look(last, wanted);
    for found in &found {
        let is_by_object = is_by_object(found.pattern);
        for group in &found.groups {
            let mut values: Vec<u64> = if is_by_object {
                entries_of(group.first()).collect()
            } else {
                let key = (found.pattern, group.key);
                let before = counts.iter().map(|counts| counts.get(&key));
                before.map(|count| count.copied().unwrap_or(0)).collect()
            };
            values.push(group.count());
            let steps = Steps::objects(values);
            if steps.grows() && !is_by_object {
                grown.push((found, group, steps));
            } else if !steps.grows() && found.is_notable(group) {
                unchanged += 1;
            }
        }
    }
    grown.sort_by_key(|(_, _, steps)| std::cmp::Reverse((steps.is_even(actions), steps.gained())));
    grown.truncate(MOST);
    let mut together: FxHashMap<(Pattern, NodeIx), Vec<NodeIx>> = FxHashMap::default();
    for (found, group, _) in &grown {
        if let Some(owner) = group.owner {
            let all = together.entry((found.pattern, owner)).or_default();
            all.extend(new_members(last, age, found, group));
        }
    }
    let together: FxHashMap<_, _> = together
        .into_iter()
        .map(|(owner, members)| (owner, weigh(last, &members)))
        .collect();
    let lines = grown.into_iter().map(|(found, group, steps)| {
        let owner = group.owner.map(|owner| (found.pattern, owner));
        let weight = match owner.and_then(|owner| together.get(&owner)) {
            Some(weight) => weight.clone(),
            None => weigh_new(last, age, found, group),
        };
        line(last, age, actions, found, group, steps, weight)
    });
    (lines.collect(), unchanged)
}

/// What entries a collection gained is told of each by itself.
fn is_by_object(pattern: Pattern) -> bool {
    matches!(
        pattern,
        Pattern::LargeCollection | Pattern::KeyedCache | Pattern::SharedEntries
    )
}

fn counts(found: &[Found]) -> FxHashMap<(Pattern, u64), u64> {
    let groups = found
        .iter()
        .flat_map(|found| found.groups.iter().map(|group| (found.pattern, group)));
    groups
        .map(|(pattern, group)| ((pattern, group.key), group.count()))
        .collect()
}

fn line(
    index: &Index,
    age: &Age,
    actions: Option<u64>,
    found: &Found,
    group: &FindingGroup,
    steps: Steps,
    (gone, mut gained): (Vec<NodeIx>, u64),
) -> Line {
    let edge = group.edge(index);
    let new = group.objects.iter().copied();
    let heaviest = new
        .filter(|&node| age.is_new(node))
        .max_by_key(|&node| index.snapshot.retained_size(node));
    // A store is held by what was begun in its context, a handle by what stands for it in a script.
    let held = heaviest.and_then(|node| match found.pattern {
        Pattern::AsyncStores => keeper(index, node),
        Pattern::OpenHandles => index.wrapper(node).or(Some(node)),
        _ => Some(node),
    });
    let is_cause = group.owner.is_some_and(|owner| !age.is_new(owner))
        || held.is_none_or(|node| is_held_by_old(index, age, node));
    if group.is_outside() {
        gained = gained.max(group.bytes_of(steps.gained()));
    }
    Line {
        pattern: found.pattern,
        label: found.label(group),
        note: String::new(),
        certainty: steps.certainty(actions),
        steps,
        node: group.heaviest(index),
        edge,
        objects: group.objects.clone(),
        retained: index.retained(&group.objects),
        gained,
        entries: Vec::new(),
        gone,
        is_cause,
    }
}

/// The objects that were not there at first, with what is a part of them.
fn new_members(index: &Index, age: &Age, found: &Found, group: &FindingGroup) -> Vec<NodeIx> {
    let mut members = parts(index, found.pattern, &group.objects);
    members.retain(|&node| age.is_new(node));
    members
}

/// What came and would go with the new members. Where these are most of the group, with all of it: the few that were there before
/// may hold what came with the others, too.
fn weigh_new(index: &Index, age: &Age, found: &Found, group: &FindingGroup) -> (Vec<NodeIx>, u64) {
    let new = new_members(index, age, found, group);
    let (gone, gained) = weigh(index, &new);
    let all = parts(index, found.pattern, &group.objects);
    if new.len() == all.len() || new.len() <= all.len() / 2 {
        return (gone, gained);
    }
    let (mut with_all, _) = weigh(index, &all);
    with_all.retain(|&node| age.is_new(node));
    let bytes = bytes(index.snapshot, &with_all);
    if bytes > gained {
        (with_all, bytes)
    } else {
        (gone, gained)
    }
}

/// What would go with these objects, and its bytes.
pub(super) fn weigh(index: &Index, members: &[NodeIx]) -> (Vec<NodeIx>, u64) {
    let freed = index.snapshot.release(members);
    (freed.nodes().to_vec(), freed.bytes())
}

/// Whether something that was there in the first snapshot holds it, or a root.
fn is_held_by_old(index: &Index, age: &Age, node: NodeIx) -> bool {
    /// Over the browser's and V8's own structures there are so many steps at most.
    const STEPS: usize = 8;
    let mut at = node;
    for _ in 0..STEPS {
        if is_begun(index, at) {
            return true;
        }
        let Some(edge) = holder(index, at) else {
            return true;
        };
        let holder = index.graph.source(edge);
        if !age.is_new(holder) || index.is_root(holder) {
            return true;
        }
        if !index.is_plumbing(holder) {
            return false;
        }
        at = holder;
    }
    false
}
