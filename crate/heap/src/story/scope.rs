//! Scopes by the function to which they belong.

use super::{place, word};
use crate::{EdgeKind, Graph, NodeIx, Snapshot, text::script, wtf8};

/// Blocks within blocks, scopes within scopes.
const LEVELS: usize = 16;

pub(super) struct Scope {
    /// `onResize()`; a function without a name is called `(anonymous)()`.
    function: Option<String>,
    /// Of the function, or only its file.
    place: Option<String>,
    /// Whether it is the outermost of a file, or of a part of a bundle: what runs once and is gone.
    pub(super) is_module: bool,
}

impl Scope {
    pub(super) fn of(snapshot: &Snapshot, context: NodeIx) -> Self {
        let graph = snapshot.graph();
        let info = function_info(snapshot, context);
        let shared = info.and_then(|info| shared(snapshot, info));
        let closure = shared.and_then(|shared| word::followers(snapshot, shared, b"shared").next());
        let file = shared.or_else(|| inner(snapshot, context));
        let file = file.and_then(|shared| place::file(graph, shared));
        let name = shared.map(|shared| {
            let raw = match closure {
                Some(closure) => graph.raw_name(closure),
                None => shared_name(graph, shared),
            };
            wtf8::lossy(raw).into_owned()
        });
        let bundled = name.as_deref().filter(|name| is_address(name));
        let is_module = bundled.is_some()
            || is_outermost_of_file(snapshot, context, info)
            || closure.is_none_or(|closure| is_around_file(snapshot, closure))
                && is_wrapper(snapshot, context, info, name.as_deref());
        let place = match bundled {
            Some(address) => script::file(address),
            None if is_module => file,
            None => closure
                .and_then(|closure| place::place(graph, closure))
                .or(file),
        };
        let function = name.map(|name| match name.as_str() {
            "" => "(anonymous)()".into(),
            name => format!("{}()", word::short(name)),
        });
        Self {
            function,
            place,
            is_module,
        }
    }

    /// Whose it is: `onResize() (app.js:12:5)`, `module app.js`.
    pub(super) fn owner(&self) -> Option<String> {
        match (&self.function, &self.place) {
            (_, Some(file)) if self.is_module => Some(format!("module {file}")),
            _ if self.is_module => Some("a module".into()),
            (Some(function), Some(place)) => Some(format!("{function} ({place})")),
            (Some(function), None) => Some(function.clone()),
            (None, file) => file.clone(),
        }
    }

    pub(super) fn text(&self) -> String {
        match (&self.function, &self.place) {
            (_, Some(file)) if self.is_module => format!("the module scope of {file}"),
            _ if self.is_module => "a module scope".into(),
            (Some(function), Some(place)) => format!("the scope of {function} ({place})"),
            (Some(function), None) => format!("the scope of {function}"),
            (None, Some(file)) => format!("a scope of {file}"),
            (None, None) => "a scope".into(),
        }
    }
}

/// How many functions have this scope as the one they stand in.
pub(super) fn sharers(snapshot: &Snapshot, context: NodeIx) -> usize {
    let graph = snapshot.graph();
    let inner = word::followers(snapshot, context, b"context");
    inner.filter(|&node| word::is_closure(graph, node)).count()
}

/// The description of the whole function's scope, not of a block in it.
fn function_info(snapshot: &Snapshot, context: NodeIx) -> Option<NodeIx> {
    let graph = snapshot.graph();
    let first = word::follow(graph, context, &[b"scope_info"])?;
    let mut at = first;
    for _ in 0..LEVELS {
        if shared(snapshot, at).is_some() {
            return Some(at);
        }
        match outer(graph, at) {
            Some(outer) => at = outer,
            None => break,
        }
    }
    Some(first)
}

fn outer(graph: &Graph, info: NodeIx) -> Option<NodeIx> {
    let is_info = |node: &NodeIx| word::word(graph, *node) == b"system / ScopeInfo";
    let named = word::follow(graph, info, &[b"outer_scope_info"]);
    // Node 20 numbers the field.
    let hidden = || {
        let hidden = graph
            .edges(info)
            .filter(|&edge| graph.edge_kind(edge) == EdgeKind::Hidden);
        hidden.map(|edge| graph.target(edge)).find(is_info)
    };
    named.filter(is_info).or_else(hidden)
}

/// What V8 keeps of a function, once for all its closures.
fn shared(snapshot: &Snapshot, info: NodeIx) -> Option<NodeIx> {
    word::followers(snapshot, info, b"name_or_scope_info").next()
}

/// What is shared by a function that stands in the scope: of the same script.
fn inner(snapshot: &Snapshot, context: NodeIx) -> Option<NodeIx> {
    let graph = snapshot.graph();
    let mut inner = word::followers(snapshot, context, b"context");
    inner.find_map(|closure| word::follow(graph, closure, &[b"shared"]))
}

fn shared_name(graph: &Graph, shared: NodeIx) -> &[u8] {
    let name = graph.raw_name(shared);
    let name = name
        .strip_prefix(b"system / SharedFunctionInfo")
        .unwrap_or(name);
    let name = name.strip_prefix(b" / ").unwrap_or(name);
    name.strip_prefix(b"(shared function info)").unwrap_or(name)
}

/// Bundlers call the function that they wrap around a file after it.
fn is_address(name: &str) -> bool {
    name.contains('/') && name.contains('.')
}

/// Whether V8 says that it is the scope of a module or a script.
fn is_outermost_of_file(snapshot: &Snapshot, context: NodeIx, info: Option<NodeIx>) -> bool {
    let graph = snapshot.graph();
    let kind = info.and_then(|info| word::follow(graph, info, &[b"scope_type_name"]));
    let kind = kind.map_or(&b""[..], |kind| graph.raw_name(kind));
    let extension = word::follow(graph, context, &[b"extension"]);
    matches!(kind, b"MODULE_SCOPE" | b"SCRIPT_SCOPE")
        || extension.is_some_and(|node| word::word(graph, node) == b"system / SourceTextModule")
}

/// Whether nothing but brackets stands before the function in its file, and no property or variable is there to call it by.
fn is_around_file(snapshot: &Snapshot, closure: NodeIx) -> bool {
    /// `!function`, `(()=>`, `;(function`
    const BRACKETS: u32 = 8;
    let graph = snapshot.graph();
    let place = graph.location(closure);
    let begins = place.is_some_and(|place| place.line == 0 && place.column < BRACKETS);
    let mut edges = snapshot.edges_to(closure).take(script::FEW);
    begins
        && !edges.any(|edge| {
            let kind = graph.edge_kind(edge);
            let is_own = word::edge_word(graph, edge) == b"constructor";
            matches!(
                kind,
                EdgeKind::Property | EdgeKind::Context | EdgeKind::Element
            ) && !is_own
        })
}

/// Whether a function without a name, which has run once, was wrapped around a file or a part of one.
fn is_wrapper(
    snapshot: &Snapshot,
    context: NodeIx,
    info: Option<NodeIx>,
    name: Option<&str>,
) -> bool {
    let graph = snapshot.graph();
    if name.is_some_and(|name| !name.is_empty()) || !ran_once(snapshot, info) {
        return false;
    }
    let outer = word::follow(graph, context, &[b"previous"]);
    outer.is_none_or(|outer| !word::is_context(graph, outer) || is_outermost(graph, outer))
}

/// Whether there is one scope of this description only.
fn ran_once(snapshot: &Snapshot, info: Option<NodeIx>) -> bool {
    info.is_none_or(|info| {
        word::followers(snapshot, info, b"scope_info")
            .nth(1)
            .is_none()
    })
}

fn is_outermost(graph: &Graph, context: NodeIx) -> bool {
    let outer = word::follow(graph, context, &[b"previous"]);
    outer.is_none_or(|outer| !word::is_context(graph, outer))
}
