//! Interfaces: plain objects are told apart by their properties, `{id, name}`.

mod apply;
mod infer;

pub(crate) use apply::apply;
pub(crate) use infer::{infer, interface_name};

use super::Texts;
use crate::{EdgeKind, Graph, NodeKind};

/// A set of properties that many plain objects have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Interface {
    /// `{a, b}`, WTF-8.
    pub(crate) name: Vec<u8>,
    /// WTF-8 each.
    pub(crate) properties: Vec<Vec<u8>>,
}

/// Objects of the class `Object`.
#[inline]
pub(crate) fn is_plain(graph: &Graph, texts: &Texts, node: u32) -> bool {
    graph.nodes.is(node, NodeKind::Object) && texts.object.has(graph.nodes.name[node as usize])
}

/// Numbers of the names of an object's property edges.
fn properties(graph: &Graph, node: u32) -> impl Iterator<Item = u32> + '_ {
    let edges = graph.nodes.edges(node);
    let is_property = |&edge: &usize| graph.edges.kind[edge] == EdgeKind::Property as u8;
    edges.filter(is_property).map(|edge| graph.edges.name[edge])
}
