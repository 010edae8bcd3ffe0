//! What belongs to objects of a pattern so closely that it goes with them.

use super::{Pattern, begun, callback, index::Index};
use crate::NodeIx;

/// The objects, with the functions that they call, or what stands for them in a script.
pub(crate) fn parts(index: &Index, pattern: Pattern, objects: &[NodeIx]) -> Vec<NodeIx> {
    let each = objects.iter();
    let mut parts = objects.to_vec();
    if pattern.calls() {
        parts.extend(each.filter_map(|&node| callback::function_called(index, node)));
    } else if pattern == Pattern::OpenHandles {
        parts.extend(each.filter_map(|&node| index.wrapper(node)));
    } else if pattern == Pattern::AsyncStores {
        parts.extend(each.filter_map(|&node| begun::keeper(index, node)));
    }
    parts
}
