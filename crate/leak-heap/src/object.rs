//! Lists of objects and of references: how they are sorted, as tables, and as JSON.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use heap::{Column, NodeIx, Page, Reference, Snapshot, Sort};
use serde_json::{Value, json};

use crate::{
    Failure,
    output::{self, counted, line, name, text},
    table::{Cell, Table, distance},
};

/// What `--sort` takes, out of `known`.
pub(crate) fn sort(known: &[&'static str]) -> impl TypedValueParser<Value = Sort> {
    PossibleValuesParser::new(known).map(|column| match &*column {
        "name" => Sort::ascending(Column::Name),
        "id" => Sort::ascending(Column::Id),
        "distance" => Sort::ascending(Column::Distance),
        "shallow" => Sort::descending(Column::Shallow),
        "retained" => Sort::descending(Column::Retained),
        _ => Sort::ascending(Column::File),
    })
}

/// Objects with what tells them apart; `constructor` adds the column for lists of several.
pub(crate) fn print(
    snapshot: &Snapshot,
    page: &Page<NodeIx>,
    constructor: bool,
    json: bool,
) -> Result<(), Failure> {
    let rows = || page.rows.iter().copied();
    if json {
        let objects: Vec<Value> = rows().map(|node| as_json(snapshot, node)).collect();
        return output::json(&json!({ "count": page.total, "objects": objects }));
    }
    let mut headings = vec![
        "Object",
        "Name",
        "Distance",
        "Shallow size",
        "Retained size",
    ];
    if constructor {
        headings.insert(2, "Constructor");
    }
    let mut table = Table::new(&headings);
    for node in rows() {
        let mut cells: Vec<Cell> = vec![
            output::id(snapshot, node).into(),
            line(&name(snapshot, node), 60).into(),
            distance(snapshot.distance(node)),
            snapshot.shallow_size(node).into(),
            snapshot.retained_size(node).into(),
        ];
        if constructor {
            cells.insert(2, line(snapshot.class_name(node), 30).into());
        }
        table.row(cells);
    }
    let count = counted(page.total.into(), "object");
    output::print(&format!("{count}\n\n{}", table.text()))
}

/// Says that a name stands for several constructors, and how to ask for one.
pub(crate) fn note_several<'a>(names: impl Iterator<Item = &'a [u8]>) {
    let names: Vec<String> = names.map(|name| line(name, 80)).collect();
    output::warn(&format!(
        "note: {} constructors have this name and are taken together; --class also takes one of them: {}",
        names.len(),
        names.join(", ")
    ));
}

/// References with the objects at their other ends; `what` heads the column that `shown` fills.
pub(crate) fn references(
    snapshot: &Snapshot,
    rows: &[Reference],
    what: &'static str,
    shown: impl Fn(NodeIx) -> String,
) -> Table {
    let mut table = Table::new(&[
        "Reference",
        "Object",
        what,
        "Distance",
        "Shallow size",
        "Retained size",
    ]);
    for row in rows {
        table.row(vec![
            line(&snapshot.edge_label(row.edge), 40).into(),
            output::id(snapshot, row.node).into(),
            shown(row.node).into(),
            distance(row.distance),
            snapshot.shallow_size(row.node).into(),
            snapshot.retained_size(row.node).into(),
        ]);
    }
    table
}

/// A reference and the object at its other end, with the distance that the list has.
pub(crate) fn reference_json(snapshot: &Snapshot, row: &Reference) -> Value {
    let mut value = as_json(snapshot, row.node);
    value["reference"] = text(&snapshot.edge_name(row.edge));
    value["referenceKind"] = snapshot.graph().edge_kind(row.edge).name().into();
    value["distance"] = row.distance.into();
    value
}

/// An object's figures.
pub(crate) fn as_json(snapshot: &Snapshot, node: NodeIx) -> Value {
    json!({
        "id": snapshot.graph().id(node).0, "name": text(&snapshot.name(node)),
        "class": text(snapshot.class_name(node)), "kind": snapshot.graph().kind_name(node),
        "distance": snapshot.distance(node),
        "shallow": snapshot.shallow_size(node), "retained": snapshot.retained_size(node),
    })
}
