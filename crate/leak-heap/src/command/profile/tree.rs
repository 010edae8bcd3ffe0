//! `profile --tree`: who called whom, the heaviest first.

use heap::profile::{By, Profile, Sort};
use serde_json::{Value, json};

use super::Asked;
use crate::{
    Failure,
    output::{self, line, text},
    table::{Table, share},
};

/// Callees below this share of the whole are left out of the text.
const SHARE: f64 = 0.01;
/// Steps by which names are set in; deeper ones stand below each other.
const DEPTH: usize = 30;

pub(super) fn answer(profile: &Profile, asked: &Asked) -> Result<(), Failure> {
    let nodes = &profile.nodes;
    let whole = nodes.total.first().copied().unwrap_or(0.0);
    let least = if asked.common.json {
        0.0
    } else {
        whole * SHARE
    };
    let rows = heaviest(profile, least, asked.rows.range().end);
    let shown = rows.iter().skip(asked.rows.from);
    let frame = |node: u32| nodes.frame[node as usize];
    if asked.common.json {
        let calls: Vec<Value> = shown
            .map(|&(depth, node)| {
                json!({
                    "depth": depth, "name": text(profile.frames.label(frame(node))),
                    "url": text(profile.frames.url(frame(node))), "line": profile.frames.get(frame(node)).line,
                    "own": nodes.own[node as usize], "total": nodes.total[node as usize],
                })
            })
            .collect();
        return output::json(&json!({ "total": whole, "calls": calls }));
    }
    let mut table = Table::new(&["Total size", "", "Own size", "Function"]);
    for &(depth, node) in shown {
        let (own, total) = (
            nodes.own[node as usize] as u64,
            nodes.total[node as usize] as u64,
        );
        let name = line(profile.frames.label(frame(node)), 60);
        let set_in = "  ".repeat(depth.min(DEPTH));
        table.row(vec![
            total.into(),
            share(total, whole as u64),
            own.into(),
            format!("{set_in}{name}").into(),
        ]);
    }
    output::print(&table.text())
}

/// Depths and nodes in the order of a call tree; so many at most.
fn heaviest(profile: &Profile, least: f64, most: usize) -> Vec<(usize, u32)> {
    let mut rows = Vec::new();
    let mut waiting = vec![(0, 0)];
    while let Some((depth, node)) = waiting.pop() {
        if rows.len() == most || profile.nodes.is_empty() {
            break;
        }
        rows.push((depth, node));
        let callees = profile.children(node, Sort::descending(By::Total), 0..usize::MAX);
        let heavy = callees
            .rows
            .into_iter()
            .filter(|&node| profile.nodes.total[node as usize] >= least);
        let heavy: Vec<_> = heavy.map(|node| (depth + 1, node)).collect();
        waiting.extend(heavy.into_iter().rev());
    }
    rows
}
