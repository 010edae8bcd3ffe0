//! `retainers`: who refers to an object, and what dominates it.

use serde_json::{Value, json};

use super::paths::find;
use crate::{
    Arguments, Failure, load,
    object::{self, as_json, reference_json},
    output::{self, counted, line, name},
    table::grouped,
};

/// Dominators that are printed.
const CHAIN: usize = 20;

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let [file] = arguments.files()?;
    let object = arguments.object()?;
    let known = ["distance", "retained", "shallow", "name"];
    let sort = object::sort(arguments.sort.as_deref(), &known, "")?;
    let snapshot = load::snapshot(file, arguments)?;
    let node = find(&snapshot, object, file)?;
    let ignored = arguments.ignore.iter().map(|&id| find(&snapshot, id, file));
    let ignored = snapshot.ignoring(&ignored.collect::<Result<Vec<_>, _>>()?);
    let page = snapshot.retainers_of(node, ignored.as_ref(), sort, arguments.range());
    let chain = snapshot.dominators(node);
    if arguments.json {
        let retainers: Vec<Value> = page
            .rows
            .iter()
            .map(|row| reference_json(&snapshot, row))
            .collect();
        let dominators: Vec<Value> = chain
            .iter()
            .skip(1)
            .map(|&node| as_json(&snapshot, node))
            .collect();
        return output::json(&json!({
            "object": as_json(&snapshot, node), "count": page.total,
            "retainers": retainers, "dominators": dominators,
        }));
    }
    let shown = |node| line(&name(&snapshot, node), 40);
    let table = object::references(&snapshot, &page.rows, "Name", shown);
    let dominators: Vec<String> = chain
        .iter()
        .skip(1)
        .take(CHAIN)
        .map(|&node| {
            format!(
                "  {} {}\n",
                line(&name(&snapshot, node), 60),
                output::id(&snapshot, node)
            )
        })
        .collect();
    output::print(&format!(
        "{} {}: {}\n\n{}\nDominators, the nearest first ({}):\n{}",
        line(&name(&snapshot, node), 60),
        output::id(&snapshot, node),
        counted(page.total.into(), "retainer"),
        table.text(),
        grouped(chain.len() as u64 - 1),
        dominators.concat()
    ))
}
