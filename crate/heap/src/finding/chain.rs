//! What leads from object to object, one way each.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::NodeIx;

/// The chains of these references, each from its head on, every object in one of them; a ring begins anywhere. Of an object's
/// references the last counts.
pub(super) fn chains(links: impl Iterator<Item = (NodeIx, NodeIx)> + Clone) -> Vec<Vec<NodeIx>> {
    let mut next: FxHashMap<NodeIx, NodeIx> = links.clone().collect();
    let targets: FxHashSet<NodeIx> = links.clone().map(|(_, target)| target).collect();
    let heads = links.clone().map(|(node, _)| node);
    let heads = heads.filter(|node| !targets.contains(node));
    let rest = links.map(|(node, _)| node);
    let mut chains = Vec::new();
    for head in heads.chain(rest) {
        let mut chain = Vec::new();
        let mut at = head;
        while let Some(to) = next.remove(&at) {
            chain.push(at);
            at = to;
        }
        if chain.is_empty() {
            continue;
        }
        if at != head {
            chain.push(at);
        }
        chains.push(chain);
    }
    chains
}
