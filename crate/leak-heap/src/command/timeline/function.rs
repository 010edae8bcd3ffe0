//! `timeline --function`: what one function allocated that is still there, and who called it.

use std::cmp::Reverse;

use heap::{AllocationRow, Code, Error, Snapshot, Stacks, wtf8};
use serde_json::{Value, json};

use super::{Asked, function_name, place, row, sorted};
use crate::{
    Failure,
    output::{self, line, text},
    table::Table,
};

/// Whether the function has the name, or the name and the line.
fn is_meant(row: &AllocationRow, wanted: &str) -> bool {
    let name = &row.frame.name[..];
    let line = row.frame.location.map(|location| location.line.to_string());
    name == wanted.as_bytes()
        || wanted
            .rsplit_once(':')
            .is_some_and(|(wanted, at)| name == wanted.as_bytes() && line.as_deref() == Some(at))
}

pub(super) fn answer(snapshot: &Snapshot, wanted: &str, asked: &Asked) -> Result<(), Failure> {
    let file = &asked.file;
    let stacks = Stacks::new(snapshot).map_err(Failure::heap(file))?;
    let named: Vec<_> = sorted(&stacks, asked.sort)
        .into_iter()
        .map(|row| row.own)
        .filter(|row| is_meant(row, wanted))
        .collect();
    let Some(function) = named.first() else {
        let what = format!("no function `{wanted}` allocated anything");
        return Err(Failure::heap(file)(Error::new(Code::NotRecorded, what)));
    };
    if named.len() > 1 {
        let all: Vec<String> = named.iter().map(|row| place(&row.frame)).collect();
        output::warn(&format!(
            "note: {} functions have this name, at {}; this is the first of them. --function NAME:LINE takes another",
            named.len(),
            all.join(", ")
        ));
    }
    let path = [function.function];
    let objects = stacks.objects(&path).map_err(Failure::heap(file))?;
    let callers = stacks.callers(&path).map_err(Failure::heap(file))?;
    let mut rows = objects.rows().to_vec();
    rows.sort_by_key(|row| Reverse(row.retained));
    let shown = rows.iter().skip(asked.rows.from).take(asked.rows.top);
    let callers = [callers.single, callers.branching].concat();
    if asked.reading.json() {
        let classes: Vec<Value> = shown
            .map(|row| {
                json!({
                    "name": text(&row.name), "key": text(&row.key), "count": row.count,
                    "shallow": row.shallow, "retained": row.retained,
                })
            })
            .collect();
        let callers: Vec<Value> = callers.iter().take(asked.rows.top).map(row).collect();
        return output::json(
            &json!({ "function": row(function), "stillThere": classes, "callers": callers }),
        );
    }
    let mut classes = Table::new(&["Still there", "Count", "Shallow size", "Retained size"]);
    for row in shown {
        let name = line(&row.name, 60);
        classes.row(vec![
            name.into(),
            row.count.into(),
            row.shallow.into(),
            row.retained.into(),
        ]);
    }
    let mut called = Table::new(&[
        "Called by",
        "Live count",
        "Live size",
        "Count",
        "Size",
        "Place",
    ]);
    for caller in callers.iter().take(asked.rows.top) {
        called.row(vec![
            function_name(&caller.frame).into(),
            caller.live_count.into(),
            caller.live_size.into(),
            caller.count.into(),
            caller.size.into(),
            place(&caller.frame).into(),
        ]);
    }
    let name = wtf8::lossy(&function.frame.name);
    let place = place(&function.frame);
    output::print(&format!(
        "{name}  {place}\n\n{}\n{}",
        classes.text(),
        called.text()
    ))
}
