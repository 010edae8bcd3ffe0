//! What Node puts between: emitters, event targets, timers, handles.

use crate::{
    EdgeName, NodeIx, NodeKind, Snapshot,
    story::{Piece, Telling, name, walk::Walk, word},
    wtf8,
};

/// `[3] in Array ← news in Object ← _events in NewsBus` is a `listener of "news" of NewsBus`.
pub(super) fn emitter(walk: &Walk<'_>, at: usize) -> Option<Piece> {
    let graph = walk.graph();
    let is_list = |at| walk.word(at) == b"Array" || word::is_store(graph, walk.from(at));
    let event = walk.behind(at, |place| place <= at + 2 && is_list(place));
    if event > at + 2 || walk.edge_word(event + 1) != b"_events" {
        return None;
    }
    let emitter = walk.from(event + 1);
    let held = graph.target(walk.edge(at));
    let all = if word::word(graph, held) == b"Array" {
        "listeners"
    } else {
        "listener"
    };
    let text = listener(walk.snapshot, all, Some(walk.edge_word(event)), emitter);
    Some(Piece::new(text, at..event + 2).telling(Telling::Yes))
}

/// Node's `EventTarget` has a map of linked lists.
pub(super) fn event_target(walk: &Walk<'_>, at: usize) -> Option<Piece> {
    let graph = walk.graph();
    let is_plumbing = |at: usize| {
        let store = word::is_store(graph, walk.from(at));
        store || matches!(walk.word(at), b"Listener" | b"Object" | b"Map" | b"SafeMap")
    };
    if walk.word(at) != b"Listener" && walk.word(at) != b"Object" {
        return None;
    }
    let end = walk.behind_run(&walk.targets, at, is_plumbing);
    let is_events = |at: usize| memchr::memmem::find(walk.edge_word(at), b"kEvents").is_some();
    if end == walk.steps.len() || !is_events(end) {
        return None;
    }
    let event = (at..end).find_map(|at| key(walk, at));
    let text = listener(walk.snapshot, "listener", event, walk.from(end));
    Some(Piece::new(text, at..end + 1).telling(Telling::Yes))
}

/// The key beside a value in a map's table.
fn key<'a>(walk: &Walk<'a>, at: usize) -> Option<&'a [u8]> {
    let graph = walk.graph();
    if !word::is_store(graph, walk.from(at)) {
        return None;
    }
    let place: u32 = std::str::from_utf8(walk.edge_word(at)).ok()?.parse().ok()?;
    let before = place.checked_sub(1)?.to_string();
    let key = word::follow(graph, walk.from(at), &[before.as_bytes()])?;
    (graph.kind(key) == NodeKind::String).then(|| graph.raw_name(key))
}

fn listener(snapshot: &Snapshot, what: &str, event: Option<&[u8]>, on: NodeIx) -> String {
    let on = name::object(snapshot, on);
    match event.filter(|event| !event.is_empty()) {
        Some(event) => {
            let event = word::short(&wtf8::lossy(event));
            format!("{what} of \"{event}\" of {on}")
        }
        None => format!("{what} of {on}"),
    }
}

/// Timers and immediates in the lists of Node; what they keep is kept by nobody else's fault.
pub(super) fn timer(walk: &Walk<'_>, at: usize) -> Option<Piece> {
    let is_timer = |at| matches!(walk.word(at), b"Timeout" | b"Immediate");
    let is_list = |at| matches!(walk.word(at), b"TimersList" | b"ImmediateList");
    let links = |at| {
        let edge = walk.edge_word(at);
        edge.starts_with(b"_idle") || matches!(edge, b"head" | b"tail")
    };
    let calls = |at| {
        let edge = walk.edge_word(at);
        edge.starts_with(b"_on") || edge.starts_with(b"_timer") || edge == b"_argv"
    };
    let begins = is_timer(at) && (calls(at) || links(at)) || is_list(at) && links(at);
    if !begins {
        return None;
    }
    let end = walk.behind(at + 1, |at| links(at) && (is_timer(at) || is_list(at)));
    let last = walk.from(end - 1);
    let text = if walk.word(at) == b"Immediate" {
        "setImmediate".to_owned()
    } else {
        let of = (at..end).find(|&at| is_list(at)).map(|at| walk.from(at));
        let first = (is_timer(at)).then(|| walk.from(at));
        timeout(walk.snapshot, first, of)
    };
    let is_end = matches!(
        word::word(walk.graph(), last),
        b"TimersList" | b"ImmediateList"
    );
    Some(
        Piece::new(text, at..end)
            .telling(if is_end { Telling::Yes } else { Telling::No })
            .end(is_end),
    )
}

/// `setInterval of 20 s`
fn timeout(snapshot: &Snapshot, timer: Option<NodeIx>, list: Option<NodeIx>) -> String {
    let graph = snapshot.graph();
    // A timer that does not repeat has null there; a number that V8 keeps in place has no edge.
    let repeat = timer.map(|timer| word::follow(graph, timer, &[b"_repeat"]));
    let is_interval = repeat
        .is_some_and(|repeat| repeat.is_none_or(|repeat| graph.kind(repeat) != NodeKind::Hidden));
    let name = if is_interval { "setInterval" } else { "timer" };
    let keys = list
        .into_iter()
        .flat_map(|list| snapshot.edges_to(list).take(word::MANY));
    let mut keys = keys.filter_map(|edge| match graph.edge_name(edge) {
        // The queue of the lists has them by its own order.
        EdgeName::Index(key) if word::word(graph, graph.source(edge)) == b"Object" => Some(key),
        _ => None,
    });
    match keys.next() {
        Some(key) if key % 1000 == 0 => format!("{name} of {} s", key / 1000),
        Some(key) => format!("{name} of {key} ms"),
        None => name.into(),
    }
}

/// A store in the async context of what was begun in it: at the resource itself, or in the Map that Node 24 has for a frame.
pub(super) fn store(walk: &Walk<'_>, at: usize) -> Option<Piece> {
    let graph = walk.graph();
    if walk.edge_word(at) == b"<symbol kResourceStore>" {
        let own = if word::is_store(graph, walk.from(at)) {
            at + 1
        } else {
            at
        };
        let resource = name::object(walk.snapshot, walk.steps.get(own)?.from);
        return Some(Piece::new(
            format!("async context of {resource}"),
            at..own + 1,
        ));
    }
    let is_frame = walk.word(at + 1) == b"AsyncContextFrame";
    if !is_frame || !word::is_store(graph, walk.from(at)) {
        return None;
    }
    let of = at + 2;
    // What waits for a promise is told next.
    let is_told = walk.word(of).starts_with(b"system / ");
    let resource = walk.steps.get(of).filter(|_| !is_told);
    Some(match resource {
        Some(step) if graph.kind(step.from) != NodeKind::Synthetic => {
            let resource = name::object(walk.snapshot, step.from);
            Piece::new(format!("async context of {resource}"), at..of + 1)
        }
        Some(_) => Piece::new("the current async context".into(), at..of),
        None => Piece::new("async context".into(), at..of),
    })
}

/// `native_to_javascript in Node / MessagePort`: a handle that is open.
pub(super) fn handle(walk: &Walk<'_>, at: usize) -> Option<Piece> {
    let name = walk
        .graph()
        .raw_name(walk.from(at))
        .strip_prefix(b"Node / ")?;
    if walk.edge_word(at) != b"native_to_javascript" {
        return None;
    }
    let text = format!("{} kept open by Node", wtf8::lossy(name));
    Some(Piece::new(text, at..at + 1).telling(Telling::Yes).end(true))
}
