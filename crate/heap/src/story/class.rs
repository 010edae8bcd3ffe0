//! Classes as a person asks for them: all of a name, or the one of a place.

use super::{place, word};
use crate::{ClassRow, EdgeKind, Error, Graph, NodeIx, Snapshot, wtf8};

/// Objects of one class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// As in [`ClassRow::class`].
    pub class: u32,
    /// `Socket (client.js:12:7)`; the name alone where the file has no place.
    pub name: String,
    /// Its objects, without the prototypes that V8 gives the same name.
    pub objects: Vec<NodeIx>,
}

/// Classes of a name, the one of a key ([`ClassRow::key`]), or the one that [`Class::name`] says.
pub(super) fn classes(snapshot: &Snapshot, asked: &str) -> Result<Vec<Class>, Error> {
    let text = asked.as_bytes();
    let rows = || snapshot.rows().iter();
    let mut found: Vec<&ClassRow> = rows().filter(|row| row.name == text).collect();
    if found.is_empty() {
        found = rows().filter(|row| row.key == text).collect();
    }
    let bare = asked
        .split_once(" (")
        .map_or("", |(name, _)| name)
        .as_bytes();
    let is_placed = found.is_empty();
    if is_placed {
        found = rows().filter(|row| row.name == bare).collect();
    }
    let mut classes: Vec<Class> = found.into_iter().map(|row| class(snapshot, row)).collect();
    classes.retain(|class| !is_placed || class.name == asked);
    if classes.is_empty() {
        return Err(snapshot.no_class(asked));
    }
    Ok(classes)
}

fn class(snapshot: &Snapshot, row: &ClassRow) -> Class {
    let graph = snapshot.graph();
    let members = graph
        .nodes()
        .filter(|&node| snapshot.class(node) == row.class && snapshot.shallow_size(node) > 0);
    let (prototypes, objects): (Vec<NodeIx>, Vec<NodeIx>) =
        members.partition(|&node| is_prototype(snapshot, node));
    let one = objects.first().or(prototypes.first());
    let place = one.and_then(|&object| constructor(graph, object));
    let name = wtf8::lossy(&row.name);
    Class {
        class: row.class,
        name: match place {
            Some(place) => format!("{name} ({place})"),
            None => name.into_owned(),
        },
        objects,
    }
}

/// Where the constructor stands.
fn constructor(graph: &Graph, object: NodeIx) -> Option<String> {
    let prototype = word::follow(graph, object, &[b"__proto__"])?;
    let class = word::follow(graph, prototype, &[b"constructor"])?;
    place::place(graph, class)
}

/// Whether it is what some function gives to the objects it makes.
fn is_prototype(snapshot: &Snapshot, node: NodeIx) -> bool {
    let graph = snapshot.graph();
    let mut edges = snapshot.edges_to(node).take(word::MANY);
    edges.any(|edge| {
        graph.edge_kind(edge) == EdgeKind::Property
            && word::edge_word(graph, edge) == b"prototype"
            && word::is_closure(graph, graph.source(edge))
    })
}
