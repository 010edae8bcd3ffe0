//! Circles between modules.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    module::Name,
    resolve::{Crate, Place},
};

type Arrows = BTreeMap<Name, BTreeSet<Name>>;

/// Circles of files, and of rooms: of what stands beside each other in one module, each with all below it. That a module's
/// parts use what the module itself defines is none: they are one thing.
pub(crate) fn circles(of: &Crate) -> Vec<Vec<Name>> {
    let mut arrows = Arrows::new();
    for from in of.modules.keys() {
        for place in of.places(from) {
            if let Place::Here(to) = place
                && !from.starts_with(&to)
            {
                arrows.entry(from.clone()).or_default().insert(to);
            }
        }
    }
    let mut found = knots(&arrows);
    for room in of.modules.keys() {
        found.extend(knots(&between_children(room, &arrows)));
    }
    found.sort();
    found.dedup();
    found
}

/// The arrows between the children of a module.
fn between_children(room: &Name, arrows: &Arrows) -> Arrows {
    let child = |name: &Name| {
        (name.len() > room.len() && name.starts_with(room)).then(|| name[..=room.len()].to_vec())
    };
    let mut between = Arrows::new();
    for (from, targets) in arrows {
        for to in targets {
            if let (Some(from), Some(to)) = (child(from), child(to))
                && from != to
            {
                between.entry(from).or_default().insert(to);
            }
        }
    }
    between
}

/// Sets of modules that all reach each other.
fn knots(arrows: &Arrows) -> Vec<Vec<Name>> {
    let reach: Arrows = arrows
        .keys()
        .map(|from| (from.clone(), reached(arrows, from)))
        .collect();
    let mut knots: Vec<Vec<Name>> = Vec::new();
    for (from, reached) in &reach {
        if reached.contains(from) && !knots.iter().any(|knot| knot.contains(from)) {
            let back = |to: &&Name| reach.get(*to).is_some_and(|back| back.contains(from));
            knots.push(reached.iter().filter(back).cloned().collect());
        }
    }
    knots
}

fn reached(arrows: &Arrows, from: &Name) -> BTreeSet<Name> {
    let mut reached = BTreeSet::new();
    let mut left = vec![from];
    while let Some(name) = left.pop() {
        for to in arrows.get(name).into_iter().flatten() {
            if reached.insert(to.clone()) {
                left.push(to);
            }
        }
    }
    reached
}
