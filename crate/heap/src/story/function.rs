//! Functions, and those that others are wrapped around.

use super::{place, scope::Scope, word};
use crate::{EdgeKind, Graph, NodeIx, Snapshot, wtf8};

/// Wrappers around wrappers.
const LAYERS: usize = 6;

/// Scopes in which a wrapper may have what it calls.
const SCOPES: usize = 2;

/// Properties at which wrappers keep what they were made for.
const WRAPPED: [&[u8]; 9] = [
    b"listener",
    b"objectReference",
    b"callable",
    b"callback",
    b"handler",
    b"original",
    b"wrapped",
    b"fn",
    b"__wrapped__",
];

/// Variables at which they do.
const CALLED: [&[u8]; 13] = [
    b"handler",
    b"callback",
    b"listener",
    b"fn",
    b"func",
    b"original",
    b"wrapped",
    b"method",
    b"task",
    b"cb",
    b"f",
    b"callable",
    b"iteratee",
];

/// See [`super::function`].
pub(super) fn text(snapshot: &Snapshot, node: NodeIx) -> String {
    let graph = snapshot.graph();
    if !word::is_closure(graph, node) {
        return word::short(&wtf8::lossy(snapshot.class_name(node)));
    }
    with_called(snapshot, unwrapped(graph, node))
}

/// `task() (Window.js:546:18), calls poll()`
pub(super) fn with_called(snapshot: &Snapshot, function: NodeIx) -> String {
    let graph = snapshot.graph();
    let text = plain(graph, function);
    match called(snapshot, function) {
        Some(called) => format!("{text}, calls {}", brief(graph, called)),
        None => text,
    }
}

/// `tick()`, and of a function without a name its place.
pub(super) fn brief(graph: &Graph, function: NodeIx) -> String {
    match graph.raw_name(function) {
        b"" => plain(graph, function),
        _ => call(graph, function),
    }
}

/// `tick() (app.js:12:5)`
pub(super) fn plain(graph: &Graph, function: NodeIx) -> String {
    match place::place(graph, function) {
        Some(place) => format!("{} ({place})", call(graph, function)),
        None => call(graph, function),
    }
}

/// `tick()`
fn call(graph: &Graph, function: NodeIx) -> String {
    match graph.raw_name(function) {
        b"" => "(anonymous)()".into(),
        name => format!("{}()", word::short(&wtf8::lossy(name))),
    }
}

/// What `bind()`, `once()` and their like were called on; any other function is its own.
pub(super) fn unwrapped(graph: &Graph, function: NodeIx) -> NodeIx {
    let mut at = function;
    for _ in 0..LAYERS {
        let is_closure = |inner: &NodeIx| word::is_closure(graph, *inner);
        let kept = word::follow(graph, at, &WRAPPED).filter(is_closure);
        match kept.or_else(|| word::follow(graph, at, &[b"bound_function"])) {
            Some(inner) => at = inner,
            None => break,
        }
    }
    at
}

/// The innermost function that a wrapper has in its scope to call it.
fn called(snapshot: &Snapshot, wrapper: NodeIx) -> Option<NodeIx> {
    let graph = snapshot.graph();
    let (mut at, mut found) = (wrapper, None);
    for _ in 0..LAYERS {
        let Some(inner) = in_scope(snapshot, at) else {
            break;
        };
        let inner = unwrapped(graph, inner);
        if inner == at || inner == wrapper {
            break;
        }
        (at, found) = (inner, Some(inner));
    }
    found
}

/// The function in the scope of another, or in the one around it, whose variable's name says that it is called.
fn in_scope(snapshot: &Snapshot, function: NodeIx) -> Option<NodeIx> {
    let graph = snapshot.graph();
    let mut context = word::follow(graph, function, &[b"context"])?;
    for _ in 0..SCOPES {
        if !word::is_context(graph, context) || Scope::of(snapshot, context).is_module {
            break;
        }
        let mut variables = graph.edges(context).filter(|&edge| {
            graph.edge_kind(edge) == EdgeKind::Context
                && CALLED.contains(&word::edge_word(graph, edge))
                && word::is_closure(graph, graph.target(edge))
        });
        if let Some(variable) = variables.next() {
            return Some(graph.target(variable));
        }
        context = word::follow(graph, context, &[b"previous"])?;
    }
    None
}
