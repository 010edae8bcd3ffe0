//! `summary`: constructors, and the objects of one.

use std::cmp::{Ordering, Reverse};

use heap::{ClassRow, wtf8};
use serde_json::json;

use crate::{
    Arguments, Failure, load,
    output::{self, line, text},
    table::{Table, distance, grouped, share},
};

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let [file] = arguments.files()?;
    let order = order(arguments.sort.as_deref())?;
    let snapshot = load::snapshot(file, arguments)?;
    let mut rows: Vec<&ClassRow> = snapshot.rows().iter().collect();
    rows.sort_by(|a, b| order(a, b));
    let total = snapshot.total_size();
    let count = rows.len();
    let shown = rows.into_iter().skip(arguments.from).take(arguments.top);
    if arguments.json {
        let rows: Vec<_> = shown
            .map(|row| {
                json!({
                    "name": text(&row.name), "key": text(&row.key), "count": row.count, "distance": row.distance,
                    "shallow": row.shallow, "retained": row.retained,
                })
            })
            .collect();
        return output::json(&json!({ "total": total, "count": count, "classes": rows }));
    }
    let mut table = Table::new(&[
        "Constructor",
        "Count",
        "Distance",
        "Shallow size",
        "",
        "Retained size",
        "",
    ]);
    for row in shown {
        table.row(vec![
            line(&row.name, 60).into(),
            row.count.into(),
            distance(row.distance),
            row.shallow.into(),
            share(row.shallow, total),
            row.retained.into(),
            share(row.retained, total),
        ]);
    }
    let graph = snapshot.graph();
    let heading = format!(
        "{} bytes, {} objects, {} references, {count} constructors\n\n",
        grouped(total),
        grouped(graph.node_count().into()),
        grouped(graph.edge_count().into())
    );
    output::print(&(heading + &table.text()))
}

type Order = fn(&ClassRow, &ClassRow) -> Ordering;

fn order(column: Option<&str>) -> Result<Order, Failure> {
    Ok(match column {
        None | Some("retained") => |a, b| Reverse(a.retained).cmp(&Reverse(b.retained)),
        Some("shallow") => |a, b| Reverse(a.shallow).cmp(&Reverse(b.shallow)),
        Some("count") => |a, b| Reverse(a.count).cmp(&Reverse(b.count)),
        Some("distance") => |a, b| a.distance.cmp(&b.distance),
        Some("name") => |a, b| wtf8::utf16_order(&a.name, &b.name),
        Some(other) => {
            let known = "retained, shallow, count, distance or name";
            return Err(Failure::usage(format!("no column `{other}`: {known}")));
        }
    })
}
