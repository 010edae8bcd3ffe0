//! Realms: windows, frames, contexts of `node:vm`, each with globals and built-ins of its own.

use std::cmp::Reverse;

use crate::{
    NodeIx, Snapshot,
    ground::bits::Bits,
    limits::MAX_REALMS_WEIGHED,
    text::{script::follow, stem::stem},
};

/// V8's native context with what belongs to it alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Realm {
    /// `system / NativeContext`.
    pub context: NodeIx,
    /// Its global object, where the file says it.
    pub global: Option<NodeIx>,
    /// The address, where the file knows it, else the class of the global object; WTF-8.
    pub name: Vec<u8>,
    /// Objects that only this realm keeps alive; none beyond [`crate::limits::MAX_REALMS_WEIGHED`].
    pub objects: Option<u64>,
    /// Their bytes.
    pub bytes: Option<u64>,
}

/// What the native context and the global object are called.
const CONTEXT: &[u8] = b"system / NativeContext";
const PROXY: &[&[u8]] = &[b"global_proxy_object"];

impl Snapshot {
    /// The realms, the one with most bytes first.
    ///
    /// A realm's size is what would go if its native context, its global object and the proxy of that were let go together: what
    /// other realms, the browser or V8's roots hold as well is nobody's. `DevTools` attributes more (every object to the realm
    /// whose map it has); that rule is not applied here, so sizes of realms need not add up to the heap.
    pub fn realms(&self) -> Vec<Realm> {
        let contexts = self.native_contexts();
        let mut realms: Vec<Realm> = contexts.map(|node| self.realm(node)).collect();
        for realm in realms.iter_mut().take(MAX_REALMS_WEIGHED) {
            let proxy = follow(&self.graph, realm.context, PROXY);
            let parts = [Some(realm.context), realm.global, proxy];
            let own = self.release(&parts.into_iter().flatten().collect::<Vec<_>>());
            realm.objects = Some(own.count() as u64);
            realm.bytes = Some(own.bytes());
        }
        realms.sort_by_key(|realm| (Reverse(realm.bytes), realm.context));
        realms
    }

    fn native_contexts(&self) -> impl Iterator<Item = NodeIx> + '_ {
        let graph = &self.graph;
        let names = (0..).zip(graph.strings.iter());
        let names = names.filter(|(_, text)| is_context(text));
        let names = Bits::of(graph.strings.len(), names.map(|(name, _)| name));
        let nodes = graph.nodes().zip(&graph.nodes.name);
        nodes
            .filter(move |(_, name)| names.has(**name))
            .map(|(node, _)| node)
    }

    fn realm(&self, context: NodeIx) -> Realm {
        let graph = &self.graph;
        // Node 20 has the global object as the extension.
        let global = follow(graph, context, &[b"global_object"])
            .or_else(|| follow(graph, context, &[b"extension"]));
        let address = |node: NodeIx| {
            let name = graph.raw_name(node);
            name.strip_prefix(stem(name))?.strip_prefix(b" / ")
        };
        let name = match (address(context), global) {
            (Some(address), _) => address,
            (None, Some(global)) => {
                address(global).unwrap_or_else(|| without_tag(graph.raw_name(global)))
            }
            (None, None) => b"",
        };
        let name = name.to_vec();
        let (objects, bytes) = (None, None);
        Realm {
            context,
            global,
            name,
            objects,
            bytes,
        }
    }
}

/// Each string of a file that is opened is asked: its beginning is enough for nearly all.
fn is_context(name: &[u8]) -> bool {
    name.starts_with(CONTEXT) && stem(name) == CONTEXT
}

/// `Object` for `Object [JSGlobalObject]`.
fn without_tag(name: &[u8]) -> &[u8] {
    name.strip_suffix(b" [JSGlobalObject]").unwrap_or(name)
}
