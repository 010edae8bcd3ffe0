//! Where scripts come from, and what their files are called.

use std::borrow::Cow;

use crate::{EdgeName, Graph, NodeIx, wtf8};

/// The whole address of the script in which a function stands, as V8 shares it between closures.
pub(crate) fn address(graph: &Graph, shared: NodeIx) -> Option<Cow<'_, str>> {
    let script = follow(graph, shared, &[b"script", b"script_or_debug_info"])?;
    let name = graph.raw_name(script);
    let address = name.strip_prefix(b"system / Script / ").unwrap_or(name);
    (!address.is_empty() && !address.starts_with(b"system / ")).then(|| wtf8::lossy(address))
}

/// What a closure shares with the others of its function.
pub(crate) fn shared(graph: &Graph, closure: NodeIx) -> Option<NodeIx> {
    follow(graph, closure, &[b"shared"])
}

/// Where the script of an object's class comes from.
pub(crate) fn of_class(graph: &Graph, object: NodeIx) -> Option<Cow<'_, str>> {
    let prototype = follow(graph, object, &[b"__proto__"])?;
    let class = follow(graph, prototype, &[b"constructor"])?;
    address(graph, shared(graph, class)?)
}

/// The last part of an address.
pub(crate) fn file(address: &str) -> Option<String> {
    let address = address.split(['?', '#']).next().unwrap_or(address);
    let mut parts = address.rsplit('/').filter(|part| !part.is_empty());
    let file = parts.next()?;
    // There are many of that name.
    let folder = file.starts_with("index.").then(|| parts.next()).flatten();
    Some(match folder {
        Some(folder) => format!("{folder}/{file}"),
        None => file.to_owned(),
    })
}

/// Edges that are looked at on either end of an object: V8 writes its own first or last.
pub(crate) const FEW: usize = 64;

/// Where the edge of one of these names ends.
pub(crate) fn follow(graph: &Graph, node: NodeIx, names: &[&[u8]]) -> Option<NodeIx> {
    let edges = graph.edges(node);
    let behind = edges.len().saturating_sub(FEW).max(FEW);
    let mut ends = graph.edges(node).take(FEW).chain(edges.skip(behind));
    let edge = ends.find(
        |&edge| matches!(graph.edge_name(edge), EdgeName::Text(text) if names.contains(&text)),
    )?;
    Some(graph.target(edge))
}
