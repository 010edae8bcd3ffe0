//! Holders by class and name.

use rustc_hash::FxHashMap;

use super::{Alone, Holder, Holders, Label};
use crate::{
    EdgeIx, EdgeName, Graph, NodeIx, NodeKind, Snapshot, ground::bits::Bits,
    limits::MAX_HOLDERS_TRIED,
};

/// Stores within stores that are looked through for their owner.
const STORES: usize = 4;

pub(super) fn holders(snapshot: &Snapshot, objects: &[NodeIx]) -> Holders {
    let graph = snapshot.graph();
    let all = snapshot.release(objects);
    let mut freed = Bits::new(graph.node_count() as usize);
    for node in all.nodes() {
        freed.set(node.0);
    }
    let mut asked: Vec<NodeIx> = objects.to_vec();
    asked.sort_unstable();
    asked.dedup();
    let mut groups = Groups::default();
    for object in asked.into_iter().filter(|object| freed.has(object.0)) {
        for edge in snapshot.retainers().of(object) {
            let from = graph.source(edge);
            if freed.get(from.0) || !snapshot.counts(edge) {
                continue;
            }
            groups.add(snapshot, edge, owner(snapshot, from), object);
        }
    }
    let mut list: Vec<Holder> = groups.list.into_iter().map(Group::close).collect();
    list.sort_unstable_by_key(|holder| (std::cmp::Reverse(holder.held), holder.edges[0]));
    // By object: edges that hold it.
    let mut held = vec![0_u32; graph.nodes.len()];
    for &edge in list.iter().flat_map(|holder| &holder.edges) {
        held[graph.target(edge).0 as usize] += 1;
    }
    for holder in list.iter_mut().take(MAX_HOLDERS_TRIED) {
        let targets = || {
            holder
                .edges
                .iter()
                .map(|edge| graph.target(*edge).0 as usize)
        };
        targets().for_each(|object| held[object] -= 1);
        // What another edge holds stays, and all it holds: where that is so of each, nothing has to be searched.
        let is_alone = targets().any(|object| held[object] == 0);
        targets().for_each(|object| held[object] += 1);
        let cut: &[EdgeIx] = if is_alone { &holder.edges } else { &[] };
        let alone = snapshot.cut(cut);
        holder.alone = Some(Alone {
            count: alone.count() as u64,
            bytes: alone.bytes(),
            path: snapshot.path_around(holder.first, &|node| freed.get(node.0)),
        });
    }
    Holders { list, all }
}

/// Whose store it is, if it is the store of a single object.
fn owner(snapshot: &Snapshot, node: NodeIx) -> NodeIx {
    let graph = snapshot.graph();
    let mut at = node;
    for _ in 0..STORES {
        if graph.kind(at) != NodeKind::Array {
            break;
        }
        let mut retainers = snapshot
            .retainers()
            .of(at)
            .filter(|&edge| snapshot.counts(edge));
        let (Some(only), None) = (retainers.next(), retainers.next()) else {
            break;
        };
        let from = graph.source(only);
        if graph.kind(from) == NodeKind::Synthetic || from == graph.root() {
            break;
        }
        at = from;
    }
    at
}

/// The name of an edge; V8 names the slots of a store by their index, too.
fn label(graph: &Graph, edge: EdgeIx) -> Label {
    match graph.edge_name(edge) {
        EdgeName::Text(text) if text.is_empty() || !text.iter().all(u8::is_ascii_digit) => {
            Label::Text(text.to_vec())
        }
        _ => Label::Index,
    }
}

/// Groups by class and name.
#[derive(Default)]
struct Groups {
    list: Vec<Group>,
    /// By class and what V8 has for a name, so that few labels are made.
    known: FxHashMap<(u32, bool, u32), usize>,
    by_label: FxHashMap<(u32, Label), usize>,
}

struct Group {
    class: u32,
    label: Label,
    edges: Vec<EdgeIx>,
    holders: Vec<NodeIx>,
    held: u32,
    /// The last object that came.
    last: NodeIx,
}

impl Groups {
    /// Objects come one after the other.
    fn add(&mut self, snapshot: &Snapshot, edge: EdgeIx, holder: NodeIx, object: NodeIx) {
        let graph = snapshot.graph();
        let class = snapshot.class(holder);
        let is_named = graph.edge_kind(edge).is_named();
        // Indexes are all alike.
        let name = if is_named {
            graph.edges.name[edge.0 as usize]
        } else {
            0
        };
        let list = &mut self.list;
        let at = *self
            .known
            .entry((class, is_named, name))
            .or_insert_with(|| {
                let label = label(graph, edge);
                let next = list.len();
                let at = *self.by_label.entry((class, label.clone())).or_insert(next);
                if at == next {
                    list.push(Group {
                        class,
                        label,
                        edges: Vec::new(),
                        holders: Vec::new(),
                        held: 0,
                        last: graph.root(),
                    });
                }
                at
            });
        let group = &mut list[at];
        group.edges.push(edge);
        group.holders.push(holder);
        // The root is never held.
        group.held += u32::from(group.last != object);
        group.last = object;
    }
}

impl Group {
    fn close(self) -> Holder {
        let (mut edges, mut holders) = (self.edges, self.holders);
        edges.sort_unstable();
        holders.sort_unstable();
        holders.dedup();
        Holder {
            class: self.class,
            label: self.label,
            first: holders.first().copied().unwrap_or(NodeIx(0)),
            holders: holders.len() as u32,
            held: self.held,
            edges,
            alone: None,
        }
    }
}
