//! Objects of a pattern, grouped by what they have in common.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::{Evidence, Finding, Pattern, holder::holder, index::Index};
use crate::{EdgeIx, NodeIx};

/// Findings in the making: objects by what they have in common.
pub(crate) struct FindingGroups<'a> {
    index: &'a Index<'a>,
    list: Vec<FindingGroup>,
    by_key: FxHashMap<u64, usize>,
}

/// Objects with the same key.
pub(crate) struct FindingGroup {
    pub(crate) key: u64,
    pub(crate) objects: Vec<NodeIx>,
    /// Bytes; counted once.
    pub(crate) retained: u64,
    /// What holds them, if the pattern knows better than by looking at the heaviest object.
    edge: Option<EdgeIx>,
    /// Bytes that are known otherwise than by retained sizes.
    bytes: Option<u64>,
}

/// What a finding sums up.
pub(crate) struct Sum {
    pub(crate) count: u64,
    pub(crate) retained: u64,
    pub(crate) groups: u64,
}

impl<'a> FindingGroups<'a> {
    pub(crate) fn new(index: &'a Index<'a>) -> Self {
        let (list, by_key) = (Vec::new(), FxHashMap::default());
        Self {
            index,
            list,
            by_key,
        }
    }

    fn group(&mut self, key: u64) -> &mut FindingGroup {
        let next = self.list.len();
        let at = *self.by_key.entry(key).or_insert(next);
        if at == next {
            self.list.push(FindingGroup {
                key,
                objects: Vec::new(),
                retained: 0,
                edge: None,
                bytes: None,
            });
        }
        &mut self.list[at]
    }

    pub(crate) fn add(&mut self, key: u64, object: NodeIx) {
        self.group(key).objects.push(object);
    }

    /// The edge to show for the group.
    pub(crate) fn point(&mut self, key: u64, edge: EdgeIx) {
        self.group(key).edge = Some(edge);
    }

    /// Bytes of an object that count instead of what it retains.
    pub(crate) fn weigh(&mut self, key: u64, bytes: u64) {
        let sum = &mut self.group(key).bytes;
        *sum = Some(sum.unwrap_or(0).saturating_add(bytes));
    }

    /// The groups that are more than usual, or all if none is; nothing if there are none.
    pub(crate) fn finding(
        self,
        pattern: Pattern,
        is_notable: impl Fn(&FindingGroup) -> bool,
        title: impl FnOnce(&Sum) -> String,
        label: impl Fn(&FindingGroup) -> String,
    ) -> Option<Finding> {
        let index = self.index;
        let mut groups = self.list;
        for group in &mut groups {
            group.retained = match group.bytes {
                Some(bytes) => bytes,
                None => index.retained(&group.objects),
            };
        }
        let notable = groups.iter().any(&is_notable);
        if notable {
            groups.retain(&is_notable);
        }
        groups.sort_by_key(|group| Reverse(group.retained));
        let mut objects: Vec<NodeIx> = groups
            .iter()
            .flat_map(|group| &group.objects)
            .copied()
            .collect();
        let retained = if groups.iter().any(|group| group.bytes.is_some()) {
            groups
                .iter()
                .fold(0_u64, |sum, group| sum.saturating_add(group.retained))
        } else {
            index.retained(&objects)
        };
        sort(index, &mut objects);
        let sum = Sum {
            count: objects.len() as u64,
            retained,
            groups: groups.len() as u64,
        };
        let shown = groups.iter().take(Finding::MOST_EVIDENCE);
        let evidence: Vec<Evidence> = shown
            .filter_map(|group| evidence(index, group, label(group)))
            .collect();
        if evidence.is_empty() {
            return None;
        }
        Some(Finding {
            pattern,
            title: title(&sum),
            count: sum.count,
            retained,
            is_notable: notable,
            more_evidence: sum.groups - evidence.len() as u64,
            evidence,
            objects,
        })
    }
}

impl FindingGroup {
    pub(crate) fn count(&self) -> u64 {
        self.objects.len() as u64
    }

    /// The first one found.
    pub(crate) fn first(&self) -> NodeIx {
        self.objects[0]
    }
}

fn evidence(index: &Index, group: &FindingGroup, label: String) -> Option<Evidence> {
    let heaviest = |node: &&NodeIx| (index.snapshot.retained_size(**node), Reverse(node.0));
    let node = *group.objects.iter().max_by_key(heaviest)?;
    Some(Evidence {
        label,
        node,
        edge: group.edge.or_else(|| holder(index, node)),
        count: group.count(),
        retained: group.retained,
    })
}

fn sort(index: &Index, objects: &mut [NodeIx]) {
    objects.sort_unstable_by_key(|&node| (Reverse(index.snapshot.retained_size(node)), node));
}
