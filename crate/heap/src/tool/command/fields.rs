//! `fields`: what an object refers to, with the values of strings and numbers.

use heap::{NodeIx, Snapshot, Value};
use serde_json::json;

use super::paths::find;
use crate::{
    Arguments, Failure, load,
    object::{self, as_json, reference_json},
    output::{self, counted, line, name},
};

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let [file] = arguments.files()?;
    let object = arguments.object()?;
    let known = ["file", "name", "retained", "shallow", "distance"];
    let sort = object::sort(arguments.sort.as_deref(), &known, "")?;
    let snapshot = load::snapshot(file, arguments)?;
    let node = find(&snapshot, object, file)?;
    let page = snapshot.fields(node, sort, arguments.range());
    if arguments.json {
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
