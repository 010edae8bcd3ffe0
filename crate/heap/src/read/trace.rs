//! `trace_tree`: lists within lists, a node's children as one list in its last place.

use super::{json::Token, meta::TraceFields};
use crate::{
    Code, Error, TraceNode,
    limits::{MAX_FIELDS, MAX_ITEMS},
};

/// Flattens the tree as it comes, without recursion. Nodes are made when their row ends, so callers are filled in at the end.
#[derive(Debug)]
pub(crate) struct TraceTree {
    fields: TraceFields,
    /// Rows under way: one for each list that is open.
    open: Vec<Row>,
    nodes: Vec<TraceNode>,
}

#[derive(Clone, Copy, Debug)]
struct Row {
    values: [u64; MAX_FIELDS],
    filled: usize,
    /// The node whose children the list holds.
    caller: u32,
    /// The node of the row under way, once its place in the order is taken.
    node: Option<u32>,
}

impl TraceTree {
    /// The opening bracket has been read.
    pub(crate) fn new(fields: TraceFields) -> Self {
        let row = Row {
            values: [0; MAX_FIELDS],
            filled: 0,
            caller: 0,
            node: None,
        };
        Self {
            fields,
            open: vec![row],
            nodes: Vec::new(),
        }
    }

    /// Takes a token; says whether it ended the tree.
    pub(crate) fn token(&mut self, token: Token<'_>, at: u64) -> Result<bool, Error> {
        let children = self.fields.children;
        let Some(row) = self.open.last_mut() else {
            return Ok(true);
        };
        match token {
            Token::Number(number) if row.filled != children => {
                let number = number.parse();
                row.values[row.filled] = number.map_err(|_| {
                    Error::at(Code::Number, at, "a number of the trace tree is not whole")
                })?;
                row.filled += 1;
            }
            Token::ArrayStart if row.filled == children => {
                let node = self.place(at)?;
                let next = Row {
                    values: [0; MAX_FIELDS],
                    filled: 0,
                    caller: node,
                    node: None,
                };
                self.open.push(next);
                return Ok(false);
            }
            Token::ArrayEnd => {
                if row.filled != 0 {
                    return Err(Error::at(
                        Code::Count,
                        at,
                        "the trace tree ends within a node",
                    ));
                }
                self.open.pop();
                match self.open.last_mut() {
                    None => return Ok(true),
                    Some(row) => row.filled += 1,
                }
            }
            _ => {
                return Err(Error::at(
                    Code::Meta,
                    at,
                    "the trace tree is not as `trace_node_fields` says",
                ));
            }
        }
        self.end_row(at)?;
        Ok(false)
    }

    /// A row's place is taken when its children begin, so that callers come first.
    fn place(&mut self, at: u64) -> Result<u32, Error> {
        let node = self.nodes.len() as u32;
        if self.nodes.len() as u64 >= MAX_ITEMS {
            return Err(Error::at(
                Code::TooLarge,
                at,
                "a trace tree of more than 2^32 nodes",
            ));
        }
        let Some(row) = self.open.last_mut() else {
            return Ok(0);
        };
        if let Some(node) = row.node {
            return Ok(node);
        }
        row.node = Some(node);
        let empty = TraceNode {
            id: 0,
            caller: row.caller,
            function: 0,
            count: 0,
            size: 0,
        };
        self.nodes.push(empty);
        Ok(node)
    }

    fn end_row(&mut self, at: u64) -> Result<(), Error> {
        if self
            .open
            .last()
            .is_none_or(|row| row.filled < self.fields.width)
        {
            return Ok(());
        }
        let place = self.place(at)?;
        let Some(row) = self.open.last_mut() else {
            return Ok(());
        };
        let narrow = |value: u64| {
            u32::try_from(value).map_err(|_| {
                Error::at(
                    Code::NumberTooLarge,
                    at,
                    format!("{value} in the trace tree"),
                )
            })
        };
        let node = &mut self.nodes[place as usize];
        node.id = narrow(row.values[self.fields.id])?;
        node.function = narrow(row.values[self.fields.function])?;
        node.count = row.values[self.fields.count];
        node.size = row.values[self.fields.size];
        row.filled = 0;
        row.node = None;
        Ok(())
    }

    pub(crate) fn finish(self) -> Vec<TraceNode> {
        self.nodes
    }
}
