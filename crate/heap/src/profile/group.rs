//! Sums over all nodes of one function, or of one script.

use super::{By, Profile, Sort, page::page};
use crate::Page;
use crate::wtf8::utf16_order;
use std::{cmp::Ordering, ops::Range};

/// A function's sums over the whole tree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FunctionRow {
    /// The call frame.
    pub frame: u32,
    /// Its sums.
    pub sums: Sums,
}

/// A script's sums over the whole tree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScriptRow<'a> {
    /// The URL; empty for all that has none.
    pub url: &'a [u8],
    /// Its sums.
    pub sums: Sums,
}

/// Sums over a group of nodes. Sizes are estimates, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sums {
    /// Own size of all nodes of the group.
    pub own: f64,
    /// Total size of those nodes of the group that are not below another one of it: recursion counts once per stack.
    pub total: f64,
    /// How many nodes.
    pub nodes: u32,
    /// How many samples are theirs; 0 if the file has no samples.
    pub samples: u32,
}

impl Profile {
    /// The functions, sorted: those rows at `range` that have any bytes.
    ///
    /// The head is no function and is left out, as in DevTools' "Heavy (bottom up)", whose first level this is.
    pub fn functions(&self, sort: Sort, range: Range<usize>) -> Page<FunctionRow> {
        let sums = self.group(self.frames.len(), |frame| frame);
        let rows = (0..)
            .zip(sums)
            .map(|(frame, sums)| FunctionRow { frame, sums });
        let rows = rows.filter(|row| row.sums.total > 0.0).collect();
        page(rows, range, |a, b| {
            let name = |row: &FunctionRow| self.frames.label(row.frame);
            let order = sort.sums((name(a), &a.sums), (name(b), &b.sums));
            order.then(a.frame.cmp(&b.frame))
        })
    }

    /// The scripts by URL, sorted: those rows at `range` that have any bytes. The head is left out.
    pub fn scripts(&self, sort: Sort, range: Range<usize>) -> Page<ScriptRow<'_>> {
        let sums = self.group(self.frames.text_count(), |frame| self.frames.get(frame).url);
        let rows = (0..).zip(sums).map(|(text, sums)| ScriptRow {
            url: self.frames.text(text),
            sums,
        });
        let rows = rows.filter(|row| row.sums.total > 0.0).collect();
        page(rows, range, |a: &ScriptRow, b: &ScriptRow| {
            let order = sort.sums((a.url, &a.sums), (b.url, &b.sums));
            order.then_with(|| utf16_order(a.url, b.url))
        })
    }

    /// The sums of each of `count` groups; `group` tells the one of a frame.
    fn group(&self, count: usize, group: impl Fn(u32) -> u32) -> Vec<Sums> {
        let nodes = &self.nodes;
        let mut sums = vec![Sums::default(); count];
        // Where the subtree of the group's last outermost node ends: what begins before it is inside of that one.
        let mut covered = vec![0; count];
        for node in 1..nodes.len() {
            let group = group(nodes.frame[node]) as usize;
            let sums = &mut sums[group];
            sums.nodes += 1;
            sums.own += nodes.own[node];
            if let Some(samples) = &self.samples {
                sums.samples += samples.per_node[node];
            }
            if node as u32 >= covered[group] {
                covered[group] = nodes.end[node];
                sums.total += nodes.total[node];
            }
        }
        sums
    }
}

impl Sort {
    fn sums(self, a: (&[u8], &Sums), b: (&[u8], &Sums)) -> Ordering {
        self.direct(match self.by {
            By::Total => a.1.total.total_cmp(&b.1.total),
            By::Own => a.1.own.total_cmp(&b.1.own),
            By::Name => utf16_order(a.0, b.0),
        })
    }
}
