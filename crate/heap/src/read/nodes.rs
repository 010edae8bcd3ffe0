//! The table `nodes`.

use super::{meta::NodeFields, rows::RowSink};
use crate::{Code, Error, graph::Nodes};

/// Fills the columns, row by row.
#[derive(Debug)]
pub(crate) struct NodeTable {
    fields: NodeFields,
    pub(crate) nodes: Nodes,
    /// How many rows the header promises.
    count: u64,
    pub(crate) edges: u64,
    /// The largest name index, and where it stands.
    pub(crate) last_name: (u32, u64),
}

impl NodeTable {
    pub(crate) fn new(fields: NodeFields, count: u64, reserve: u64) -> Result<Self, Error> {
        let mut nodes = Nodes::default();
        let reserve = reserve as usize;
        let taken = [
            nodes.name.try_reserve_exact(reserve),
            nodes.id.try_reserve_exact(reserve),
            nodes.size.column().try_reserve_exact(reserve),
            nodes.first_edge.try_reserve_exact(reserve + 1),
            nodes.kind.try_reserve_exact(reserve),
        ];
        if taken.iter().any(Result::is_err) {
            return Err(Error::new(
                Code::Memory,
                format!("no memory for {count} nodes"),
            ));
        }
        Ok(Self {
            fields,
            nodes,
            count,
            edges: 0,
            last_name: (0, 0),
        })
    }

    /// All rows are there: turns counts of edges into places of first edges.
    pub(crate) fn finish(&mut self, at: u64) -> Result<(), Error> {
        let found = self.nodes.len() as u64;
        if found != self.count {
            let what = format!(
                "the header promises {} nodes, the table has {found}",
                self.count
            );
            return Err(Error::at(Code::Count, at, what));
        }
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
        let Some(&kind) = fields.kinds.get(kind as usize) else {
            return Err(Error::at(
                Code::Index,
                at,
                format!("a node of type {kind}, which the file does not name"),
            ));
        };
        if self.nodes.len() as u64 == self.count {
            let what = format!(
                "more nodes than the {} that the header promises",
                self.count
            );
            return Err(Error::at(Code::Count, at, what));
        }
        let name = narrow(row[fields.name], "name")?;
        if name > self.last_name.0 {
            self.last_name = (name, at);
        }
        self.nodes.kind.push(kind);
        self.nodes.name.push(name);
        self.nodes.id.push(narrow(row[fields.id], "id")?);
        self.nodes.size.push(row[fields.size]);
        self.nodes
            .first_edge
            .push(narrow(row[fields.edges], "edge_count")?);
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
