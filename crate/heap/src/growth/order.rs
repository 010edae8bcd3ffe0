//! Causes first: what goes with another line's objects is that line's symptom.

use std::cmp::Reverse;

use super::line::Line;
use crate::{Certainty, NodeIx, Pattern, Snapshot};

/// A line of which one part in so many goes with another's objects is its symptom.
const PART: u64 = 2;
const NOBODY: u16 = u16::MAX;

/// A line that stands for itself, with what came with it.
struct Head {
    line: Line,
    /// Bytes of its objects that no head before it has.
    own: u64,
    symptoms: Vec<Line>,
    /// Whether it is a part of what a heavier one explains.
    is_part: bool,
}

impl Head {
    fn new(line: Line, own: u64) -> Self {
        Self {
            line,
            own,
            symptoms: Vec::new(),
            is_part: false,
        }
    }

    /// What its objects explain.
    fn take(&mut self, symptom: Line) {
        match symptom.pattern {
            Pattern::GrowingObject => {}
            _ => return self.symptoms.push(symptom),
        }
        self.line.gained = self.line.gained.max(symptom.gained);
        if self.line.note.is_empty() {
            self.line.note = symptom.note;
        }
    }

    /// A list of listeners is said by the listeners, and what keeps stores by the stores.
    fn with_the_cause_first(mut self) -> Self {
        let gained = self.line.gained;
        let is_as_heavy = |symptom: &Line| symptom.is_cause && symptom.gained / 4 >= gained / 5;
        let are_stores =
            |symptom: &Line| symptom.pattern == Pattern::AsyncStores && is_as_heavy(symptom);
        let is_better = |symptom: &Line| {
            symptom.pattern.has_parts() && !are_stores(symptom) && is_as_heavy(symptom)
        };
        if matches!(
            self.line.pattern,
            Pattern::Timers | Pattern::OpenHandles | Pattern::PendingPromises
        ) && let Some(stores) = self.symptoms.iter().position(are_stores)
        {
            let note = std::mem::take(&mut self.line.note);
            self.line = self.symptoms.remove(stores);
            self.line.note = note;
            self.line.gained = self.line.gained.max(gained);
        }
        if matches!(
            self.line.pattern,
            Pattern::GrowingCollection
                | Pattern::KeyedCache
                | Pattern::LinkedList
                | Pattern::Trees
                | Pattern::Realms
        ) && let Some(better) = self.symptoms.iter().position(is_better)
        {
            let note = std::mem::take(&mut self.line.note);
            std::mem::swap(&mut self.line, &mut self.symptoms[better]);
            self.line.note = note;
            self.line.gained = self.line.gained.max(gained);
        }
        let mut said = self.line.objects.clone();
        if self.line.pattern.calls() {
            let alike = |symptom: &&Line| symptom.pattern == self.line.pattern;
            said.extend(
                self.symptoms
                    .iter()
                    .filter(alike)
                    .flat_map(|line| &line.objects),
            );
        }
        said.sort_unstable();
        self.symptoms.retain(|symptom| {
            // A tree is told of where nothing else says what it hangs on.
            if symptom.pattern == Pattern::Trees {
                return false;
            }
            let again = |entry: &&NodeIx| said.binary_search(entry).is_ok();
            let again = symptom.entries.iter().filter(again).count();
            again == 0 || again < symptom.entries.len() / 2
        });
        self
    }
}

/// The lines that stand for themselves, then their symptoms. What says the same again is left out.
pub(super) fn ordered(snapshot: &Snapshot, mut lines: Vec<Line>) -> Vec<Line> {
    // A tree that something new holds came with that.
    lines.retain(|line| line.pattern != Pattern::Trees || line.is_cause);
    lines.sort_by_key(|line| (line.pattern == Pattern::GrowingObject, rank(line)));
    let mut owner = vec![NOBODY; snapshot.graph.node_count() as usize];
    let mut heads: Vec<Head> = Vec::new();
    for line in lines {
        let (whole, shared) = shares(snapshot, &line.gone, &owner, heads.len());
        let most = (0..shared.len()).max_by_key(|&head| shared[head]);
        let together = shared
            .iter()
            .fold(0_u64, |sum, &part| sum.saturating_add(part));
        match most {
            Some(head) if shared[head] > whole / PART => heads[head].take(line),
            // Most of it belongs to several: these explain it.
            Some(_) if together > whole / PART && line.pattern == Pattern::GrowingObject => {}
            Some(head) if together > whole / PART => heads[head].take(line),
            _ if heads.len() < usize::from(NOBODY) => {
                let number = heads.len() as u16;
                let free = line
                    .gone
                    .iter()
                    .filter(|node| owner[node.0 as usize] == NOBODY);
                let free: Vec<NodeIx> = free.copied().collect();
                for node in &free {
                    owner[node.0 as usize] = number;
                }
                if line.pattern == Pattern::GrowingObject {
                    for (head, &shared) in heads.iter_mut().zip(&shared) {
                        head.is_part |= shared > head.own / PART;
                    }
                }
                heads.push(Head::new(line, whole - together));
            }
            _ => {}
        }
    }
    let heads = heads.into_iter().map(Head::with_the_cause_first);
    let (mut first, mut behind) = (Vec::new(), Vec::new());
    for head in heads {
        if head.is_part {
            &mut behind
        } else {
            &mut first
        }
        .push(head.line);
        behind.extend(head.symptoms);
    }
    first.sort_by_key(rank);
    behind.sort_by_key(rank);
    first.append(&mut behind);
    first
}

/// Bytes of these objects, and how many of them belong to each head.
fn shares(snapshot: &Snapshot, gone: &[NodeIx], owner: &[u16], heads: usize) -> (u64, Vec<u64>) {
    let (mut whole, mut shared) = (0_u64, vec![0_u64; heads]);
    for node in gone {
        let size = snapshot.shallow_size(*node);
        whole = whole.saturating_add(size);
        if let Some(head) = shared.get_mut(usize::from(owner[node.0 as usize])) {
            *head = head.saturating_add(size);
        }
    }
    (whole, shared)
}

fn rank(line: &Line) -> (bool, Certainty, Reverse<u64>, Reverse<u64>) {
    let count = Reverse(line.objects.len() as u64);
    // A tree is one line for many places, not for a single one that explains as much.
    let gained = match line.pattern {
        Pattern::Trees => line.gained - line.gained / 10,
        _ => line.gained,
    };
    (!line.is_cause, line.certainty, Reverse(gained), count)
}
