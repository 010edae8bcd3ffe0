//! Stores of `AsyncLocalStorage` that what was begun in their context keeps: timers, sockets, promises.
//!
//! Up to Node 22 every resource has the store itself, under a symbol of the storage; from Node 24 on resources and reactions of
//! promises have a frame, a Map of stores by storage. A store that something else holds nearer to a root is not kept by a context.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Found, Pattern,
    begun::{keeper, open_handle},
    callback,
    collection::pairs,
    format,
    group::FindingGroups,
    holder,
    index::Index,
    key::key,
    known_name::KnownName,
    pending_promise::awaited_by,
};
use crate::{NodeIx, NodeKind, wtf8};

/// So many stores of a class are more than usual: a server has some requests at a time.
const MANY: u64 = 20;
/// Bytes worth a word.
const HEAVY: u64 = 30_000;

/// What keeps a store: its kind, and what is called or waits.
struct Keeper {
    class: u64,
    function: Option<NodeIx>,
    node: NodeIx,
}

pub(crate) fn find<'a>(index: &'a Index<'a>) -> Option<Found<'a>> {
    let mut groups = FindingGroups::new(index);
    let mut keepers: FxHashMap<u64, Keeper> = FxHashMap::default();
    for store in stores(index) {
        let Some(node) = keeper(index, store) else {
            continue;
        };
        let keeper = Keeper::of(index, node);
        let function = keeper
            .function
            .map(|function| callback::key(index, function));
        let key = key((index.class_key(store), keeper.class, function));
        groups.add(key, store);
        keepers.entry(key).or_insert(keeper);
    }
    groups.found(
        Pattern::AsyncStores,
        |group| group.count() >= MANY && group.retained >= HEAVY,
        |sum| {
            let stores = format::many(sum.count, "store retains", "stores retain");
            format!("{stores} {}", format::size(sum.retained))
        },
        move |group| {
            let stores = format::many(group.count(), "store", "stores");
            let class = index.class_text(group.first());
            let keeper = keepers[&group.key].text(index);
            format!("{stores} ({class}) of AsyncLocalStorage kept by {keeper}")
        },
    )
}

/// Objects that are a store in some context, each once.
fn stores(index: &Index) -> Vec<NodeIx> {
    let of_resources = index.called(KnownName::ResourceStore);
    let of_resources = of_resources.flat_map(|(resource, _)| {
        let edges = index.strong(resource);
        let stores = edges.filter(|&(edge, _)| index.known_edge(edge) == KnownName::ResourceStore);
        stores.map(|(_, store)| store)
    });
    let frames = index.named(NodeKind::Object, KnownName::AsyncContextFrame);
    let of_frames = frames.flat_map(|frame| pairs(index, frame));
    let of_frames = of_frames.filter_map(|(_, store)| store);
    let mut seen = FxHashSet::default();
    let all = of_resources.chain(of_frames);
    all.filter(|&store| index.graph.kind(store) == NodeKind::Object && seen.insert(store))
        .collect()
}

impl Keeper {
    fn of(index: &Index, node: NodeIx) -> Self {
        let function = match index.known(node) {
            KnownName::Timeout => callback::function_at(index, node, KnownName::OnTimeout),
            KnownName::Promise => awaited_by(index, node),
            _ => None,
        };
        Self {
            class: index.class_key(node),
            function,
            node,
        }
    }

    fn text(&self, index: &Index) -> String {
        let function = self
            .function
            .map(|function| callback::name(index, function));
        match (index.known(self.node), function) {
            (KnownName::Timeout, Some(function)) => format!("timers of {function}"),
            (KnownName::Timeout, None) => "timers".into(),
            (KnownName::Promise, Some(function)) => format!("promises that {function} waits for"),
            (KnownName::Promise, None) => "promises".into(),
            _ => {
                if let Some(handle) = open_handle(index, self.node) {
                    return format!("{} kept open by Node", wtf8::lossy(handle));
                }
                let held = holder::holder(index, self.node);
                let held = held.map_or(String::new(), |edge| {
                    format!(", {}", holder::text(index, edge))
                });
                format!("{}{held}", index.class_text(self.node))
            }
        }
    }
}
