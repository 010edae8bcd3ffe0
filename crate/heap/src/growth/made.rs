//! What a script made, told from what V8 and the browser make of their own accord while it runs.

use crate::{NodeIx, NodeKind, Snapshot, ground::bits::Bits};

/// Keeps records of what the browser did, each kind up to a bound of the browser's.
const TIMELINE: &[u8] = b"Performance";
/// These records. Marks and measures are a script's, and nothing bounds them.
const RECORDS: [&[u8]; 14] = [
    b"BackForwardCacheRestoration",
    b"LargestContentfulPaint",
    b"LayoutShift",
    b"LayoutShiftAttribution",
    b"PerformanceElementTiming",
    b"PerformanceEventTiming",
    b"PerformanceLongAnimationFrameTiming",
    b"PerformanceLongTaskTiming",
    b"PerformanceNavigationTiming",
    b"PerformancePaintTiming",
    b"PerformanceResourceTiming",
    b"PerformanceScriptTiming",
    b"TaskAttributionTiming",
    b"VisibilityStateEntry",
];
/// Keeps the first of many alike, which V8 copies.
const BOILERPLATE: &[u8] = b"system / AllocationSite";

/// Which objects of a snapshot a script made, and their bytes.
pub(super) struct Made {
    objects: Bits,
    /// Bytes of those before each place of the dominator tree's order; at the end, of all.
    before: Vec<u64>,
}

impl Made {
    pub(super) fn new(snapshot: &Snapshot) -> Self {
        let (graph, tree) = (&snapshot.graph, &snapshot.tree);
        let roles: Vec<Role> = graph.strings.iter().map(Role::of).collect();
        let mut made = Self {
            objects: Bits::new(graph.node_count() as usize),
            before: Vec::with_capacity(tree.order.len() + 1),
        };
        let (mut bytes, mut timeline_ends, mut own_ends) = (0_u64, 0, 0);
        for (place, (&node, &span)) in (0_u32..).zip(tree.order.iter().zip(&tree.span)) {
            made.before.push(bytes);
            let end = place + span;
            let role = roles.get(graph.nodes.name[node as usize] as usize);
            match role.copied().unwrap_or(Role::Other) {
                Role::Timeline => timeline_ends = end.max(timeline_ends),
                Role::Record if place < timeline_ends => own_ends = end.max(own_ends),
                Role::Boilerplate => own_ends = end.max(own_ends),
                Role::Record | Role::Other => {}
            }
            let node = NodeIx(node);
            if place >= own_ends && !is_of_v8(graph.kind(node)) {
                made.objects.set(node.0);
                bytes = bytes.saturating_add(snapshot.shallow_size(node));
            }
        }
        made.before.push(bytes);
        made
    }

    pub(super) fn has(&self, node: NodeIx) -> bool {
        self.objects.get(node.0)
    }

    /// Of what the object retains, the bytes that a script made.
    pub(super) fn retained(&self, snapshot: &Snapshot, node: NodeIx) -> u64 {
        let place = snapshot.places()[node.0 as usize] as usize;
        let end = place + snapshot.tree.span[place] as usize;
        self.before[end] - self.before[place]
    }
}

#[derive(Clone, Copy)]
enum Role {
    Timeline,
    Record,
    Boilerplate,
    Other,
}

impl Role {
    fn of(name: &[u8]) -> Self {
        let name = name.strip_prefix(b"Detached ").unwrap_or(name);
        let name = name.strip_prefix(b"blink::").unwrap_or(name);
        match name {
            TIMELINE => Self::Timeline,
            BOILERPLATE => Self::Boilerplate,
            _ if RECORDS.contains(&name) => Self::Record,
            _ => Self::Other,
        }
    }
}

/// Shapes and code come as functions warm up.
fn is_of_v8(kind: NodeKind) -> bool {
    matches!(
        kind,
        NodeKind::Hidden | NodeKind::Code | NodeKind::ObjectShape
    )
}
