//! `compare`: two files as the Memory tab does, three, or any number in order.

mod gate;
mod series;

use std::cmp::Reverse;

use heap::{
    Column, Comparison, ComparisonRow, Selection, Snapshot, Sort, made_between_and_still_there,
    wtf8,
};
use serde_json::{Value, json};

use crate::{
    Arguments, Failure, load,
    output::{self, counted, line, name, text},
    table::{Table, grouped, signed},
};

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    if arguments.files.len() < 2 {
        return Err(Failure::usage(
            "this question is about two files or more, in the order in which they were taken",
        ));
    }
    let order = order(arguments.sort.as_deref())?;
    let snapshots = load::snapshots(arguments)?;
    let (first, last) = (&snapshots[0], &snapshots[snapshots.len() - 1]);
    let comparison = Comparison::new(first, last);
    let answer = match (&arguments.class, &snapshots[..]) {
        (Some(class), _) => objects(&comparison, class, arguments)?,
        (None, [_, _]) => rows(&comparison, order, arguments),
        (None, [one, two, three]) => {
            let stayed = made_between_and_still_there(one, two, three);
            both(
                stayed_rows(&stayed, arguments),
                series::answer(&snapshots, arguments),
            )
        }
        _ => series::answer(&snapshots, arguments),
    };
    answer.print(arguments)?;
    gate::check(
        &comparison,
        &arguments.fail_on_growth,
        &last_name(&arguments.files),
    )
}

/// The same for people and for programs.
struct Answer {
    text: String,
    json: Value,
}

impl Answer {
    fn print(&self, arguments: &Arguments) -> Result<(), Failure> {
        if arguments.json {
            output::json(&self.json)
        } else {
            output::print(&self.text)
        }
    }
}

fn both(first: Answer, second: Answer) -> Answer {
    let mut json = first.json;
    if let (Value::Object(members), Value::Object(more)) = (&mut json, second.json) {
        members.extend(more);
    }
    Answer {
        text: format!("{}\n{}", first.text, second.text),
        json,
    }
}

type Sorted = fn(&mut [&ComparisonRow]);

fn order(column: Option<&str>) -> Result<Sorted, Failure> {
    Ok(match column {
        None | Some("size") => |rows| rows.sort_by_key(|row| Reverse(row.size_delta())),
        Some("count") => |rows| rows.sort_by_key(|row| Reverse(row.count_delta())),
        Some("name") => |rows| rows.sort_by(|a, b| wtf8::utf16_order(&a.name, &b.name)),
        Some(other) => {
            return Err(Failure::usage(format!(
                "no column `{other}`: size, count or name"
            )));
        }
    })
}

fn rows(comparison: &Comparison<&Snapshot>, sort: Sorted, arguments: &Arguments) -> Answer {
    let mut rows: Vec<&ComparisonRow> = comparison.rows().iter().collect();
    sort(&mut rows);
    let count = rows.len();
    let shown: Vec<_> = rows
        .into_iter()
        .skip(arguments.from)
        .take(arguments.top)
        .collect();
    let mut table = Table::new(&[
        "Constructor",
        "# New",
        "# Deleted",
        "# Delta",
        "Alloc. size",
        "Freed size",
        "Size delta",
    ]);
    for row in &shown {
        table.row(vec![
            line(&row.name, 60).into(),
            row.added_count.into(),
            row.removed_count.into(),
            signed(row.count_delta()),
            row.added_size.into(),
            row.removed_size.into(),
            signed(row.size_delta()),
        ]);
    }
    let classes: Vec<Value> = shown
        .iter()
        .map(|row| {
            json!({
                "name": text(&row.name), "key": text(&row.key),
                "addedCount": row.added_count, "removedCount": row.removed_count, "countDelta": row.count_delta(),
                "addedSize": row.added_size, "removedSize": row.removed_size, "sizeDelta": row.size_delta(),
            })
        })
        .collect();
    let (before, after) = (
        comparison.before().total_size(),
        comparison.after().total_size(),
    );
    let delta = signed(after.wrapping_sub(before).cast_signed());
    Answer {
        text: format!(
            "{} bytes, then {}: {}; {} with differences\n\n{}",
            grouped(before),
            grouped(after),
            delta.text(),
            counted(count as u64, "constructor"),
            table.text()
        ),
        json: json!({ "before": before, "after": after, "count": count, "classes": classes }),
    }
}

fn objects(
    comparison: &Comparison<&Snapshot>,
    class: &str,
    arguments: &Arguments,
) -> Result<Answer, Failure> {
    let rows = || comparison.rows().iter();
    let found = rows().find(|row| row.key == class.as_bytes());
    let row = found.or_else(|| rows().find(|row| row.name == class.as_bytes()));
    let key = row.map_or_else(|| class.as_bytes().to_vec(), |row| row.key.clone());
    let failed = || Failure::heap(&arguments.files[arguments.files.len() - 1]);
    let added = comparison
        .added(&key, Sort::descending(Column::Retained), arguments.range())
        .map_err(failed())?;
    let removed = comparison
        .removed(&key, Sort::descending(Column::Retained), arguments.range())
        .map_err(failed())?;
    let mut table = Table::new(&["", "Object", "Name", "Shallow size", "Retained size"]);
    let mut list = |mark: &'static str,
                    snapshot: &Snapshot,
                    nodes: &[heap::NodeIx]|
     -> Vec<Value> {
        nodes
            .iter()
            .map(|&node| {
                let (shallow, retained) = (snapshot.shallow_size(node), snapshot.retained_size(node));
                let name = name(snapshot, node);
                table.row(vec![mark.into(), output::id(snapshot, node).into(), line(&name, 60).into(), shallow.into(), retained.into()]);
                json!({ "id": snapshot.graph().id(node).0, "shallow": shallow, "retained": retained })
            })
            .collect()
    };
    let json = json!({
        "addedCount": added.total, "removedCount": removed.total,
        "added": list("+", comparison.after(), &added.rows),
        "removed": list("−", comparison.before(), &removed.rows),
    });
    let heading = format!(
        "{} new, {} deleted\n\n",
        counted(added.total.into(), "object"),
        grouped(removed.total.into())
    );
    Ok(Answer {
        text: heading + &table.text(),
        json,
    })
}

fn stayed_rows(stayed: &Selection<&Snapshot>, arguments: &Arguments) -> Answer {
    let mut rows: Vec<_> = stayed.rows().iter().collect();
    rows.sort_by_key(|row| Reverse(row.retained));
    let shown: Vec<_> = rows
        .into_iter()
        .skip(arguments.from)
        .take(arguments.top)
        .collect();
    let mut table = Table::new(&[
        "Made between the first two, still there",
        "Count",
        "Shallow size",
        "Retained size",
    ]);
    for row in &shown {
        table.row(vec![
            line(&row.name, 60).into(),
            row.count.into(),
            row.shallow.into(),
            row.retained.into(),
        ]);
    }
    let classes: Vec<Value> = shown
        .iter()
        .map(|row| json!({ "name": text(&row.name), "count": row.count, "shallow": row.shallow, "retained": row.retained }))
        .collect();
    Answer {
        text: table.text(),
        json: json!({ "stillThere": classes }),
    }
}

fn last_name(files: &[std::path::PathBuf]) -> String {
    files
        .last()
        .map(|path| path.display().to_string())
        .unwrap_or_default()
}
