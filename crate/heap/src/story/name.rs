//! What a person calls an object.

use super::{function, scope::Scope, word};
use crate::{NodeIx, NodeKind, Snapshot, text::stem::stem, wtf8};

/// Characters of an object that has only its properties for a name.
const LONGEST_PLAIN: usize = 24;

pub(super) fn object(snapshot: &Snapshot, node: NodeIx) -> String {
    let graph = snapshot.graph();
    if node == graph.root() {
        return "(root)".into();
    }
    if word::is_context(graph, node) {
        return Scope::of(snapshot, node).text();
    }
    let raw = graph.raw_name(node);
    let name = match graph.kind(node) {
        NodeKind::Closure => return function::plain(graph, node),
        NodeKind::Native => native(raw),
        NodeKind::Synthetic => wtf8::lossy(raw).into_owned(),
        NodeKind::Object => {
            let name = snapshot.name(node);
            let name = stem(&name);
            let name = name.strip_suffix(b" [JSGlobalObject]").unwrap_or(name);
            wtf8::lossy(name).into_owned()
        }
        kind if raw.is_empty() => format!("({})", kind.name()),
        NodeKind::String | NodeKind::ConsString | NodeKind::SlicedString => {
            let text = snapshot.name(node);
            format!("{:?}", word::short(&wtf8::lossy(&text)))
        }
        _ => wtf8::lossy(raw).into_owned(),
    };
    if name.starts_with('{') {
        word::cut(&name, LONGEST_PLAIN)
    } else {
        word::short(&name)
    }
}

/// Elements by id and classes, Blink's own things by what they are for.
fn native(raw: &[u8]) -> String {
    let detached = raw.strip_prefix(b"Detached ");
    let name = wtf8::lossy(detached.unwrap_or(raw));
    let name = if name.starts_with('<') {
        element(&name)
    } else if name.contains("::") {
        blinks(&name)
    } else if name == "InternalNode" {
        "something of Blink's".into()
    } else {
        wtf8::lossy(stem(name.as_bytes())).into_owned()
    };
    match detached {
        Some(_) => format!("Detached {name}"),
        None => name,
    }
}

/// `<div#main.wide>` for `<div id="main" class="wide high" style="…">`.
fn element(name: &str) -> String {
    let inner = name.trim_start_matches('<').trim_end_matches('>');
    let tag = inner.split(' ').next().unwrap_or(inner);
    let attribute = |name: &str| {
        let (_, rest) = inner.split_once(&format!(" {name}=\""))?;
        rest.split(['"', ' ']).find(|value| !value.is_empty())
    };
    let id = attribute("id").map_or(String::new(), |id| format!("#{id}"));
    let class = attribute("class").map_or(String::new(), |class| format!(".{class}"));
    format!("<{tag}{id}{class}>")
}

/// `Blink's list` for `blink::HeapVectorBacking<…>`, `Blink's EventTargetData` for `blink::EventTargetData`.
fn blinks(name: &str) -> String {
    let outer = name.split('<').next().unwrap_or(name);
    let last = outer.rsplit("::").next().unwrap_or(outer);
    let is = |parts: &[&str]| parts.iter().any(|part| last.contains(part));
    if is(&["Vector", "Deque", "List"]) && !is(&["Listener"]) {
        return "Blink's list".into();
    }
    if is(&["HashTable", "HashMap", "HashSet"]) {
        return "Blink's table".into();
    }
    format!("Blink's {last}")
}
