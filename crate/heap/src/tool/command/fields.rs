//! `fields`: what an object refers to, with the values of strings and numbers.

use heap::{Column, NodeIx, Snapshot, Sort, Value};
use serde_json::json;

use super::{paths::find, retainers::object_json};
use crate::{
    Arguments, Failure, load,
    output::{self, counted, line, name, text},
    table::{Table, distance},
};

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let [file] = arguments.files()?;
    let object = arguments.object()?;
    let sort = match arguments.sort.as_deref() {
        None | Some("file") => Sort::ascending(Column::File),
        Some("name") => Sort::ascending(Column::Name),
        Some("retained") => Sort::descending(Column::Retained),
        Some("shallow") => Sort::descending(Column::Shallow),
        Some("distance") => Sort::ascending(Column::Distance),
        Some(other) => {
            let known = "file, name, retained, shallow or distance";
            return Err(Failure::usage(format!("no column `{other}`: {known}")));
        }
    };
    let snapshot = load::snapshot(file, arguments)?;
    let node = find(&snapshot, object, file)?;
    let page = snapshot.fields(node, sort, arguments.range());
    if arguments.json {
        let fields: Vec<_> = page
            .rows
            .iter()
            .map(|row| {
                let mut field = object_json(&snapshot, row.node);
                field["reference"] = text(&snapshot.edge_name(row.edge));
                field["referenceKind"] = snapshot.graph().edge_kind(row.edge).name().into();
                field
            })
            .collect();
        let object = object_json(&snapshot, node);
        return output::json(&json!({ "object": object, "count": page.total, "fields": fields }));
    }
    let mut table = Table::new(&[
        "Reference",
        "Object",
        "Value",
        "Distance",
        "Shallow size",
        "Retained size",
    ]);
    for row in &page.rows {
        table.row(vec![
            line(&snapshot.edge_label(row.edge), 40).into(),
            output::id(&snapshot, row.node).into(),
            shown(&snapshot, row.node).into(),
            distance(row.distance),
            snapshot.shallow_size(row.node).into(),
            snapshot.retained_size(row.node).into(),
        ]);
    }
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
