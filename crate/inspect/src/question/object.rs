//! Objects and references, a page at a time.

use heap::{Column, NodeIx, Page, Reference, Snapshot, Sort};
use serde::{Deserialize, Serialize};
use tsify::Tsify;

use super::column::{Codes, Counts, Doubles, Signed, text, texts};
use crate::Problem;

/// A part of a sorted list.
#[derive(Clone, Copy, Debug, Deserialize, Tsify)]
pub struct Rows {
    /// The column.
    pub by: ObjectColumn,
    /// From the largest to the smallest.
    #[serde(default)]
    #[tsify(optional)]
    pub descending: bool,
    /// The first row.
    pub from: u32,
    /// The row behind the last.
    pub to: u32,
}

impl Rows {
    pub(crate) fn sort(self) -> Sort {
        let by = match self.by {
            ObjectColumn::File => Column::File,
            ObjectColumn::Name => Column::Name,
            ObjectColumn::Id => Column::Id,
            ObjectColumn::Distance => Column::Distance,
            ObjectColumn::Shallow => Column::Shallow,
            ObjectColumn::Retained => Column::Retained,
        };
        if self.descending {
            Sort::descending(by)
        } else {
            Sort::ascending(by)
        }
    }

    pub(crate) fn range(self) -> std::ops::Range<usize> {
        self.from as usize..self.to as usize
    }
}

/// Columns of lists of objects.
#[derive(Clone, Copy, Debug, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum ObjectColumn {
    /// The order of the file.
    File,
    /// The object's name, or the reference's.
    Name,
    /// V8's number.
    Id,
    /// Distance.
    Distance,
    /// Shallow size.
    Shallow,
    /// Retained size.
    Retained,
}

/// Objects, a row each.
#[derive(Debug, Serialize, Tsify)]
pub struct ObjectPage {
    /// Rows in the whole list.
    pub count: u32,
    /// The position in the file: what other questions take.
    pub node: Counts,
    /// V8's number, printed as `@id`.
    pub id: Doubles,
    /// As DevTools shows it; texts of strings as they are.
    pub name: Vec<String>,
    /// A number or boolean as V8 wrote it; empty for all else, and where the file does not have it.
    pub value: Vec<String>,
    /// The constructor.
    #[serde(rename = "className")]
    pub class_name: Vec<String>,
    /// V8's type: `object`, `string`, `closure`…
    pub kind: Vec<String>,
    /// From the page's global objects, or the roots; −5 if nothing leads to it; 100,000,000 and more only from V8's own roots.
    pub distance: Signed,
    /// Bytes.
    pub shallow: Doubles,
    /// Bytes.
    pub retained: Doubles,
    /// 0 not known, 1 in a document, 2 detached.
    pub detachedness: Codes,
    /// How many references each has.
    pub references: Counts,
}

impl ObjectPage {
    pub(crate) fn new(snapshot: &Snapshot, page: &Page<NodeIx>) -> Self {
        Self::of(snapshot, page.total, &page.rows)
    }

    pub(crate) fn of(snapshot: &Snapshot, count: u32, nodes: &[NodeIx]) -> Self {
        let graph = snapshot.graph();
        let all = || nodes.iter().copied();
        Self {
            count,
            node: all().map(|node| node.0).collect(),
            id: all().map(|node| graph.id(node).0).collect(),
            name: texts(all().map(|node| snapshot.name(node))),
            value: all().map(|node| value(snapshot, node)).collect(),
            class_name: texts(all().map(|node| snapshot.class_name(node))),
            kind: all().map(|node| graph.kind_name(node).to_owned()).collect(),
            distance: all().map(|node| snapshot.distance(node)).collect(),
            shallow: all().map(|node| snapshot.shallow_size(node)).collect(),
            retained: all().map(|node| snapshot.retained_size(node)).collect(),
            detachedness: all().map(|node| graph.detachedness(node) as u8).collect(),
            references: all().map(|node| graph.edges(node).len() as u32).collect(),
        }
    }
}

pub(super) fn value(snapshot: &Snapshot, node: NodeIx) -> String {
    match snapshot.value(node) {
        Some(heap::Value::Number(number)) => text(number),
        Some(heap::Value::Boolean(boolean)) => boolean.to_string(),
        Some(heap::Value::String(_)) | None => String::new(),
    }
}

/// References and the objects at their other ends, a row each.
#[derive(Debug, Serialize, Tsify)]
#[tsify(hashmap_as_object)]
pub struct ReferencePage {
    /// The position in the file: what other questions take.
    pub edge: Counts,
    /// As DevTools writes it: `.name`, `[0]`, `{internal}`.
    pub label: Vec<String>,
    /// The name alone.
    #[serde(rename = "edgeName")]
    pub edge_name: Vec<String>,
    /// `property`, `element`, `context`, `internal`, `hidden`, `shortcut`, `weak`.
    #[serde(rename = "edgeKind")]
    pub edge_kind: Vec<String>,
    /// Distances as the list has them: of retainers without the ignored ones.
    #[serde(rename = "listDistance")]
    pub list_distance: Signed,
    /// 1 if the retainer was told to be ignored.
    pub ignored: Codes,
    /// The objects.
    #[serde(flatten)]
    pub objects: ObjectPage,
}

impl ReferencePage {
    pub(crate) fn new(snapshot: &Snapshot, page: &Page<Reference>) -> Self {
        let nodes: Vec<NodeIx> = page.rows.iter().map(|row| row.node).collect();
        let all = || page.rows.iter();
        Self {
            edge: all().map(|row| row.edge.0).collect(),
            label: texts(all().map(|row| snapshot.edge_label(row.edge))),
            edge_name: texts(all().map(|row| snapshot.edge_name(row.edge))),
            edge_kind: all()
                .map(|row| snapshot.graph().edge_kind(row.edge).name().to_owned())
                .collect(),
            list_distance: all().map(|row| row.distance).collect(),
            ignored: all().map(|row| u8::from(row.is_ignored)).collect(),
            objects: ObjectPage::of(snapshot, page.total, &nodes),
        }
    }
}

/// The node at a position, if there is one.
pub(crate) fn node(snapshot: &Snapshot, position: u32) -> Result<NodeIx, Problem> {
    if position < snapshot.graph().node_count() {
        Ok(NodeIx(position))
    } else {
        Err(Problem::no_such_node())
    }
}

/// The nodes at positions.
pub(crate) fn nodes(snapshot: &Snapshot, positions: &[u32]) -> Result<Vec<NodeIx>, Problem> {
    positions
        .iter()
        .map(|&position| node(snapshot, position))
        .collect()
}
