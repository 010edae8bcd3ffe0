//! How steps become words: the first rule that knows the place takes as many steps as it understands.

mod blink;
mod node;
mod object;
mod scope;
mod v8;

use super::{Piece, walk::Walk};

type Rule = fn(&Walk<'_>, usize) -> Option<Piece>;

const RULES: [Rule; 12] = [
    node::emitter,
    node::event_target,
    node::store,
    node::timer,
    node::handle,
    blink::plumbing,
    blink::tree,
    scope::variable,
    scope::closure,
    v8::suspended,
    v8::reaction,
    v8::bound,
];

/// What the step says, and how many more belong to it.
pub(super) fn piece(walk: &Walk<'_>, at: usize) -> Piece {
    if let Some(piece) = known(walk, at) {
        return piece;
    }
    let piece = object::reference(walk, at);
    match of_named_list(walk, at, piece.steps.end) {
        Some(list) => list,
        None => piece,
    }
}

fn known(walk: &Walk<'_>, at: usize) -> Option<Piece> {
    RULES.iter().find_map(|rule| rule(walk, at))
}

/// A list is called after the property or variable that has it: `[0] of rows of Table`.
fn of_named_list(walk: &Walk<'_>, at: usize, next: usize) -> Option<Piece> {
    let label = object::place_in_list(walk, at, next)?;
    if next == walk.steps.len() {
        return None;
    }
    let list = match scope::variable(walk, next) {
        Some(variable) => variable,
        None if known(walk, next).is_none() && object::is_property(walk, next) => {
            object::reference(walk, next)
        }
        None => return None,
    };
    Some(Piece {
        text: format!("{label} of {}", list.text),
        steps: at..list.steps.end,
        ..list
    })
}
