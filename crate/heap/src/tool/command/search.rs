//! `search`: objects by a part of their name.

use heap::{Column, Filter, Search, Sort};
use serde_json::json;

use super::retainers::object_json;
use crate::{
    Arguments, Failure, load,
    output::{self, counted, line, name},
    table::{Table, distance},
};

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let [file] = arguments.files()?;
    let Some(wanted) = &arguments.text else {
        return Err(Failure::usage("say what to look for: --text TEXT"));
    };
    let snapshot = load::snapshot(file, arguments)?;
    let search = Search {
        text: wanted.as_bytes(),
        case_sensitive: false,
    };
    let all = snapshot.filter(&Filter::All);
    let page = snapshot.search(
        search,
        &all,
        Sort::descending(Column::Retained),
        arguments.range(),
    );
    if arguments.json {
        let objects: Vec<_> = page
            .rows
            .iter()
            .map(|&node| object_json(&snapshot, node))
            .collect();
        return output::json(&json!({ "count": page.total, "objects": objects }));
    }
    let mut table = Table::new(&[
        "Object",
        "Name",
        "Constructor",
        "Distance",
        "Shallow size",
        "Retained size",
    ]);
    for &node in &page.rows {
        table.row(vec![
            output::id(&snapshot, node).into(),
            line(&name(&snapshot, node), 60).into(),
            line(snapshot.class_name(node), 30).into(),
            distance(snapshot.distance(node)),
            snapshot.shallow_size(node).into(),
            snapshot.retained_size(node).into(),
        ]);
    }
    output::print(&format!(
        "{}\n\n{}",
        counted(page.total.into(), "object"),
        table.text()
    ))
}
