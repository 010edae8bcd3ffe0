//! Objects of a pattern, grouped by what they have in common.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::{Evidence, Finding, Pattern, holder::holder, index::Index, parts::parts};
use crate::{EdgeIx, NodeIx, format};

/// Groups in the making: objects by what they have in common.
pub(crate) struct FindingGroups<'a> {
    index: &'a Index<'a>,
    list: Vec<FindingGroup>,
    by_key: FxHashMap<u64, usize>,
}

/// Objects with the same key.
pub(crate) struct FindingGroup {
    /// The same in all files of one process.
    pub(crate) key: u64,
    pub(crate) objects: Vec<NodeIx>,
    /// Bytes; counted once.
    pub(crate) retained: u64,
    /// What holds them, if the pattern knows better than by looking at the heaviest object.
    edge: Option<EdgeIx>,
    /// To what they belong; what belongs to the same is weighed together.
    pub(crate) owner: Option<NodeIx>,
    /// Bytes that are known otherwise than by retained sizes.
    bytes: Option<u64>,
    /// How many there are, where that is not the number of objects.
    amount: Option<u64>,
}

/// What a finding sums up.
pub(crate) struct Sum {
    pub(crate) count: u64,
    pub(crate) retained: u64,
    pub(crate) groups: u64,
}

/// All groups of a pattern, and what to say of them.
pub(crate) struct Found<'a> {
    pub(crate) index: &'a Index<'a>,
    pub(crate) pattern: Pattern,
    pub(crate) groups: Vec<FindingGroup>,
    is_notable: Box<dyn Fn(&FindingGroup) -> bool + Send + Sync + 'a>,
    title: Box<dyn Fn(&Sum) -> String + Send + Sync + 'a>,
    label: Box<dyn Fn(&FindingGroup) -> String + Send + Sync + 'a>,
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
                owner: None,
                bytes: None,
                amount: None,
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

    /// To what the objects belong.
    pub(crate) fn belong(&mut self, key: u64, owner: NodeIx) {
        self.group(key).owner = Some(owner);
    }

    /// Bytes of an object that count instead of what it retains.
    pub(crate) fn weigh(&mut self, key: u64, bytes: u64) {
        let sum = &mut self.group(key).bytes;
        *sum = Some(sum.unwrap_or(0).saturating_add(bytes));
    }

    /// So many more, where objects are not what is counted.
    pub(crate) fn count(&mut self, key: u64, more: u64) {
        let amount = &mut self.group(key).amount;
        *amount = Some(amount.unwrap_or(0).saturating_add(more));
    }

    /// What was found; nothing if there are no groups.
    pub(crate) fn found(
        self,
        pattern: Pattern,
        is_notable: impl Fn(&FindingGroup) -> bool + Send + Sync + 'a,
        title: impl Fn(&Sum) -> String + Send + Sync + 'a,
        label: impl Fn(&FindingGroup) -> String + Send + Sync + 'a,
    ) -> Option<Found<'a>> {
        (!self.list.is_empty()).then(|| Found {
            index: self.index,
            pattern,
            groups: self.list,
            is_notable: Box::new(is_notable),
            title: Box::new(title),
            label: Box::new(label),
        })
    }
}

impl FindingGroup {
    /// How many there are.
    pub(crate) fn count(&self) -> u64 {
        self.amount.unwrap_or(self.objects.len() as u64)
    }

    /// The first one found.
    pub(crate) fn first(&self) -> NodeIx {
        self.objects[0]
    }

    /// The object that retains most.
    pub(crate) fn heaviest(&self, index: &Index) -> NodeIx {
        let weight = |node: &&NodeIx| (index.snapshot.retained_size(**node), Reverse(node.0));
        *self
            .objects
            .iter()
            .max_by_key(weight)
            .unwrap_or(&self.objects[0])
    }

    /// The edge that holds the heaviest.
    pub(crate) fn edge(&self, index: &Index) -> Option<EdgeIx> {
        self.edge.or_else(|| holder(index, self.heaviest(index)))
    }

    /// Whether its bytes lie outside of the objects.
    pub(crate) fn is_outside(&self) -> bool {
        self.bytes.is_some()
    }

    /// Bytes of so many of them, where they lie outside of the objects.
    pub(crate) fn bytes_of(&self, count: u64) -> u64 {
        let bytes = u128::from(self.bytes.unwrap_or(0)) * u128::from(count);
        (bytes / u128::from(self.count().max(1))) as u64
    }
}

impl Found<'_> {
    /// With the bytes of each group.
    pub(crate) fn weighed(mut self) -> Self {
        for group in &mut self.groups {
            group.retained = match group.bytes {
                Some(bytes) => bytes,
                None => self.index.retained(&group.objects),
            };
        }
        self
    }

    /// Whether it is more than usual in one file.
    pub(crate) fn is_notable(&self, group: &FindingGroup) -> bool {
        (self.is_notable)(group)
    }

    /// What the group is, without what it weighs.
    pub(crate) fn label(&self, group: &FindingGroup) -> String {
        (self.label)(group)
    }

    /// Some of its groups, with what each frees.
    pub(crate) fn finding(&self, groups: &[(&FindingGroup, u64)], is_notable: bool) -> Finding {
        let index = self.index;
        let (shown, groups): (_, Vec<&FindingGroup>) = (
            groups.iter().take(Finding::MOST_EVIDENCE),
            groups.iter().map(|(group, _)| *group).collect(),
        );
        let mut objects: Vec<NodeIx> = groups
            .iter()
            .flat_map(|group| &group.objects)
            .copied()
            .collect();
        let retained = if groups.iter().any(|group| group.is_outside()) {
            groups
                .iter()
                .fold(0_u64, |sum, group| sum.saturating_add(group.retained))
        } else {
            index.retained(&objects)
        };
        objects.sort_unstable_by_key(|&node| (Reverse(index.snapshot.retained_size(node)), node));
        let sum = Sum {
            count: objects.len() as u64,
            retained,
            groups: groups.len() as u64,
        };
        let evidence: Vec<Evidence> = shown
            .map(|(group, freed)| self.evidence(group, *freed))
            .collect();
        Finding {
            pattern: self.pattern,
            title: (self.title)(&sum),
            certainty: self.pattern.alone(),
            count: sum.count,
            retained,
            is_notable,
            more_evidence: sum.groups - evidence.len() as u64,
            evidence,
            objects,
        }
    }

    /// With the functions and with the other groups of the same owner.
    pub(crate) fn freed(&self, group: &FindingGroup) -> u64 {
        if group.is_outside() || group.owner.is_none() && !self.pattern.has_parts() {
            return group.retained;
        }
        let together = self.groups.iter().filter(|other| {
            other.key == group.key || group.owner.is_some() && other.owner == group.owner
        });
        let objects: Vec<NodeIx> = together.flat_map(|group| &group.objects).copied().collect();
        let parts = parts(self.index, self.pattern, &objects);
        self.index
            .snapshot
            .release(&parts)
            .bytes()
            .max(group.retained)
    }

    fn evidence(&self, group: &FindingGroup, freed: u64) -> Evidence {
        Evidence {
            label: format!("{}: {}", self.label(group), format::size(freed)),
            node: group.heaviest(self.index),
            edge: group.edge(self.index),
            count: group.objects.len() as u64,
            retained: group.retained,
            freed,
            steps: Vec::new(),
            gained: 0,
        }
    }
}
