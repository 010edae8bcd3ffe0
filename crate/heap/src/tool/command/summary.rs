//! `summary`: constructors, and the objects of one.

use std::cmp::{Ordering, Reverse};

use heap::{ClassRow, Filter, Passing, Snapshot, Sort, wtf8};
use serde_json::{Value, json};

use crate::{
    Arguments, Failure, load, object,
    output::{self, counted, line, text},
    table::{Table, distance, grouped, share},
};

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let [file] = arguments.files()?;
    let filter = filter(arguments)?;
    if let Some(class) = &arguments.class {
        let sort = object::sort(
            arguments.sort.as_deref(),
            &["retained", "shallow", "distance", "name", "id"],
            " of objects",
        )?;
        let snapshot = load::snapshot(file, arguments)?;
        return objects(&snapshot, class, &snapshot.filter(&filter), sort, arguments);
    }
    let order = order(arguments.sort.as_deref())?;
    let snapshot = load::snapshot(file, arguments)?;
    let mut rows = snapshot.rows_filtered(&snapshot.filter(&filter));
    rows.sort_by(order);
    classes(&snapshot, &rows, arguments)
}

fn classes(snapshot: &Snapshot, rows: &[ClassRow], arguments: &Arguments) -> Result<(), Failure> {
    let total = snapshot.total_size();
    let shown = rows.iter().skip(arguments.from).take(arguments.top);
    let statistics = snapshot.statistics();
    if arguments.json {
        let list: Vec<Value> = shown
            .map(|row| {
                json!({
                    "name": text(&row.name), "key": text(&row.key), "count": row.count, "distance": row.distance,
                    "shallow": row.shallow, "retained": row.retained,
                })
            })
            .collect();
        return output::json(&json!({
            "total": total, "count": rows.len(), "classes": list,
            "statistics": {
                "code": statistics.code, "strings": statistics.strings, "jsArrays": statistics.js_arrays,
                "typedArrays": statistics.typed_arrays, "system": statistics.system,
                "native": statistics.native, "v8": statistics.v8,
            },
        }));
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
        "{} bytes, {}, {}, {}\n\
         code {}, strings {}, arrays {}, typed arrays {}, system {}, native {}\n\n",
        grouped(total),
        counted(graph.node_count().into(), "object"),
        counted(graph.edge_count().into(), "reference"),
        counted(rows.len() as u64, "constructor"),
        grouped(statistics.code),
        grouped(statistics.strings),
        grouped(statistics.js_arrays),
        grouped(statistics.typed_arrays),
        grouped(statistics.system),
        grouped(statistics.native),
    );
    output::print(&(heading + &table.text()))
}

fn objects(
    snapshot: &Snapshot,
    class: &str,
    passing: &Passing,
    sort: Sort,
    arguments: &Arguments,
) -> Result<(), Failure> {
    // Several constructors can have one name, but only one has a key.
    let rows = || snapshot.rows().iter();
    let found = rows().find(|row| row.key == class.as_bytes());
    let Some(row) = found.or_else(|| rows().find(|row| row.name == class.as_bytes())) else {
        let error = heap::Error::new(heap::Code::NoSuchClass, format!("no constructor `{class}`"));
        return Err(Failure::heap(&arguments.files[0])(error));
    };
    let page = snapshot.instances(row.class, passing, sort, arguments.range());
    object::print(snapshot, &page, false, arguments.json)
}

fn filter(arguments: &Arguments) -> Result<Filter, Failure> {
    if let Some([after, up_to]) = arguments.between {
        if arguments.filter.is_some() {
            return Err(Failure::usage("--filter and --between exclude each other"));
        }
        return Ok(Filter::AllocatedBetween { after, up_to });
    }
    Ok(match arguments.filter.as_deref() {
        None | Some("all") => Filter::All,
        Some("duplicated-strings") => Filter::DuplicatedStrings,
        Some("detached") => Filter::DetachedDom,
        Some("console") => Filter::Console,
        Some("event-handlers") => Filter::EventHandlers,
        Some("contexts") => Filter::Contexts,
        Some(other) => {
            let known = "all, duplicated-strings, detached, console, event-handlers or contexts";
            return Err(Failure::usage(format!("no filter `{other}`: {known}")));
        }
    })
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
