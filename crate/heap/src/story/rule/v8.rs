//! What V8 puts between: functions that wait, promises, bound functions.

use crate::story::{Piece, Telling, function, walk::Walk, word};

/// A generator or an asynchronous function that waits, its registers and what will resume it.
pub(super) fn suspended(walk: &Walk<'_>, at: usize) -> Option<Piece> {
    let graph = walk.graph();
    let is_registers = word::is_store(graph, walk.from(at));
    let own = if is_registers { at + 1 } else { at };
    let edge = walk.edge_word(own);
    let fields: [&[u8]; 3] = [b"parameters_and_registers", b"context", b"function"];
    if !fields.contains(&edge) || is_registers && edge != fields[0] {
        return None;
    }
    let function = word::follow(graph, walk.from(own), &[b"function"])?;
    if !word::is_closure(graph, function) {
        return None;
    }
    let mut end = own + 1;
    if walk.edge_word(end) == b"extension" {
        end += 1;
        if walk.edge_word(end) == b"context" {
            end += 1;
        }
    }
    let text = format!("suspended {}", function::plain(graph, function));
    Some(Piece::new(text, at..end).telling(Telling::Yes))
}

/// What is called once a promise is settled.
pub(super) fn reaction(walk: &Walk<'_>, at: usize) -> Option<Piece> {
    let is_reaction = |at| memchr::memmem::find(walk.word(at), b"PromiseReaction").is_some();
    let end = walk.behind_run(&walk.reactions, at, is_reaction);
    if end == at || walk.edge_word(end) != b"reactions_or_result" {
        return None;
    }
    Some(Piece::new("what waits for a Promise".into(), at..end + 1))
}

/// What a bound function is bound to; and the function that Node's `once` or a library keeps beside its wrapper.
pub(super) fn bound(walk: &Walk<'_>, at: usize) -> Option<Piece> {
    let graph = walk.graph();
    let is_list = walk.edge_word(at + 1) == b"bindings" && word::is_store(graph, walk.from(at));
    let own = if is_list { at + 1 } else { at };
    let holder = walk.from(own);
    let inner = word::follow(graph, holder, &[b"bound_function"])?;
    let edge = walk.edge_word(own);
    let is_inner = graph.target(walk.edge(at)) == function::unwrapped(graph, holder);
    if !word::is_closure(graph, holder) || !(edge.starts_with(b"bound_") || is_list || is_inner) {
        return None;
    }
    let text = format!("bound {}", function::plain(graph, inner));
    Some(Piece::new(text, at..own + 1))
}
