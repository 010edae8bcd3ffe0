//! `fields`: what an object refers to, with the values of strings and numbers.

use std::path::PathBuf;

use clap::Args;
use heap::{NodeIx, ObjectId, Snapshot, Sort, Value};
use serde_json::json;

use super::paths::find;
use crate::{
    Failure,
    argument::{self, Reading, Rows},
    load,
    object::{self, as_json, reference_json},
    output::{self, counted, line, name},
};

#[derive(Args, Debug)]
pub(crate) struct Asked {
    /// A heap file
    file: PathBuf,
    /// The object, such as @1234
    #[arg(value_name = "@ID", value_parser = argument::object)]
    object: ObjectId,
    /// By which column
    #[arg(long, value_name = "COLUMN", default_value = "file",
        value_parser = object::sort(&["file", "name", "retained", "shallow", "distance"]))]
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
    let page = snapshot.fields(node, asked.sort, asked.rows.range());
    if asked.reading.json() {
        let fields: Vec<_> = page
            .rows
            .iter()
            .map(|row| reference_json(&snapshot, row))
            .collect();
        let object = as_json(&snapshot, node);
        return output::json(&json!({ "object": object, "count": page.total, "fields": fields }));
    }
    let shown = |node| shown(&snapshot, node);
    let table = object::references(&snapshot, &page.rows, "Value", shown);
    let title = line(&name(&snapshot, node), 60);
    let count = counted(page.total.into(), "reference");
    let id = output::id(&snapshot, node);
    output::print(&format!("{title} {id}: {count}\n\n{}", table.text()))
}

/// A string in quotes, a number or boolean as it is, of other objects the name.
fn shown(snapshot: &Snapshot, node: NodeIx) -> String {
    match snapshot.value(node) {
        Some(Value::String(text)) => format!("\"{}\"", line(&text, 48)),
        Some(Value::Number(text)) => line(text, 50),
        Some(Value::Boolean(value)) => value.to_string(),
        None => line(&name(snapshot, node), 50),
    }
}
