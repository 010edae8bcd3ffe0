//! `timeline`: when, and by which functions, what is still alive was allocated.

mod function;

use std::{cmp::Reverse, path::Path};

use heap::{AllocationRow, Frame, Snapshot, Stacks, intervals};
use serde_json::{Value, json};

use super::paths::find;
use crate::{
    Arguments, Failure, load,
    output::{self, line, text},
    table::{Cell, Table, grouped},
};

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let [file] = arguments.files()?;
    let order = order(arguments.sort.as_deref())?;
    let snapshot = load::snapshot(file, arguments)?;
    if !arguments.objects.is_empty() {
        return stack(&snapshot, arguments, file);
    }
    if let Some(name) = &arguments.function {
        return function::answer(&snapshot, name, arguments, file);
    }
    let moments = intervals(&snapshot).map_err(Failure::heap(file))?;
    let functions = functions(&snapshot, order, arguments, file)?;
    if arguments.json {
        let moments: Vec<Value> = moments
            .iter()
            .map(|moment| json!({ "time": moment.time, "lastId": moment.last_id.0, "alive": moment.alive }))
            .collect();
        let functions: Vec<Value> = functions.iter().map(row).collect();
        return output::json(&json!({ "intervals": moments, "functions": functions }));
    }
    let most = moments
        .iter()
        .map(|moment| moment.alive)
        .max()
        .unwrap_or(0)
        .max(1);
    let sizes = moments.iter().map(|moment| moment.alive);
    let alive = sizes.fold(0, u64::saturating_add);
    let mut out = format!(
        "{} bytes allocated while it was recorded are still alive\n\n",
        grouped(alive)
    );
    let mut table = Table::new(&["Until (s)", "Still alive", ""]);
    for moment in moments
        .iter()
        .filter(|moment| moment.alive > 0)
        .skip(arguments.from)
        .take(arguments.top)
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
            "Live count",
            "Live size",
            "Count",
            "Size",
            "Place",
        ]);
        for function in &functions {
            table.row(vec![
                function_name(&function.frame).into(),
                function.live_count.into(),
                function.live_size.into(),
                function.count.into(),
                function.size.into(),
                place(&function.frame).into(),
            ]);
        }
        out.push('\n');
        out.push_str(&table.text());
    }
    output::print(&out)
}

/// The stack at which one object was made.
fn stack(snapshot: &Snapshot, arguments: &Arguments, file: &Path) -> Result<(), Failure> {
    let node = find(snapshot, arguments.object()?, file)?;
    let stacks = Stacks::new(snapshot).map_err(Failure::heap(file))?;
    let frames = stacks.stack(node, arguments.range());
    if arguments.json {
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
fn functions(
    snapshot: &Snapshot,
    order: fn(&AllocationRow) -> Reverse<u64>,
    arguments: &Arguments,
    file: &Path,
) -> Result<Vec<AllocationRow>, Failure> {
    if snapshot.graph().traces().is_empty() {
        return Ok(Vec::new());
    }
    let stacks = Stacks::new(snapshot).map_err(Failure::heap(file))?;
    let mut rows = stacks.tops().to_vec();
    rows.sort_by_key(order);
    Ok(rows
        .into_iter()
        .skip(arguments.from)
        .take(arguments.top)
        .collect())
}

fn order(column: Option<&str>) -> Result<fn(&AllocationRow) -> Reverse<u64>, Failure> {
    Ok(match column {
        None | Some("live-size") => |row| Reverse(row.live_size),
        Some("live-count") => |row| Reverse(row.live_count),
        Some("size") => |row| Reverse(row.size),
        Some("count") => |row| Reverse(row.count),
        Some(other) => {
            let known = "live-size, live-count, size or count";
            return Err(Failure::usage(format!("no column `{other}`: {known}")));
        }
    })
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
