//! Names that programs give, told from data that they use as names.

use rustc_hash::{FxHashMap, FxHashSet};

use super::word::is_word;
use crate::{EdgeKind, Graph, NodeIx, NodeKind};

/// A shape is a program's own if so many objects have it.
const OBJECTS_OF_A_SHAPE: u32 = 3;
/// Other names must be there so many times.
const USES: u64 = 2;

/// Names that say something of the program and nothing of its data, and are used more than once:
/// * of classes with a function of that name and several objects, and of functions of which there are several;
/// * of variables of several scopes;
/// * of properties of a shape that several objects have, unless they are keys of dictionaries: plain objects whose values are all
///   of one class.
///
/// All of them read like words of a program, and none is a key of a plain object that stands alone: a dictionary may look like one.
pub(super) fn telling(graph: &Graph) -> FxHashSet<Vec<u8>> {
    let mut uses = Uses::default();
    uses.nodes(graph);
    uses.properties(graph);
    uses.told(graph)
}

#[derive(Default)]
struct Uses {
    objects: FxHashMap<u32, u64>,
    functions: FxHashMap<u32, u64>,
    variables: FxHashMap<u32, u64>,
    properties: FxHashMap<u32, u64>,
    /// Names of properties of plain objects that no others are like. Those of functions are no data.
    keys: FxHashSet<u32>,
}

impl Uses {
    fn nodes(&mut self, graph: &Graph) {
        for node in graph.nodes() {
            let of = match graph.kind(node) {
                NodeKind::Object => &mut self.objects,
                NodeKind::Closure => &mut self.functions,
                _ => continue,
            };
            *of.entry(graph.nodes.name[node.0 as usize]).or_default() += 1;
            for edge in graph.edges(node) {
                if graph.edge_kind(edge) == EdgeKind::Context {
                    let name = graph.edges.name[edge.0 as usize];
                    *self.variables.entry(name).or_default() += 1;
                }
            }
        }
    }

    fn properties(&mut self, graph: &Graph) {
        let mut shapes: FxHashMap<u64, u32> = FxHashMap::default();
        let objects = || {
            graph
                .nodes()
                .filter(|&node| graph.kind(node) == NodeKind::Object)
        };
        for node in objects() {
            if let Some(shape) = shape(graph, node) {
                *shapes.entry(shape).or_default() += 1;
            }
        }
        for node in objects() {
            let shape = shape(graph, node);
            let alike = shape.map_or(0, |shape| shapes[&shape]);
            for (name, value) in properties(graph, node) {
                if alike >= OBJECTS_OF_A_SHAPE {
                    *self.properties.entry(name).or_default() += 1;
                } else if is_plain(graph, node) && graph.kind(value) != NodeKind::Closure {
                    self.keys.insert(name);
                }
            }
        }
    }

    fn told(self, graph: &Graph) -> FxHashSet<Vec<u8>> {
        let mut told = FxHashSet::default();
        let mut add = |uses: &FxHashMap<u32, u64>, is_told: &dyn Fn(u32) -> bool| {
            for (&name, &count) in uses {
                let text = graph.strings.get(name);
                let is_key = self.keys.contains(&name);
                if count >= USES && !is_key && is_word(text) && is_told(name) {
                    told.insert(text.to_vec());
                }
            }
        };
        add(&self.objects, &|name| self.functions.contains_key(&name));
        add(&self.functions, &|_| true);
        add(&self.variables, &|_| true);
        add(&self.properties, &|_| true);
        told
    }
}

/// Names and values, without prototypes.
fn properties(graph: &Graph, node: NodeIx) -> impl Iterator<Item = (u32, NodeIx)> + '_ {
    let edges = graph.edges(node);
    let properties = edges.filter(|&edge| graph.edge_kind(edge) == EdgeKind::Property);
    properties
        .map(|edge| (graph.edges.name[edge.0 as usize], graph.target(edge)))
        .filter(|&(name, _)| graph.strings.get(name) != b"__proto__")
}

fn is_plain(graph: &Graph, node: NodeIx) -> bool {
    matches!(graph.raw_name(node), b"" | b"Object")
}

/// One number for all objects of a class with the same properties; `None` for a dictionary, and for what has none.
fn shape(graph: &Graph, node: NodeIx) -> Option<u64> {
    let class = graph.nodes.name[node.0 as usize];
    let mut sum = u64::from(class);
    let mut values = None;
    let mut is_uniform = true;
    let mut count = 0;
    for (name, target) in properties(graph, node) {
        // The order of the properties does not matter.
        sum = sum.wrapping_add(super::filler::mix(u64::from(name)));
        count += 1;
        let value = match graph.kind(target) {
            NodeKind::Object => (NodeKind::Object, graph.nodes.name[target.0 as usize]),
            NodeKind::ConsString | NodeKind::SlicedString => (NodeKind::String, 0),
            other => (other, 0),
        };
        is_uniform &= *values.get_or_insert(value) == value;
    }
    let is_dictionary = is_plain(graph, node) && is_uniform;
    (count > 0 && !is_dictionary).then_some(sum)
}
