//! `strings`: texts that are in the heap more than once.

use std::path::PathBuf;

use clap::Args;
use heap::StringColumn;
use heap::format;
use serde_json::{Value, json};

use crate::{
    Failure,
    argument::{Reading, Rows},
    load,
    output::{self, counted, line, text},
    table::Table,
};

#[derive(Args, Debug)]
pub(crate) struct Asked {
    /// A heap file
    file: PathBuf,
    #[command(flatten)]
    rows: Rows,
    #[command(flatten)]
    reading: Reading,
}

pub(crate) fn run(asked: &Asked) -> Result<(), Failure> {
    let file = &asked.file;
    let snapshot = load::snapshot(file, asked.reading)?;
    let page = snapshot.duplicate_strings(StringColumn::Wasted, asked.rows.range());
    let wasted = snapshot.wasted_by_duplicates();
    if asked.reading.json() {
        let groups: Vec<Value> = page
            .rows
            .iter()
            .map(|row| {
                json!({
                    "value": text(&row.value), "count": row.count, "shallow": row.shallow,
                    "retained": row.retained, "wasted": row.wasted,
                })
            })
            .collect();
        return output::json(&json!({ "wasted": wasted, "count": page.total, "groups": groups }));
    }
    let mut table = Table::new(&["Text", "Count", "Shallow size", "Could be saved"]);
    for row in &page.rows {
        table.row(vec![
            line(&row.value, 60).into(),
            row.count.into(),
            row.shallow.into(),
            row.wasted.into(),
        ]);
    }
    let heading = format!(
        "{} several times; {} bytes could be saved\n\n",
        counted(page.total.into(), "text"),
        format::number(wasted)
    );
    output::print(&(heading + &table.text()))
}
