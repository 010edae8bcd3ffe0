//! A property of an object, an element of a list, an entry of a map; whatever no other rule knows.

use crate::{
    EdgeKind, EdgeName, Graph, NodeIx, NodeKind, Snapshot,
    figure::analysis::weak_pair,
    story::{Piece, Telling, function, name, walk::Walk, word},
    text::script,
    wtf8,
};

pub(super) fn reference(walk: &Walk<'_>, at: usize) -> Piece {
    if let Some(piece) = entry_of_weak_map(walk, at).or_else(|| entry(walk, at)) {
        return piece;
    }
    let graph = walk.graph();
    let holder = walk.from(at);
    if word::is_cell(graph, holder) {
        return global_variable(walk, at);
    }
    if graph.kind(holder) == NodeKind::Synthetic {
        return Piece::new(name::object(walk.snapshot, holder), at..at + 1);
    }
    let label = match graph.edge_name(walk.edge(at)) {
        EdgeName::Index(index) => format!("[{index}]"),
        EdgeName::Text(text) => match graph.edge_kind(walk.edge(at)) {
            EdgeKind::Property | EdgeKind::Context => word::short(&wtf8::lossy(text)),
            _ => format!("{{{}}}", word::short(&wtf8::lossy(text))),
        },
    };
    let text = format!("{label} of {}", owner(walk.snapshot, holder));
    let is_named = is_property(walk, at) && !label.starts_with('_');
    let telling = if is_named {
        telling(walk.snapshot, holder)
    } else {
        Telling::No
    };
    let piece = Piece::new(text, at..at + 1).telling(telling);
    piece.end(is_global(walk, at))
}

/// V8 has a cell for each property of the global object, with its name.
fn global_variable(walk: &Walk<'_>, at: usize) -> Piece {
    let graph = walk.graph();
    let mut parts = graph.edges(walk.from(at)).map(|edge| graph.target(edge));
    let name = parts.find(|&part| graph.kind(part) == NodeKind::String);
    let text = match name {
        Some(name) => format!(
            "global variable {}",
            word::short(&wtf8::lossy(graph.raw_name(name)))
        ),
        None => "a global variable".into(),
    };
    Piece::new(text, at..at + 1).telling(Telling::Yes).end(true)
}

/// What an element or an entry is called if a list is passed from `at` to `next`.
pub(super) fn place_in_list(walk: &Walk<'_>, at: usize, next: usize) -> Option<String> {
    let graph = walk.graph();
    let list = graph.target(walk.steps.get(next)?.edge);
    let lists: [&[u8]; 4] = [b"Array", b"Map", b"Set", b"SafeMap"];
    if graph.kind(list) != NodeKind::Object || !lists.contains(&word::word(graph, list)) {
        return None;
    }
    Some(match graph.edge_name(walk.edge(at)) {
        EdgeName::Index(index) if next == at + 1 => format!("[{index}]"),
        _ if next == at + 2 => "entry".into(),
        _ => return None,
    })
}

pub(super) fn is_property(walk: &Walk<'_>, at: usize) -> bool {
    walk.graph().edge_kind(walk.edge(at)) == EdgeKind::Property
}

/// Of a function its name is enough, if it has one.
fn owner(snapshot: &Snapshot, holder: NodeIx) -> String {
    if word::is_closure(snapshot.graph(), holder) {
        function::brief(snapshot.graph(), holder)
    } else {
        name::object(snapshot, holder)
    }
}

/// Whether what follows is how V8 keeps the global object.
fn is_global(walk: &Walk<'_>, at: usize) -> bool {
    let names: [&[u8]; 3] = [b"global_object", b"global_proxy_object", b"extension"];
    names.contains(&walk.edge_word(at + 1)) && walk.word(at + 1) == b"system / NativeContext"
}

/// What an object keeps in a store of its own is an entry of the object.
fn entry(walk: &Walk<'_>, at: usize) -> Option<Piece> {
    let graph = walk.graph();
    if !word::is_store(graph, walk.from(at)) {
        return None;
    }
    let what = match walk.edge_word(at + 1) {
        b"table" => "entry",
        b"elements" => "element",
        b"properties" => "property",
        _ => return None,
    };
    let owner = name::object(walk.snapshot, walk.from(at + 1));
    Some(Piece::new(format!("{what} of {owner}"), at..at + 2))
}

/// `7 / part of key (Foo @5) -> value (Bar @7) pair in WeakMap (table @9)`
fn entry_of_weak_map(walk: &Walk<'_>, at: usize) -> Option<Piece> {
    let graph = walk.graph();
    weak_pair(walk.edge_word(at))?;
    if !word::is_store(graph, walk.from(at)) {
        let key = name::object(walk.snapshot, walk.from(at));
        return Some(Piece::new(
            format!("value of {key} in a WeakMap"),
            at..at + 1,
        ));
    }
    let end = if walk.edge_word(at + 1) == b"table" {
        at + 2
    } else {
        at + 1
    };
    Some(Piece::new("value in a WeakMap".into(), at..end))
}

/// How well a reader knows who that is: best a class of the program's own, or the page itself.
fn telling(snapshot: &Snapshot, holder: NodeIx) -> Telling {
    const GENERAL: [&[u8]; 8] = [
        b"Object",
        b"Array",
        b"Map",
        b"Set",
        b"WeakMap",
        b"WeakSet",
        b"Promise",
        b"Generator",
    ];
    let graph = snapshot.graph();
    match graph.kind(holder) {
        NodeKind::Object | NodeKind::Native if GENERAL.contains(&word::word(graph, holder)) => {
            Telling::No
        }
        NodeKind::Object | NodeKind::Native if is_of_library(graph, holder) => Telling::Half,
        NodeKind::Object | NodeKind::Native => Telling::Yes,
        NodeKind::Closure if !graph.raw_name(holder).is_empty() => Telling::Half,
        _ => Telling::No,
    }
}

/// Whether its class stands in a package or in Node itself.
fn is_of_library(graph: &Graph, object: NodeIx) -> bool {
    let prototype = word::follow(graph, object, &[b"__proto__"]);
    let class = prototype.and_then(|prototype| word::follow(graph, prototype, &[b"constructor"]));
    let shared = class.and_then(|class| script::shared(graph, class));
    let address = shared.and_then(|shared| script::address(graph, shared));
    address
        .is_some_and(|address| address.contains("/node_modules/") || address.starts_with("node:"))
}
