//! `retainers`: who refers to an object, and what dominates it.

use heap::{Column, NodeIx, Reference, Snapshot, Sort};
use serde_json::{Value, json};

use super::paths::find;
use crate::{
    Arguments, Failure, load,
    output::{self, counted, line, name, text},
    table::{Table, distance, grouped},
};

/// Dominators that are printed.
const CHAIN: usize = 20;

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let [file] = arguments.files()?;
    let object = arguments.object()?;
    let sort = match arguments.sort.as_deref() {
        None | Some("distance") => Sort::ascending(Column::Distance),
        Some("retained") => Sort::descending(Column::Retained),
        Some("shallow") => Sort::descending(Column::Shallow),
        Some("name") => Sort::ascending(Column::Name),
        Some(other) => {
            let known = "distance, retained, shallow or name";
            return Err(Failure::usage(format!("no column `{other}`: {known}")));
        }
    };
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
            .map(|row| reference(&snapshot, row))
            .collect();
        let dominators: Vec<Value> = chain
            .iter()
            .skip(1)
            .map(|&node| object_json(&snapshot, node))
            .collect();
        return output::json(&json!({
            "object": object_json(&snapshot, node), "count": page.total,
            "retainers": retainers, "dominators": dominators,
        }));
    }
    let mut table = Table::new(&[
        "Reference",
        "Object",
        "Name",
        "Distance",
        "Shallow size",
        "Retained size",
    ]);
    for row in &page.rows {
        table.row(vec![
            line(&snapshot.edge_label(row.edge), 40).into(),
            output::id(&snapshot, row.node).into(),
            line(&name(&snapshot, row.node), 40).into(),
            distance(row.distance),
            snapshot.shallow_size(row.node).into(),
            snapshot.retained_size(row.node).into(),
        ]);
    }
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

fn reference(snapshot: &Snapshot, row: &Reference) -> Value {
    let mut value = object_json(snapshot, row.node);
    value["reference"] = text(&snapshot.edge_name(row.edge));
    value["referenceKind"] = snapshot.graph().edge_kind(row.edge).name().into();
    value["distance"] = row.distance.into();
    value
}

/// An object's figures.
pub(crate) fn object_json(snapshot: &Snapshot, node: NodeIx) -> Value {
    json!({
        "id": snapshot.graph().id(node).0, "name": text(&snapshot.name(node)),
        "class": text(snapshot.class_name(node)), "kind": snapshot.graph().kind_name(node),
        "distance": snapshot.distance(node),
        "shallow": snapshot.shallow_size(node), "retained": snapshot.retained_size(node),
    })
}
