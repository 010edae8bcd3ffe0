//! Collections that every program has and that no leak fills.

use std::borrow::Cow;

use super::{
    collection::members,
    holder,
    index::{FEW, Index},
    known_name::KnownName,
};
use crate::{EdgeIx, EdgeName, NodeIx, NodeKind, text::script};

/// One part in so many tells the kind of all entries.
const MOST: usize = 2;
/// From an object to what it is a part of there are so many steps at most.
const STEPS: usize = 4;

/// Node's own tables, what a module exports, prototypes, children in a tree of objects of one class.
pub(crate) fn is_innocent(index: &Index, collection: NodeIx) -> bool {
    let Some(edge) = holder::holder(index, collection) else {
        return false;
    };
    let holder = index.graph.source(edge);
    // A function that runs uses it.
    let is_in_use = index.graph.raw_name(holder) == b"(Stack roots)";
    if is_in_use || is_of_modules(index, edge, holder) || is_nodes_own(index, holder) {
        return true;
    }
    let members = members(index, collection);
    is_a_tree(index, &members, holder) || is_of_functions(index, collection, &members)
}

/// `exports`, `prototype`, what Node keeps under symbols of its own, and fields of `Module`.
fn is_of_modules(index: &Index, edge: EdgeIx, holder: NodeIx) -> bool {
    let name = match index.graph.edge_name(edge) {
        EdgeName::Text(name) => name,
        EdgeName::Index(_) => b"",
    };
    matches!(name, b"exports" | b"prototype" | b"__proto__")
        || name.starts_with(b"<symbol node:")
        || index.graph.kind(holder) == NodeKind::Closure
            && index.graph.raw_name(holder) == b"Module"
        || index.class_text(holder) == "Module"
}

/// Whether a function or a scope of one of Node's own scripts holds it, or an object of a class from there that one of these holds.
fn is_nodes_own(index: &Index, holder: NodeIx) -> bool {
    let is_own = |address: Option<Cow<str>>| address.is_some_and(|at| at.starts_with("node:"));
    let is_own_function = |closure| {
        let shared = script::shared(index.graph, closure);
        is_own(shared.and_then(|shared| script::address(index.graph, shared)))
    };
    if index.graph.kind(holder) == NodeKind::Closure {
        return is_own_function(holder);
    }
    if !index.is_scope(holder) {
        let above = holder::holder(index, holder).map(|edge| index.graph.source(edge));
        return is_own(script::of_class(index.graph, holder))
            && above.is_some_and(|above| index.is_scope(above) && is_nodes_own(index, above));
    }
    let mut scope = Some(holder);
    for _ in 0..STEPS {
        let Some(at) = scope else { return false };
        let closures = index.holders(at).take(FEW).map(|(_, closure)| closure);
        let mut closures = closures.filter(|&closure| {
            index.graph.kind(closure) == NodeKind::Closure
                && index.follow(closure, KnownName::ContextEdge) == Some(at)
        });
        if let Some(closure) = closures.next() {
            return is_own_function(closure);
        }
        let mut inner = index.holders(at).take(FEW).map(|(_, inner)| inner);
        scope = inner.find(|&inner| {
            index.is_scope(inner) && index.follow(inner, KnownName::Previous) == Some(at)
        });
    }
    false
}

/// Whether its entries are what it is a part of: statements of a program, nodes of a document.
fn is_a_tree(index: &Index, members: &[NodeIx], holder: NodeIx) -> bool {
    let class = index.snapshot.class(holder);
    let alike = members
        .iter()
        .filter(|&&member| index.snapshot.class(member) == class);
    !members.is_empty() && alike.count() > members.len() / MOST
}

/// What a module exports, however it is kept.
fn is_of_functions(index: &Index, collection: NodeIx, members: &[NodeIx]) -> bool {
    let is_dictionary = index.known(collection) == KnownName::Object;
    let is_function = |member: &&NodeIx| {
        index.graph.kind(**member) == NodeKind::Closure
            || index
                .graph
                .raw_name(**member)
                .starts_with(b"system / AccessorPair")
    };
    is_dictionary
        && !members.is_empty()
        && members.iter().filter(is_function).count() > members.len() / MOST
}
