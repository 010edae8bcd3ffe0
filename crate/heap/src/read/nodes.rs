//! The table `nodes`.

use super::{meta::NodeFields, rows::RowSink};
use crate::{Code, Error, NodeKind, graph::Nodes, limits::MAX_ITEMS};

/// Types from here on have a place among those that this reader does not know.
const OTHER: u32 = NodeKind::Other as u32;

/// Fills the columns, row by row.
#[derive(Debug)]
pub(crate) struct NodeTable {
    fields: NodeFields,
    pub(crate) nodes: Nodes,
    /// Rows there is memory for.
    room: usize,
    pub(crate) edges: u64,
    /// The largest name index, and where it stands.
    pub(crate) last_name: (u32, u64),
}

impl NodeTable {
    pub(crate) fn new(fields: NodeFields, reserve: u64) -> Result<Self, Error> {
        let mut table = Self {
            fields,
            nodes: Nodes::default(),
            room: 0,
            edges: 0,
            last_name: (0, 0),
        };
        table.grow(reserve as usize)?;
        Ok(table)
    }

    /// Takes memory for so many more rows.
    #[cold]
    fn grow(&mut self, rows: usize) -> Result<(), Error> {
        let nodes = &mut self.nodes;
        let rows = rows.min(MAX_ITEMS as usize - nodes.len());
        if rows == 0 && self.room > 0 {
            return Err(Error::new(Code::TooLarge, "more than 2^32 nodes"));
        }
        let optional = |field: Option<usize>| if field.is_some() { rows } else { 0 };
        let taken = [
            nodes.name.try_reserve_exact(rows),
            nodes.id.column().try_reserve_exact(rows),
            nodes.size.column().try_reserve_exact(rows),
            nodes.first_edge.try_reserve_exact(rows + 1),
            nodes.kind.try_reserve_exact(rows),
            (nodes.detachedness).try_reserve_exact(optional(self.fields.detachedness)),
            nodes.trace.try_reserve_exact(optional(self.fields.trace)),
        ];
        if taken.iter().any(Result::is_err) {
            return Err(no_memory());
        }
        self.room = nodes.len() + rows;
        Ok(())
    }

    /// All rows are there: turns counts of edges into places of first edges.
    pub(crate) fn finish(&mut self, at: u64) -> Result<(), Error> {
        let mut first = 0_u64;
        for count in &mut self.nodes.first_edge {
            let edges = u64::from(*count);
            *count = first as u32;
            first += edges;
            if first > u64::from(u32::MAX) {
                return Err(Error::at(
                    Code::TooLarge,
                    at,
                    "nodes with more than 2^32 edges together",
                ));
            }
        }
        self.nodes.first_edge.push(first as u32);
        self.edges = first;
        Ok(())
    }
}

impl RowSink for NodeTable {
    #[inline]
    fn row(&mut self, row: &[u64], at: u64) -> Result<(), Error> {
        if self.nodes.len() == self.room {
            self.grow((self.room / 2).max(1 << 10))?;
        }
        let fields = &self.fields;
        let narrow = |value: u64, field: &str| {
            u32::try_from(value).map_err(|_| {
                Error::at(
                    Code::NumberTooLarge,
                    at,
                    format!("a node's {field} is {value}"),
                )
            })
        };
        let kind = row[fields.kind];
        let Some(&kind) = usize::try_from(kind)
            .ok()
            .and_then(|kind| fields.kinds.get(kind))
        else {
            return Err(Error::at(
                Code::Index,
                at,
                format!("a node of type {kind}, which the file does not name"),
            ));
        };
        let name = narrow(row[fields.name], "name")?;
        if name > self.last_name.0 {
            self.last_name = (name, at);
        }
        let edges = narrow(row[fields.edges], "edge_count")?;
        if kind > OTHER {
            let place = self.nodes.len();
            let set = self.nodes.other_kind.set(place, kind - OTHER);
            set.map_err(|_| no_memory())?;
        }
        self.nodes.kind.push(kind.min(OTHER) as u8);
        self.nodes.name.push(name);
        (self.nodes.id)
            .push(row[fields.id])
            .map_err(|_| no_memory())?;
        self.nodes.size.push(row[fields.size]);
        self.nodes.first_edge.push(edges);
        if let Some(field) = fields.detachedness {
            let state = row[field];
            if state > 2 {
                return Err(Error::at(
                    Code::Number,
                    at,
                    format!("a detachedness of {state}: there are 0, 1 and 2"),
                ));
            }
            self.nodes.detachedness.push(state as u8);
        }
        if let Some(field) = fields.trace {
            self.nodes.trace.push(narrow(row[field], "trace_node_id")?);
        }
        Ok(())
    }
}

fn no_memory() -> Error {
    Error::new(Code::Memory, "no memory for the nodes")
}
