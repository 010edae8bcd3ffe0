//! `retainers`: who refers to an object, and what dominates it.

use std::path::PathBuf;

use clap::Args;
use heap::{ObjectId, Sort, format, story};
use serde_json::{Value, json};

use super::paths::find;
use crate::{
    Failure,
    argument::{self, Reading, Rows},
    load,
    object::{self, as_json, reference_json},
    output::{self, counted, line, name},
};

/// Dominators that are printed.
const CHAIN: usize = 20;
/// Characters of a sentence.
const WIDTH: usize = 160;

#[derive(Args, Debug)]
pub(crate) struct Asked {
    /// A heap file
    file: PathBuf,
    /// The object, such as @1234
    #[arg(value_name = "@ID", value_parser = argument::object)]
    object: ObjectId,
    /// Distances as if that retainer were not there (several times)
    #[arg(long, value_name = "@ID", value_parser = argument::object)]
    ignore: Vec<ObjectId>,
    /// By which column
    #[arg(long, value_name = "COLUMN", default_value = "distance",
        value_parser = object::sort(&["distance", "retained", "shallow", "name"]))]
    sort: Sort,
    #[command(flatten)]
    rows: Rows,
    #[command(flatten)]
    reading: Reading,
}

pub(crate) fn run(asked: &Asked) -> Result<(), Failure> {
    let file = &asked.file;
    let snapshot = load::snapshot(file, asked.reading)?;
    let node = find(&snapshot, asked.object, file)?;
    let ignored = asked.ignore.iter().map(|&id| find(&snapshot, id, file));
    let ignored = snapshot.ignoring(&ignored.collect::<Result<Vec<_>, _>>()?);
    let page = snapshot.retainers_of(node, ignored.as_ref(), asked.sort, asked.rows.range());
    let chain = snapshot.dominators(node);
    if asked.reading.json() {
        let retainers: Vec<Value> = page
            .rows
            .iter()
            .map(|row| {
                let mut value = reference_json(&snapshot, row);
                value["told"] = story::holder(&snapshot, row.edge).into();
                value
            })
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
    let told: Vec<String> = page
        .rows
        .iter()
        .map(|row| {
            let told = story::holder(&snapshot, row.edge);
            format!(
                "  {}  {}\n",
                output::id(&snapshot, row.node),
                line(told.as_bytes(), WIDTH)
            )
        })
        .collect();
    let told = match &told[..] {
        [] => String::new(),
        _ => format!("In words:\n{}\n", told.concat()),
    };
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
        "{} {}: {}\n\n{}\n{told}Dominators, the nearest first ({}):\n{}",
        line(&name(&snapshot, node), 60),
        output::id(&snapshot, node),
        counted(page.total.into(), "retainer"),
        table.text(),
        format::number(chain.len() as u64 - 1),
        dominators.concat()
    ))
}
