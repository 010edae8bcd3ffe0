//! The parts of the file put together, each checked against the others.

use super::{
    meta::Meta,
    part::{Name, OpenTable, Parts, Table},
    rows::Rows,
};
use crate::{
    Code, Error, Graph,
    graph::{Missing, Sources},
};

impl Parts {
    /// The graph. If the end is missing (`partial`), names that are not there are empty.
    pub(crate) fn assemble(mut self, partial: bool) -> Result<Graph, Error> {
        let meta = self.meta.take().ok_or_else(|| {
            Error::new(
                Code::OtherJson,
                "JSON without the member `snapshot` that describes a heap",
            )
        })?;
        self.read_what_came_early(&meta)?;
        if self.nodes.is_none() && self.edges.is_none() && self.strings.is_none() {
            let what = "the description of a snapshot without its objects";
            return Err(Error::new(Code::JuliaPart, what));
        }
        let nodes = self.nodes.ok_or_else(|| absent(Name::Nodes))?;
        let mut edges = self.edges.ok_or_else(|| absent(Name::Edges))?;
        let node_count = nodes.nodes.len() as u32;
        if node_count == 0 {
            return Err(Error::new(Code::Count, "there is not one node"));
        }
        if nodes.edges != edges.edges.to.len() as u64 {
            let what = format!(
                "nodes have {} edges, the table has {}",
                nodes.edges,
                edges.edges.to.len()
            );
            return Err(Error::new(Code::Count, what));
        }
        let (target, at) = edges.last_target;
        if target >= node_count {
            return Err(Error::at(
                Code::Index,
                at,
                format!("an edge to node {target} of {node_count}"),
            ));
        }
        let root = meta.root_index / meta.node.width as u64;
        if !meta.root_index.is_multiple_of(meta.node.width as u64) || root >= u64::from(node_count)
        {
            return Err(Error::new(
                Code::Index,
                format!("a root at {}, where no node begins", meta.root_index),
            ));
        }
        let (functions, last_function) = self
            .functions
            .map_or((Vec::new(), (0, 0)), |table| (table.rows, table.last_name));

        let last_name = [nodes.last_name, edges.last_name, last_function]
            .into_iter()
            .max()
            .unwrap_or_default();
        let mut missing = None;
        let mut strings = match self.strings {
            Some(table) => table.finish(),
            None if partial => crate::Strings::default(),
            None => return Err(absent(Name::Strings)),
        };
        let needed = u64::from(last_name.0) + 1;
        if partial {
            // V8 writes no string that nothing refers to, so this is how many there can be.
            let references = u64::from(node_count) + nodes.edges + 2 * functions.len() as u64;
            if needed > references + 1 {
                let what = format!("a name is string {}: there cannot be as many", last_name.0);
                return Err(Error::at(Code::Index, last_name.1, what));
            }
            missing = Some(Missing {
                strings: strings.len() as u64,
                strings_needed: needed,
            });
            while (strings.len() as u64) < needed {
                strings.push(b"");
            }
        } else if strings.len() as u64 <= u64::from(last_name.0) {
            let what = format!("a name is string {} of {}", last_name.0, strings.len());
            return Err(Error::at(Code::Index, last_name.1, what));
        }
        if edges.last_other as usize >= strings.len() {
            edges.forget_names_from(strings.len());
        }
        let locations = self
            .locations
            .map(|table| table.finish(meta.node.width, node_count));
        let sources = Sources::new(&nodes.nodes.first_edge, edges.edges.to.len());
        Ok(Graph {
            nodes: nodes.nodes,
            edges: edges.edges,
            sources,
            strings,
            root: root as u32,
            extra_native_bytes: meta.extra_native_bytes,
            other_kinds: meta.other_kinds,
            locations: locations.transpose()?.unwrap_or_default(),
            samples: self.samples.map(|table| table.rows).unwrap_or_default(),
            functions,
            traces: self
                .traces
                .map(super::trace::TraceTree::finish)
                .unwrap_or_default(),
            missing,
        })
    }

    /// Tables that stood before the header.
    fn read_what_came_early(&mut self, meta: &Meta) -> Result<(), Error> {
        let mut early = std::mem::take(&mut self.unread);
        // Edges are checked against nodes.
        early.sort_by_key(|(name, _)| *name != Name::Nodes);
        for (name, unread) in early {
            let at = unread.at;
            let numbers = unread.numbers.len() as u64;
            let Some((width, mut table)) = self.table(meta, name, at, Some(2 * numbers))? else {
                continue;
            };
            match &mut table {
                Table::Nodes(table) => unread.replay(width, table)?,
                Table::Edges(table) => unread.replay(width, table)?,
                Table::Locations(table) => unread.replay(width, table)?,
                Table::Samples(table) => unread.replay(width, table)?,
                Table::Functions(table) => unread.replay(width, table)?,
                Table::Unread(_) => {}
            }
            self.keep(
                OpenTable {
                    name,
                    rows: Rows::new(width),
                    table,
                },
                at,
            )?;
        }
        Ok(())
    }
}

fn absent(name: Name) -> Error {
    Error::new(Code::Member, format!("the file has no `{}`", name.text()))
}
