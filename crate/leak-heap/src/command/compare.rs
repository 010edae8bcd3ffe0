//! `compare`: two files as the Memory tab does, three, or any number in order.

mod gate;
mod series;

use std::{cmp::Reverse, path::PathBuf};

use clap::{Args, ValueEnum};

use heap::{
    Comparison, ComparisonRow, Selection, Snapshot, Sort, format, made_between_and_still_there,
    wtf8,
};
use serde_json::{Value, json};

use crate::{
    Failure,
    argument::{Reading, Rows},
    load,
    output::{self, counted, line, name, text},
    table::{Table, signed},
};

#[derive(Args, Debug)]
#[command(
    after_help = "Of two files: the Memory tab's Comparison. Of three and more: what grew at every step, then which constructors (those that grow
by the same number first) and which collections. Of three: what was made between the first and the second and is
still there in the third."
)]
pub(crate) struct Asked {
    /// The file taken first
    before: PathBuf,
    /// The next one
    after: PathBuf,
    /// Later ones, in the order in which they were taken
    more: Vec<PathBuf>,
    /// Exit code 3 if there are more objects of that class at the end; `*` is any class (several times)
    #[arg(long, value_name = "CLASS")]
    fail_on_growth: Vec<String>,
    /// The objects that came and went of one constructor
    #[arg(long, value_name = "NAME")]
    class: Option<String>,
    /// By which column
    #[arg(long, value_name = "COLUMN", value_enum, default_value_t = Column::Size)]
    sort: Column,
    #[command(flatten)]
    rows: Rows,
    #[command(flatten)]
    reading: Reading,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Column {
    Size,
    Count,
    Name,
}

impl Asked {
    fn last(&self) -> &PathBuf {
        self.more.last().unwrap_or(&self.after)
    }
}

pub(crate) fn run(asked: &Asked) -> Result<(), Failure> {
    let two = [asked.before.clone(), asked.after.clone()];
    let snapshots = load::snapshots(&[&two, &asked.more[..]].concat(), asked.reading)?;
    let (first, last) = (&snapshots[0], &snapshots[snapshots.len() - 1]);
    let comparison = Comparison::new(first, last);
    let answer = match (&asked.class, &snapshots[..]) {
        (Some(class), _) => objects(&comparison, class, asked)?,
        (None, [_, _]) => rows(&comparison, order(asked.sort), asked),
        (None, [one, two, three]) => {
            let stayed = made_between_and_still_there(one, two, three);
            both(
                series::answer(&snapshots, asked),
                stayed_rows(&stayed, asked),
            )
        }
        _ => series::answer(&snapshots, asked),
    };
    answer.print(asked)?;
    gate::check(
        &comparison,
        &asked.fail_on_growth,
        &asked.last().display().to_string(),
    )
}

/// The same for people and for programs.
struct Answer {
    text: String,
    json: Value,
}

impl Answer {
    fn print(&self, asked: &Asked) -> Result<(), Failure> {
        if asked.reading.json() {
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

fn order(column: Column) -> Sorted {
    match column {
        Column::Size => |rows| rows.sort_by_key(|row| Reverse(row.size_delta())),
        Column::Count => |rows| rows.sort_by_key(|row| Reverse(row.count_delta())),
        Column::Name => |rows| rows.sort_by(|a, b| wtf8::utf16_order(&a.name, &b.name)),
    }
}

fn rows(comparison: &Comparison<&Snapshot>, sort: Sorted, asked: &Asked) -> Answer {
    let mut rows: Vec<&ComparisonRow> = comparison.rows().iter().collect();
    sort(&mut rows);
    let count = rows.len();
    let shown: Vec<_> = rows
        .into_iter()
        .skip(asked.rows.from)
        .take(asked.rows.top)
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
            format::number(before),
            format::number(after),
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
    asked: &Asked,
) -> Result<Answer, Failure> {
    let rows = || comparison.rows().iter();
    let found = rows().find(|row| row.key == class.as_bytes());
    let row = found.or_else(|| rows().find(|row| row.name == class.as_bytes()));
    let key = row.map_or_else(|| class.as_bytes().to_vec(), |row| row.key.clone());
    let failed = || Failure::heap(asked.last());
    let added = comparison
        .added(
            &key,
            Sort::descending(heap::Column::Retained),
            asked.rows.range(),
        )
        .map_err(failed())?;
    let removed = comparison
        .removed(
            &key,
            Sort::descending(heap::Column::Retained),
            asked.rows.range(),
        )
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
        format::number(removed.total.into())
    );
    Ok(Answer {
        text: heading + &table.text(),
        json,
    })
}

fn stayed_rows(stayed: &Selection<&Snapshot>, asked: &Asked) -> Answer {
    let mut rows: Vec<_> = stayed.rows().iter().collect();
    rows.sort_by_key(|row| Reverse(row.retained));
    let shown: Vec<_> = rows
        .into_iter()
        .skip(asked.rows.from)
        .take(asked.rows.top)
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
