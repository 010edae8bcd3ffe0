//! References that no program cuts.

use crate::{
    EdgeIx, EdgeName, Graph, NodeIx, NodeKind, Snapshot,
    text::{script, stem::stem},
};

/// How V8 ties objects to their classes, modules and global objects.
const NAMES: [&[u8]; 6] = [
    b"__proto__",
    b"prototype",
    b"constructor",
    b"exports",
    b"<symbol node:module_export>",
    b"global_object",
];

/// Where Node's scripts load modules.
const LOADERS: &str = "node:internal/modules/";

/// Retainers of a store that are looked at for its owner.
const FEW: usize = 4;

/// Whether it ties an object to what it is made of, or a module to what Node loaded it with.
pub(super) fn is_tie(snapshot: &Snapshot, edge: EdgeIx) -> bool {
    let graph = snapshot.graph();
    if matches!(graph.edge_name(edge), EdgeName::Text(name) if NAMES.contains(&name)) {
        return true;
    }
    is_loaders(snapshot, graph.source(edge)) || is_loaders(snapshot, graph.target(edge))
}

/// Whether it is a module as V8 has it, an object of a class of Node's loaders, or the store of one.
fn is_loaders(snapshot: &Snapshot, node: NodeIx) -> bool {
    let graph = snapshot.graph();
    let name = stem(graph.raw_name(node));
    if matches!(
        name,
        b"system / SourceTextModule" | b"system / SyntheticModule"
    ) {
        return true;
    }
    match graph.kind(node) {
        NodeKind::Object => is_made_by_loaders(graph, node),
        NodeKind::Array => {
            let owners = snapshot
                .edges_to(node)
                .take(FEW)
                .map(|edge| graph.source(edge));
            let mut objects = owners.filter(|&owner| graph.kind(owner) == NodeKind::Object);
            objects.any(|owner| is_made_by_loaders(graph, owner))
        }
        _ => false,
    }
}

fn is_made_by_loaders(graph: &Graph, object: NodeIx) -> bool {
    let address = script::of_class(graph, object);
    address.is_some_and(|address| address.starts_with(LOADERS))
}
