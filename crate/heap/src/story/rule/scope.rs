//! Variables, and the functions through which they are reached.

use crate::{
    EdgeKind, format,
    story::{Piece, Telling, function, scope, scope::Scope, walk::Walk, word},
    wtf8,
};

/// A variable of a function or of a module. The scopes within it say nothing.
pub(super) fn variable(walk: &Walk<'_>, at: usize) -> Option<Piece> {
    let graph = walk.graph();
    // Chromium has cells for variables that are written again.
    let is_cell = walk.word(at) == b"system / ContextCell";
    let own = if is_cell { at + 1 } else { at };
    let context = walk.steps.get(own)?.from;
    if !word::is_context(graph, context) || graph.edge_kind(walk.edge(own)) != EdgeKind::Context {
        return None;
    }
    let scope = Scope::of(walk.snapshot, context);
    let name = wtf8::lossy(walk.edge_word(own));
    let text = format!("variable {name} in {}", scope.text());
    let end = inner_scopes(walk, own + 1);
    let mut piece = Piece::new(text, at..end)
        .telling(Telling::Yes)
        .end(scope.is_module);
    if scope.is_module {
        let sharers = scope::sharers(walk.snapshot, context) as u64;
        if sharers > 1 {
            piece.aside = format!(
                " (shared by {})",
                format::many(sharers, "function", "functions")
            );
        }
    }
    Some(piece)
}

/// A function that holds the scope in which it was made.
pub(super) fn closure(walk: &Walk<'_>, at: usize) -> Option<Piece> {
    let graph = walk.graph();
    let at_function = inner_scopes(walk, at);
    let step = walk.steps.get(at_function)?;
    if walk.edge_word(at_function) != b"context" || !word::is_closure(graph, step.from) {
        return None;
    }
    let text = function::with_called(walk.snapshot, step.from);
    Some(Piece::new(text, at..at_function + 1))
}

/// Behind the scopes that hold each other.
fn inner_scopes(walk: &Walk<'_>, at: usize) -> usize {
    walk.behind_run(&walk.scopes, at, |at| {
        walk.edge_word(at) == b"previous" && word::is_context(walk.graph(), walk.from(at))
    })
}
