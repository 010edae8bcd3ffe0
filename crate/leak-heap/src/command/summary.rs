//! `summary`: constructors, and the objects of one.

use std::{
    cmp::{Ordering, Reverse},
    path::PathBuf,
};

use clap::{Args, ValueEnum};

use heap::{ClassRow, Filter, ObjectId, Passing, Realm, Snapshot, Sort, format, wtf8};
use serde_json::{Value, json};

use crate::{
    Failure,
    argument::{self, Reading, Rows},
    load, object,
    output::{self, counted, line, text},
    table::{Table, distance, share},
};

/// Realms that are printed.
const REALMS: usize = 10;

#[derive(Args, Debug)]
pub(crate) struct Asked {
    /// A heap file
    file: PathBuf,
    /// The objects of one constructor instead
    #[arg(long, value_name = "NAME")]
    class: Option<String>,
    /// Only what this lets through, as the Memory tab's filter
    #[arg(long, value_name = "NAME", value_enum, default_value_t = Filtered::All, conflicts_with = "between")]
    filter: Filtered,
    /// Only objects with ids above @A up to and with @B, such as @12..@34
    #[arg(long, value_name = "@A..@B", value_parser = range)]
    between: Option<[ObjectId; 2]>,
    /// By which column; `count` is of constructors, `id` of objects
    #[arg(long, value_name = "COLUMN", value_enum, default_value_t = Column::Retained)]
    sort: Column,
    #[command(flatten)]
    rows: Rows,
    #[command(flatten)]
    reading: Reading,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Column {
    Retained,
    Shallow,
    Count,
    Distance,
    Name,
    Id,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Filtered {
    All,
    DuplicatedStrings,
    Detached,
    Console,
    EventHandlers,
    Contexts,
    Unreached,
}

pub(crate) fn run(asked: &Asked) -> Result<(), Failure> {
    let file = &asked.file;
    let filter = filter(asked);
    if let Some(class) = &asked.class {
        let sort = object_order(asked.sort)?;
        let snapshot = load::snapshot(file, asked.reading)?;
        return objects(&snapshot, class, &snapshot.filter(&filter), sort, asked);
    }
    let order = order(asked.sort)?;
    let snapshot = load::snapshot(file, asked.reading)?;
    let mut rows = snapshot.rows_filtered(&snapshot.filter(&filter));
    rows.sort_by(order);
    classes(&snapshot, &rows, asked)
}

fn classes(snapshot: &Snapshot, rows: &[ClassRow], asked: &Asked) -> Result<(), Failure> {
    let total = snapshot.total_size();
    let shown = rows.iter().skip(asked.rows.from).take(asked.rows.top);
    let statistics = snapshot.statistics();
    let names = snapshot.class_names();
    let (unreached, unreached_bytes) = snapshot.unreached();
    let realms = snapshot.realms();
    if asked.reading.json() {
        let list: Vec<Value> = shown
            .map(|row| {
                json!({
                    "name": text(&row.name), "shown": text(names.shown(&row.key, &row.name)), "key": text(&row.key), "count": row.count, "distance": row.distance,
                    "shallow": row.shallow, "retained": row.retained,
                })
            })
            .collect();
        return output::json(&json!({
            "total": total, "count": rows.len(), "classes": list,
            "realms": realms.iter().map(|realm| realm_json(snapshot, realm)).collect::<Value>(),
            "unreached": { "count": unreached, "bytes": unreached_bytes },
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
            line(names.shown(&row.key, &row.name), 60).into(),
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
         code {}, strings {}, arrays {}, typed arrays {}, system {}, native {}\n\
         no root reaches {}, {} bytes{}\n\n",
        format::number(total),
        counted(graph.node_count().into(), "object"),
        counted(graph.edge_count().into(), "reference"),
        counted(rows.len() as u64, "constructor"),
        format::number(statistics.code),
        format::number(statistics.strings),
        format::number(statistics.js_arrays),
        format::number(statistics.typed_arrays),
        format::number(statistics.system),
        format::number(statistics.native),
        counted(unreached, "object"),
        format::number(unreached_bytes),
        match unreached {
            0 => "",
            _ => " (--filter unreached)",
        },
    );
    output::print(&(heading + &realms_text(snapshot, &realms) + &table.text()))
}

/// Each with what it alone keeps alive.
fn realms_text(snapshot: &Snapshot, realms: &[Realm]) -> String {
    if realms.len() < 2 {
        return String::new();
    }
    let mut table = Table::new(&["Realm", "Object", "Objects of its own", "Bytes"]);
    for realm in realms.iter().take(REALMS) {
        table.row(vec![
            line(&realm.name, 60).into(),
            output::id(snapshot, realm.context).into(),
            realm.objects.map_or("?".into(), Into::into),
            realm.bytes.map_or("?".into(), Into::into),
        ]);
    }
    let count = counted(realms.len() as u64, "realm");
    format!("{count}\n{}\n", table.text())
}

fn realm_json(snapshot: &Snapshot, realm: &Realm) -> Value {
    json!({
        "id": snapshot.graph().id(realm.context).0, "name": text(&realm.name),
        "objects": realm.objects, "bytes": realm.bytes,
    })
}

fn objects(
    snapshot: &Snapshot,
    class: &str,
    passing: &Passing,
    sort: Sort,
    asked: &Asked,
) -> Result<(), Failure> {
    let rows = snapshot.rows();
    let names = snapshot.class_names();
    let meant = names.meant(
        class.as_bytes(),
        rows.iter().map(|row| (&row.key[..], &row.name[..])),
    );
    if meant.is_empty() {
        return Err(Failure::heap(&asked.file)(snapshot.no_class(class)));
    }
    let classes: Vec<u32> = meant.iter().map(|&at| rows[at].class).collect();
    if let [_, _, ..] = meant[..] {
        let shown = meant
            .iter()
            .map(|&at| names.shown(&rows[at].key, &rows[at].name));
        object::note_several(shown);
    }
    let page = snapshot.instances_of(&classes, passing, sort, asked.rows.range());
    object::print(snapshot, &page, false, asked.reading.json())
}

fn filter(asked: &Asked) -> Filter {
    if let Some([after, up_to]) = asked.between {
        return Filter::AllocatedBetween { after, up_to };
    }
    match asked.filter {
        Filtered::All => Filter::All,
        Filtered::DuplicatedStrings => Filter::DuplicatedStrings,
        Filtered::Detached => Filter::DetachedDom,
        Filtered::Console => Filter::Console,
        Filtered::EventHandlers => Filter::EventHandlers,
        Filtered::Contexts => Filter::Contexts,
        Filtered::Unreached => Filter::Unreached,
    }
}

/// `@12..@34`
fn range(text: &str) -> Result<[ObjectId; 2], String> {
    let (after, up_to) = text
        .split_once("..")
        .ok_or("a range is two numbers, such as @12..@34")?;
    Ok([argument::object(after)?, argument::object(up_to)?])
}

fn order(column: Column) -> Result<fn(&ClassRow, &ClassRow) -> Ordering, Failure> {
    Ok(match column {
        Column::Retained => |a, b| Reverse(a.retained).cmp(&Reverse(b.retained)),
        Column::Shallow => |a, b| Reverse(a.shallow).cmp(&Reverse(b.shallow)),
        Column::Count => |a, b| Reverse(a.count).cmp(&Reverse(b.count)),
        Column::Distance => |a, b| a.distance.cmp(&b.distance),
        Column::Name => |a, b| wtf8::utf16_order(&a.name, &b.name),
        Column::Id => {
            return Err(Failure::usage(
                "constructors have no ids: --class NAME lists objects",
            ));
        }
    })
}

fn object_order(column: Column) -> Result<Sort, Failure> {
    Ok(match column {
        Column::Retained => Sort::descending(heap::Column::Retained),
        Column::Shallow => Sort::descending(heap::Column::Shallow),
        Column::Distance => Sort::ascending(heap::Column::Distance),
        Column::Name => Sort::ascending(heap::Column::Name),
        Column::Id => Sort::ascending(heap::Column::Id),
        Column::Count => return Err(Failure::usage("one object has no count")),
    })
}
