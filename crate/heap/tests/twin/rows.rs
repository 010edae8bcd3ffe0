//! Rule 8: one row for each class.

use super::class::Class;
use super::heap::Heap;
use crate::draw::{NodeKind, Text};

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    /// `,Name` or `script,line,column,Name`.
    pub(crate) key: Text,
    pub(crate) name: Text,
    pub(crate) count: usize,
    pub(crate) distance: i64,
    pub(crate) shallow: u64,
    pub(crate) retained: f64,
}

/// What puts nodes into one group: more than the key that is shown.
#[derive(PartialEq)]
enum Group {
    Place(Text),
    Class(Class),
}

/// The rows of the nodes that pass, in no particular order.
pub(super) fn rows(heap: &Heap<'_>, passes: &[bool]) -> Vec<Row> {
    let members = groups(heap, &heap.classes, passes);
    members
        .iter()
        .map(|members| row(heap, members, passes))
        .collect()
}

/// The groups of the nodes that pass, those left out that another with the same key replaces.
pub(super) fn groups(heap: &Heap<'_>, classes: &[Class], passes: &[bool]) -> Vec<Vec<usize>> {
    let mut groups: Vec<(Group, Vec<usize>)> = Vec::new();
    for node in (0..classes.len()).filter(|node| counts(heap, *node, passes)) {
        let group = group(heap, classes, node);
        match groups.iter_mut().find(|(known, _)| *known == group) {
            Some((_, members)) => members.push(node),
            None => groups.push((group, vec![node])),
        }
    }
    let key = |members: &[usize]| key(heap, classes, members[0]);
    let keys: Vec<Text> = groups.iter().map(|(_, members)| key(members)).collect();
    let is_last = |at: usize| !keys[at + 1..].contains(&keys[at]);
    let last = (0..groups.len()).filter(|at| is_last(*at));
    last.map(|at| groups[at].1.clone()).collect()
}

/// The key under which a node is shown.
pub(super) fn key(heap: &Heap<'_>, classes: &[Class], node: usize) -> Text {
    match group(heap, classes, node) {
        Group::Place(key) => key,
        Group::Class(class) => {
            let mut key = Text::from(",");
            key.push_text(&class.text(heap.drawing));
            key
        }
    }
}

fn group(heap: &Heap<'_>, classes: &[Class], node: usize) -> Group {
    // Of several locations for one node the last holds.
    let location = heap
        .drawing
        .locations
        .iter()
        .rfind(|location| location.node == node);
    match location {
        Some(place) if heap.drawing.nodes[node].kind == NodeKind::Object => {
            let mut key = Text::from(format!("{},{},{},", place.script, place.line, place.column));
            key.push_text(&classes[node].text(heap.drawing));
            Group::Place(key)
        }
        _ => Group::Class(classes[node].clone()),
    }
}

/// Nodes without a size of their own are left out everywhere.
fn counts(heap: &Heap<'_>, node: usize, passes: &[bool]) -> bool {
    passes[node] && heap.sizes[node] > 0
}

fn row(heap: &Heap<'_>, members: &[usize], passes: &[bool]) -> Row {
    let own = group(heap, &heap.classes, members[0]);
    let is_below_own = |node: usize| {
        let over = dominators_of(heap, node);
        over.into_iter()
            .any(|over| counts(heap, over, passes) && group(heap, &heap.classes, over) == own)
    };
    let top = members.iter().filter(|node| !is_below_own(**node));
    Row {
        key: key(heap, &heap.classes, members[0]),
        name: heap.classes[members[0]].text(heap.drawing),
        count: members.len(),
        distance: members
            .iter()
            .map(|node| heap.distances.distance[*node])
            .min()
            .expect("a member"),
        shallow: members.iter().map(|node| heap.sizes[*node]).sum(),
        retained: top.map(|node| heap.dominators.retained[*node]).sum(),
    }
}

fn dominators_of(heap: &Heap<'_>, mut node: usize) -> Vec<usize> {
    let mut over = Vec::new();
    while node != heap.drawing.root {
        node = heap.dominators.immediate[node];
        over.push(node);
    }
    over
}
