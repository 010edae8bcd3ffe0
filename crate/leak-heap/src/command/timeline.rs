//! `timeline`: when, and by which functions, what is still alive was allocated.

mod function;

use std::{cmp::Reverse, path::PathBuf};

use clap::{Args, ValueEnum};

use heap::{AllocationRow, Frame, ObjectId, Origin, Snapshot, Stacks, TotalRow, format, intervals};
use serde_json::{Value, json};

use super::{
    package::{self, Packages},
    paths::find,
};
use crate::{
    Failure,
    argument::{self, Reading, Rows},
    load,
    output::{self, line, text},
    table::{Cell, Table},
};

#[derive(Args, Debug)]
#[command(
    after_help = "The application's own functions come first, then those of packages (folders below node_modules), of Node, and what the
engine brings along."
)]
pub(crate) struct Asked {
    /// A heap file
    file: PathBuf,
    /// The object whose stack is asked for, such as @1234
    #[arg(value_name = "@ID", value_parser = argument::object)]
    object: Option<ObjectId>,
    /// What that function allocated and is still there, by constructor, and who called it; of several of one name the first of the list
    #[arg(long, value_name = "NAME[:LINE]", conflicts_with = "object")]
    function: Option<String>,
    /// By which column: of functions
    #[arg(long, value_name = "COLUMN", value_enum, default_value_t = Column::LiveSize)]
    sort: Column,
    #[command(flatten)]
    rows: Rows,
    #[command(flatten)]
    reading: Reading,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Column {
    /// Bytes alive that it or what it called allocated
    LiveTotal,
    LiveSize,
    LiveCount,
    Size,
    Count,
}

pub(crate) fn run(asked: &Asked) -> Result<(), Failure> {
    let file = &asked.file;
    let snapshot = load::snapshot(file, asked.reading)?;
    if let Some(object) = asked.object {
        return stack(&snapshot, object, asked);
    }
    if let Some(name) = &asked.function {
        return function::answer(&snapshot, name, asked);
    }
    let moments = intervals(&snapshot).map_err(Failure::heap(file))?;
    let (packages, functions) = functions(&snapshot, asked)?;
    if asked.reading.json() {
        let moments: Vec<Value> = moments
            .iter()
            .map(|moment| json!({ "time": moment.time, "lastId": moment.last_id.0, "alive": moment.alive }))
            .collect();
        let functions: Vec<Value> = functions.iter().map(total_row).collect();
        return output::json(
            &json!({ "intervals": moments, "packages": packages.json(), "functions": functions }),
        );
    }
    // What the first moment has was there when the recording began.
    let (old, moments) = moments
        .split_first()
        .map_or((0, &[][..]), |(old, rest)| (old.alive, rest));
    let sizes = || moments.iter().map(|moment| moment.alive);
    let most = sizes().max().unwrap_or(0).max(1);
    let alive = sizes().fold(0, u64::saturating_add);
    let mut out = format!(
        "{} bytes allocated while it was recorded are still alive; {} were there before\n\n",
        format::number(alive),
        format::number(old)
    );
    let mut table = Table::new(&["Until (s)", "Still alive", ""]);
    for moment in moments
        .iter()
        .filter(|moment| moment.alive > 0)
        .skip(asked.rows.from)
        .take(asked.rows.top)
    {
        let bar = "█".repeat((u128::from(moment.alive) * 40).div_ceil(most.into()) as usize);
        table.row(vec![
            Cell::Number(format!("{:.2}", moment.time / 1000.0)),
            moment.alive.into(),
            bar.into(),
        ]);
    }
    out.push_str(&table.text());
    if !functions.is_empty() {
        let mut table = Table::new(&[
            "Function",
            "Live total",
            "Live count",
            "Live size",
            "Count",
            "Size",
            "Package",
            "Place",
        ]);
        for TotalRow {
            own: function,
            live_total,
        } in &functions
        {
            table.row(vec![
                function_name(&function.frame).into(),
                (*live_total).into(),
                function.live_count.into(),
                function.live_size.into(),
                function.count.into(),
                function.size.into(),
                package::shown(&whose(&function.frame)).into(),
                place(&function.frame).into(),
            ]);
        }
        out.push('\n');
        out.push_str(&packages.text("Live size"));
        out.push_str(&table.text());
    }
    output::print(&out)
}

/// The stack at which one object was made.
fn stack(snapshot: &Snapshot, object: ObjectId, asked: &Asked) -> Result<(), Failure> {
    let file = &asked.file;
    let node = find(snapshot, object, file)?;
    let stacks = Stacks::new(snapshot).map_err(Failure::heap(file))?;
    let frames = stacks.stack(node, asked.rows.range());
    if asked.reading.json() {
        return output::json(&json!({ "stack": frames.iter().map(frame).collect::<Vec<_>>() }));
    }
    if frames.is_empty() {
        return output::print(
            "It was there before the recording, or V8 itself made it: the file has no stack of it.\n",
        );
    }
    let lines = frames
        .iter()
        .map(|frame| format!("{}  {}\n", function_name(frame), place(frame)));
    output::print(&lines.collect::<String>())
}

/// None where no stacks were recorded.
fn functions(snapshot: &Snapshot, asked: &Asked) -> Result<(Packages, Vec<TotalRow>), Failure> {
    if snapshot.graph().traces().is_empty() {
        return Ok((Packages::of([].into_iter()), Vec::new()));
    }
    let stacks = Stacks::new(snapshot).map_err(Failure::heap(&asked.file))?;
    let rows = sorted(&stacks, asked.sort);
    let own = |row: &TotalRow| (whose(&row.own.frame), row.own.live_size);
    let packages = Packages::of(rows.iter().map(own));
    let rows = rows.into_iter().skip(asked.rows.from);
    Ok((packages, rows.take(asked.rows.top).collect()))
}

/// Functions that allocated or called those that did: the application's own, then packages', Node's and V8's; of each the most of
/// the column first.
fn sorted(stacks: &Stacks<&Snapshot>, column: Column) -> Vec<TotalRow> {
    let mut rows = stacks.totals();
    rows.retain(|row| row.own.count > 0 || row.live_total > 0);
    rows.sort_by_cached_key(|row| (whose(&row.own.frame).rank(), Reverse(value(row, column))));
    rows
}

fn whose(frame: &Frame) -> Origin {
    package::origin(&frame.script_name, &frame.name)
}

fn value(row: &TotalRow, column: Column) -> u64 {
    match column {
        Column::LiveTotal => row.live_total,
        Column::LiveSize => row.own.live_size,
        Column::LiveCount => row.own.live_count,
        Column::Size => row.own.size,
        Column::Count => row.own.count,
    }
}

fn total_row(total: &TotalRow) -> Value {
    let mut value = row(&total.own);
    value["package"] = whose(&total.own.frame).words().into();
    value["liveTotal"] = total.live_total.into();
    value
}

fn row(row: &AllocationRow) -> Value {
    let mut value = frame(&row.frame);
    for (key, number) in [
        ("liveCount", row.live_count),
        ("liveSize", row.live_size),
        ("count", row.count),
        ("size", row.size),
    ] {
        value[key] = number.into();
    }
    value
}

fn frame(frame: &Frame) -> Value {
    let location = frame.location;
    json!({
        "name": text(&frame.name), "script": text(&frame.script_name),
        "line": location.map(|location| location.line), "column": location.map(|location| location.column),
    })
}

/// As `DevTools` calls those without a name.
fn function_name(frame: &Frame) -> String {
    match &frame.name[..] {
        b"" => "(anonymous)".into(),
        name => line(name, 40),
    }
}

fn place(frame: &Frame) -> String {
    let script = line(&frame.script_name, 60);
    match frame.location {
        Some(location) if !script.is_empty() => format!("{script}:{}", location.line),
        _ => script,
    }
}
