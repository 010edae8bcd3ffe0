//! What a script made, told from what V8 and the browser make of their own accord while it runs.

use crate::{NodeIx, NodeKind, Snapshot};

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
pub(super) struct Made<'a> {
    snapshot: &'a Snapshot,
    /// Places of the dominator tree's order from and to which all is V8's or the browser's, ascending and apart.
    others: Vec<(u32, u32)>,
    /// Bytes of those before each place of that order; at the end, of all.
    before: Vec<u64>,
}

impl<'a> Made<'a> {
    pub(super) fn new(snapshot: &'a Snapshot) -> Self {
        let (graph, places) = (&snapshot.graph, snapshot.places());
        let roles: Vec<Role> = graph.strings.iter().map(Role::of).collect();
        let mut before = vec![0; graph.node_count() as usize + 1];
        let mut special = Vec::new();
        for (node, &place) in graph.nodes().zip(places) {
            let name = graph.nodes.name[node.0 as usize];
            match roles.get(name as usize) {
                None | Some(Role::Other) => {}
                Some(&role) => special.push((place, role)),
            }
            if !is_of_v8(graph.kind(node)) {
                before[place as usize] = snapshot.shallow_size(node);
            }
        }
        special.sort_unstable_by_key(|(place, _)| *place);
        let others = others(snapshot, &special);
        for &(from, end) in &others {
            before[from as usize..end as usize].fill(0);
        }
        let mut bytes = 0_u64;
        for before in &mut before {
            let own = std::mem::replace(before, bytes);
            bytes = bytes.saturating_add(own);
        }
        Self {
            snapshot,
            others,
            before,
        }
    }

    pub(super) fn has(&self, node: NodeIx) -> bool {
        let place = self.snapshot.places()[node.0 as usize];
        let behind = self.others.partition_point(|&(from, _)| from <= place);
        let is_inside = behind > 0 && place < self.others[behind - 1].1;
        !is_inside && !is_of_v8(self.snapshot.graph.kind(node))
    }

    /// Of what the object retains, the bytes that a script made.
    pub(super) fn retained(&self, node: NodeIx) -> u64 {
        self.retained_at(self.snapshot.places()[node.0 as usize])
    }

    /// Of the object at a place of the dominator tree's order.
    pub(super) fn retained_at(&self, place: u32) -> u64 {
        let end = place + self.snapshot.tree.span[place as usize];
        self.before[end as usize] - self.before[place as usize]
    }
}

/// What boilerplates and the records of a timeline dominate. `special` are places in their order.
fn others(snapshot: &Snapshot, special: &[(u32, Role)]) -> Vec<(u32, u32)> {
    let (mut timeline_ends, mut others) = (0, Vec::<(u32, u32)>::new());
    for &(place, role) in special {
        let end = place + snapshot.tree.span[place as usize];
        let is_inside = others.last().is_some_and(|&(_, end)| place < end);
        match role {
            Role::Timeline => timeline_ends = end.max(timeline_ends),
            Role::Record if place >= timeline_ends => {}
            Role::Record | Role::Boilerplate if !is_inside => others.push((place, end)),
            _ => {}
        }
    }
    others
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
