//! Counts and sizes of each class.

use rustc_hash::FxHashMap;

use super::{super::tree::DominatorTree, Classes};
use crate::{Graph, NodeIx, ground::bits::Bits};

/// A row of the Summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassRow {
    /// What tells it apart from rows of the same name, also between files: `,Name` or `script,line,column,Name`; WTF-8.
    pub key: Vec<u8>,
    /// The constructor, WTF-8.
    pub name: Vec<u8>,
    /// The number of the class within this snapshot.
    pub class: u32,
    /// Objects.
    pub count: u32,
    /// The least distance of one of them; −5 if none is reached.
    pub distance: i32,
    /// Bytes of the objects themselves.
    pub shallow: u64,
    /// Bytes that would go with them: nothing is counted twice.
    pub retained: u64,
    /// The first of them in the file.
    pub first: NodeIx,
}

/// All rows, in the order in which the file first has one of them (DevTools: `buildAggregates`).
pub(crate) fn rows(
    graph: &Graph,
    classes: &Classes,
    tree: &DominatorTree,
    distance: &[i32],
) -> Vec<ClassRow> {
    rows_where(graph, classes, tree, distance, None)
}

/// Rows of the nodes that pass; all do if nothing is said.
pub(crate) fn rows_where(
    graph: &Graph,
    classes: &Classes,
    tree: &DominatorTree,
    distance: &[i32],
    passing: Option<&Bits>,
) -> Vec<ClassRow> {
    let passes = |node| passing.is_none_or(|passing| passing.get(node));
    let mut sums = vec![Sum::default(); classes.list.len()];
    let mut order = Vec::new();
    for node in 0..graph.node_count() {
        if !passes(node) || graph.nodes.size.is_zero(node) {
            continue;
        }
        let shallow = graph.nodes.size.get(node);
        let class = classes.of[node as usize];
        let sum = &mut sums[class as usize];
        let distance = distance[node as usize];
        if sum.count == 0 {
            order.push(class);
            *sum = Sum {
                first: node,
                distance,
                ..Sum::default()
            };
        }
        sum.count += 1;
        sum.shallow = sum.shallow.saturating_add(shallow);
        sum.distance = sum.distance.min(distance);
    }
    // A node counts unless it stands within the piece of a node of its class that counted.
    for (place, &node) in (0_u32..).zip(&tree.order) {
        if !passes(node) || graph.nodes.size.is_zero(node) {
            continue;
        }
        let sum = &mut sums[classes.of[node as usize] as usize];
        if place >= sum.open_until {
            sum.retained = sum.retained.saturating_add(tree.retained[node as usize]);
            sum.open_until = place + tree.span[place as usize];
        }
    }
    let mut rows: Vec<ClassRow> = Vec::with_capacity(order.len());
    let mut by_key: FxHashMap<Vec<u8>, usize> = FxHashMap::default();
    for class in order {
        let Sum {
            count,
            distance,
            shallow,
            retained,
            first,
            ..
        } = sums[class as usize];
        let key = classes.key(graph, class);
        let name = graph
            .strings
            .get(classes.list[class as usize].name)
            .to_vec();
        let first = NodeIx(first);
        let row = ClassRow {
            key: key.clone(),
            name,
            class,
            count,
            distance,
            shallow,
            retained,
            first,
        };
        // Names that DevTools adds can read like one of the file: the later class takes the row of the earlier one.
        match by_key.insert(key, rows.len()) {
            Some(place) => {
                by_key.insert(row.key.clone(), place);
                rows[place] = row;
            }
            None => rows.push(row),
        }
    }
    rows
}

#[derive(Clone, Copy, Default)]
struct Sum {
    first: u32,
    count: u32,
    distance: i32,
    shallow: u64,
    retained: u64,
    /// The place in the dominator tree's order up to which nodes stand below one that counted.
    open_until: u32,
}
