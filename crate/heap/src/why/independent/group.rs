//! Holders by class and name.

use rustc_hash::{FxHashMap, FxHashSet};

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
    let mut groups: FxHashMap<(u32, Label), Group> = FxHashMap::default();
    let asked: FxHashSet<NodeIx> = objects.iter().copied().collect();
    for &object in asked.iter().filter(|object| all.has(**object)) {
        for edge in snapshot.retainers().of(object) {
            let from = graph.source(edge);
            if freed.get(from.0) || !snapshot.counts(edge) {
                continue;
            }
            let owner = owner(snapshot, from);
            let group = groups.entry((snapshot.class(owner), label(graph, edge)));
            group.or_default().add(edge, owner, object);
        }
    }
    let mut list: Vec<Holder> = groups.into_iter().map(Group::close).collect();
    list.sort_unstable_by_key(|holder| (std::cmp::Reverse(holder.held), holder.edges[0]));
    let all_held = held(graph, list.iter().flat_map(|holder| &holder.edges));
    for holder in list.iter_mut().take(MAX_HOLDERS_TRIED) {
        let mut own = held(graph, &holder.edges).into_iter();
        // What another edge holds stays, and all it holds: where that is so of each, nothing has to be searched.
        let is_alone = own.any(|(object, edges)| all_held[&object] == edges);
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

/// How many of the edges end at each object.
fn held<'a>(
    graph: &Graph,
    edges: impl IntoIterator<Item = &'a EdgeIx>,
) -> FxHashMap<NodeIx, usize> {
    let mut held = FxHashMap::default();
    for &edge in edges {
        *held.entry(graph.target(edge)).or_default() += 1;
    }
    held
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

#[derive(Default)]
struct Group {
    edges: Vec<EdgeIx>,
    holders: FxHashSet<NodeIx>,
    held: FxHashSet<NodeIx>,
}

impl Group {
    fn add(&mut self, edge: EdgeIx, holder: NodeIx, object: NodeIx) {
        self.edges.push(edge);
        self.holders.insert(holder);
        self.held.insert(object);
    }

    fn close(((class, label), group): ((u32, Label), Self)) -> Holder {
        let mut edges = group.edges;
        edges.sort_unstable();
        Holder {
            class,
            label,
            first: group.holders.iter().copied().min().unwrap_or(NodeIx(0)),
            holders: group.holders.len() as u32,
            held: group.held.len() as u32,
            edges,
            alone: None,
        }
    }
}
