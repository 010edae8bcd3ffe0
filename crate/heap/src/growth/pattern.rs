//! Groups of every pattern, counted in all snapshots.

use rustc_hash::FxHashMap;

use super::{
    files::{Files, Wanted},
    line::{Line, bytes},
    steps::Steps,
};
use crate::{
    NodeIx, Pattern,
    finding::{
        FindingGroup, Found, Index, entries, holder, is_begun, keeper, look, parts, patterns,
    },
    ground::together::each,
};

/// Of so many groups that grew the weight is looked at.
const MOST: usize = 100;

/// Lines of what grew, and how many notable groups of the last snapshot did not.
pub(super) fn lines(files: &Files, wanted: &Wanted) -> (Vec<Line>, u64) {
    let patterns: Vec<Pattern> = patterns().filter(|&pattern| wanted(pattern)).collect();
    let found = each(files.hands, &patterns, |&pattern| counted(files, pattern));
    let found: Vec<(Found, Vec<Counts>)> = found.into_iter().flatten().collect();
    let (mut grown, mut unchanged) = (Vec::new(), 0);
    for (found, counts) in &found {
        let is_by_object = is_by_object(found.pattern);
        for group in &found.groups {
            let mut values: Vec<u64> = if is_by_object {
                entries_before(files, group.first())
            } else {
                let before = counts.iter().map(|counts| counts.get(&group.key));
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
    let gained = |steps: &Steps| (steps.is_even(files.actions), steps.gained());
    grown.sort_by_key(|(_, _, steps)| std::cmp::Reverse(gained(steps)));
    grown.truncate(MOST);
    let together = of_owners(files, &grown);
    let lines = each(files.hands, &grown, |(found, group, steps)| {
        let owner = group.owner.map(|owner| (found.pattern, owner));
        let weight = match owner.and_then(|owner| together.get(&owner)) {
            Some(weight) => weight.clone(),
            None => weigh_new(files, found, group),
        };
        line(files, found, group, steps.clone(), weight)
    });
    (lines, unchanged)
}

/// A group that grew, with the pattern's others.
type Grown<'a> = (&'a Found<'a>, &'a FindingGroup, Steps);
/// What would go, and the bytes of that.
type Weight = (Vec<NodeIx>, u64);

/// What goes with all that is new and has the same owner.
fn of_owners(files: &Files, grown: &[Grown]) -> FxHashMap<(Pattern, NodeIx), Weight> {
    let mut together: FxHashMap<(Pattern, NodeIx), Vec<NodeIx>> = FxHashMap::default();
    for (found, group, _) in grown {
        if let Some(owner) = group.owner {
            let all = together.entry((found.pattern, owner)).or_default();
            all.extend(new_members(files, found, group));
        }
    }
    let together: Vec<_> = together.into_iter().collect();
    let weights = each(files.hands, &together, |(owner, members)| {
        (*owner, weigh(files.last(), members))
    });
    weights.into_iter().collect()
}

/// How many entries the collection had in the earlier snapshots.
fn entries_before(files: &Files, node: NodeIx) -> Vec<u64> {
    let id = files.last().graph.id(node);
    let before = files.indexes.iter().zip(&files.earlier);
    let there = before.map(|(index, by_id)| by_id.find(id).map(|node| entries(index, node)));
    there.map(|entries| entries.unwrap_or(0)).collect()
}

/// What entries a collection gained is told of each by itself.
fn is_by_object(pattern: Pattern) -> bool {
    matches!(
        pattern,
        Pattern::LargeCollection | Pattern::KeyedCache | Pattern::SharedEntries
    )
}

/// How many there are, by the keys of groups.
type Counts = FxHashMap<u64, u64>;

/// The groups of the last snapshot, and how many of each the earlier ones had; these are not looked at where nothing can have grown.
fn counted<'a>(files: &'a Files, pattern: Pattern) -> Option<(Found<'a>, Vec<Counts>)> {
    let found = look(files.last(), pattern)?;
    let steps = files.earlier.len() as u64;
    let earlier = &files.indexes[..files.earlier.len()];
    let can_have_grown = found.groups.iter().any(|group| group.count() >= steps);
    let counts = if can_have_grown && !is_by_object(pattern) {
        each(files.hands, earlier, |index| {
            let groups = look(index, pattern).map(|found| found.groups);
            let groups = groups.iter().flatten();
            groups.map(|group| (group.key, group.count())).collect()
        })
    } else {
        vec![Counts::default(); earlier.len()]
    };
    Some((found, counts))
}

fn line(
    files: &Files,
    found: &Found,
    group: &FindingGroup,
    steps: Steps,
    (gone, mut gained): Weight,
) -> Line {
    let index = files.last();
    let edge = group.edge(index);
    let new = group.objects.iter().copied();
    let heaviest = new
        .filter(|&node| files.is_new(node))
        .max_by_key(|&node| index.snapshot.retained_size(node));
    // A store is held by what was begun in its context, a handle by what stands for it in a script.
    let held = heaviest.and_then(|node| match found.pattern {
        Pattern::AsyncStores => keeper(index, node),
        Pattern::OpenHandles => index.wrapper(node).or(Some(node)),
        _ => Some(node),
    });
    let is_cause = group.owner.is_some_and(|owner| !files.is_new(owner))
        || held.is_none_or(|node| is_held_by_old(files, node));
    if group.is_outside() {
        gained = gained.max(group.bytes_of(steps.gained()));
    }
    Line {
        pattern: found.pattern,
        label: found.label(group),
        note: String::new(),
        certainty: steps.certainty(files.actions),
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
fn new_members(files: &Files, found: &Found, group: &FindingGroup) -> Vec<NodeIx> {
    let mut members = parts(files.last(), found.pattern, &group.objects);
    members.retain(|&node| files.is_new(node));
    members
}

/// What came and would go with the new members. Where these are most of the group, with all of it: the few that were there before
/// may hold what came with the others, too.
fn weigh_new(files: &Files, found: &Found, group: &FindingGroup) -> Weight {
    let index = files.last();
    let new = new_members(files, found, group);
    let (gone, gained) = weigh(index, &new);
    let all = parts(index, found.pattern, &group.objects);
    if new.len() == all.len() || new.len() <= all.len() / 2 {
        return (gone, gained);
    }
    let (mut with_all, _) = weigh(index, &all);
    with_all.retain(|&node| files.is_new(node));
    let bytes = bytes(index.snapshot, &with_all);
    if bytes > gained {
        (with_all, bytes)
    } else {
        (gone, gained)
    }
}

/// What would go with these objects, and its bytes.
pub(super) fn weigh(index: &Index, members: &[NodeIx]) -> Weight {
    let freed = index.snapshot.release(members);
    (freed.nodes().to_vec(), freed.bytes())
}

/// Whether something that was there in the first snapshot holds it, or a root.
fn is_held_by_old(files: &Files, node: NodeIx) -> bool {
    /// Over the browser's and V8's own structures there are so many steps at most.
    const STEPS: usize = 8;
    let (index, mut at) = (files.last(), node);
    for _ in 0..STEPS {
        if is_begun(index, at) {
            return true;
        }
        let Some(edge) = holder(index, at) else {
            return true;
        };
        let holder = index.graph.source(edge);
        if !files.is_new(holder) || index.is_root(holder) {
            return true;
        }
        if !index.is_plumbing(holder) {
            return false;
        }
        at = holder;
    }
    false
}
