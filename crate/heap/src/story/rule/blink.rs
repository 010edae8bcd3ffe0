//! What Blink puts between: lists, tables, callbacks, trees of elements.

use crate::{
    EdgeKind, Graph, NodeIx, NodeKind, Snapshot,
    story::{Piece, Telling, name, walk::Walk, word},
    text::stem::stem,
};

/// A run of Blink's own objects up to the first that a page knows.
pub(super) fn plumbing(walk: &Walk<'_>, at: usize) -> Option<Piece> {
    let end = walk.behind(at, |at| is_plumbing(walk.snapshot, walk.from(at)));
    if end == at {
        return None;
    }
    let passes = |names: &[&[u8]]| (at..end).any(|at| names.contains(&walk.word(at)));
    let is_timer = passes(&[b"DOMTimer", b"ScheduledAction"]);
    let is_listener = passes(&[
        b"V8EventListener",
        b"EventListener",
        b"JSEventHandler",
        b"V8EventHandlerNonNull",
        b"blink::RegisteredEventListener",
        b"blink::EventTargetData",
    ]);
    if is_timer {
        let piece = Piece::new("timer".into(), at..end.max(at + 1));
        return Some(piece.telling(Telling::Yes).end(true));
    }
    let Some(owner) = walk.steps.get(end).map(|step| step.from) else {
        let last = name::object(walk.snapshot, walk.from(end - 1));
        return Some(Piece::new(format!("in {last}"), at..end));
    };
    let is_places = walk.graph().kind(owner) == NodeKind::Synthetic;
    let is_page = is_page(walk.graph().raw_name(owner));
    let owner = name::object(walk.snapshot, owner);
    let text = match is_listener {
        true if is_list(walk.graph(), walk.graph().target(walk.edge(at))) => {
            format!("listeners of {owner}")
        }
        true => format!("listener of {owner}"),
        false if is_callback(walk, at, end) => format!("callback of {owner}"),
        false if is_places => owner,
        false => format!("in {owner}"),
    };
    let piece = Piece::new(text, at..end + 1).telling(if is_listener {
        Telling::Yes
    } else {
        Telling::No
    });
    Some(piece.end(is_listener && is_page))
}

/// From element to element there is one tree.
pub(super) fn tree(walk: &Walk<'_>, at: usize) -> Option<Piece> {
    let graph = walk.graph();
    let is_link = |at: usize| {
        let edge = graph.edge_kind(walk.edge(at));
        let is_native = graph.kind(walk.from(at)) == NodeKind::Native;
        let held = graph.target(walk.edge(at));
        is_native
            && !matches!(edge, EdgeKind::Property | EdgeKind::Context)
            && is_element(graph.raw_name(walk.from(at)))
            && graph.kind(held) == NodeKind::Native
    };
    let end = walk.behind(at, is_link);
    if end == at {
        return None;
    }
    let top = name::object(walk.snapshot, walk.from(end - 1));
    Some(Piece::new(format!("in the tree of {top}"), at..end))
}

/// A function that Blink calls is held by an object of its own, called after the type of the callback.
fn is_callback(walk: &Walk<'_>, at: usize, end: usize) -> bool {
    let held = walk.graph().target(walk.edge(at));
    let is_held = word::is_closure(walk.graph(), held);
    is_held && (at..end).any(|at| walk.word(at).starts_with(b"V8"))
}

/// A list of Blink's.
fn is_list(graph: &Graph, node: NodeIx) -> bool {
    let name = graph.raw_name(node);
    graph.kind(node) == NodeKind::Native && memchr::memmem::find(name, b"Vector").is_some()
}

/// What lives as long as the page.
fn is_page(name: &[u8]) -> bool {
    !name.starts_with(b"Detached ") && matches!(stem(name), b"HTMLDocument" | b"Window")
}

fn is_element(name: &[u8]) -> bool {
    let name = name.strip_prefix(b"Detached ").unwrap_or(name);
    let others: [&[u8]; 4] = [
        b"#text",
        b"ShadowRoot",
        b"DocumentFragment",
        b"HTMLDocument",
    ];
    name.starts_with(b"<") || others.contains(&name)
}

fn is_plumbing(snapshot: &Snapshot, node: NodeIx) -> bool {
    let graph = snapshot.graph();
    if graph.kind(node) != NodeKind::Native {
        return false;
    }
    let name = word::word(graph, node);
    // A wrapper that the page can have has a prototype.
    if name.starts_with(b"<") || word::follow(graph, node, &[b"__proto__"]).is_some() {
        return false;
    }
    let ends: [&[u8]; 5] = [
        b"EventListener",
        b"Delegate",
        b"Callback",
        b"Registration",
        b"Task",
    ];
    memchr::memmem::find(name, b"::").is_some()
        || name.starts_with(b"V8")
        || matches!(
            name,
            b"InternalNode" | b"DOMTimer" | b"ScheduledAction" | b"JSEventHandler"
        )
        || ends.iter().any(|end| name.ends_with(end))
}
