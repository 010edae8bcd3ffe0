//! The members of the file: which they are, what is open, what is done.

use super::{
    edges::EdgeTable,
    json::Token,
    meta::Meta,
    nodes::NodeTable,
    rows::Rows,
    strings::StringTable,
    tables::{FunctionTable, LocationTable, SampleTable, Unread},
    trace::TraceTree,
    value::{Value, ValueBuilder},
};
use crate::{Code, Error};

/// A member by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Name {
    Snapshot,
    Nodes,
    Edges,
    Strings,
    Locations,
    Samples,
    Functions,
    TraceTree,
    Other,
}

impl Name {
    fn of(name: &[u8]) -> Self {
        let known = Self::NAMES.iter().find(|(_, text)| text.as_bytes() == name);
        known.map_or(Name::Other, |(name, _)| *name)
    }

    pub(crate) fn text(self) -> &'static str {
        let known = Self::NAMES.iter().find(|(name, _)| *name == self);
        known.map_or("a member", |(_, text)| text)
    }

    const NAMES: [(Name, &'static str); 8] = [
        (Name::Snapshot, "snapshot"),
        (Name::Nodes, "nodes"),
        (Name::Edges, "edges"),
        (Name::Strings, "strings"),
        (Name::Locations, "locations"),
        (Name::Samples, "samples"),
        (Name::Functions, "trace_function_infos"),
        (Name::TraceTree, "trace_tree"),
    ];
}

/// What is being read.
#[derive(Debug)]
pub(crate) enum Current {
    /// Before the file's `{`.
    Start,
    /// Before a member's name, or the end.
    Between,
    /// Behind a member's name.
    Member(Name),
    Header(ValueBuilder),
    Table(Box<OpenTable>),
    Strings(StringTable),
    Trace(TraceTree),
    /// A member nobody asked for, so many containers deep.
    Skip(u64),
}

/// What a token leads to.
#[derive(Debug)]
pub(crate) enum Step {
    Stay,
    Between,
    Member(Name),
    Header,
    Open(Name),
    Skip,
    Described(Value),
    Traced,
}

impl Current {
    pub(crate) fn token(&mut self, token: Token<'_>, at: u64) -> Result<Step, Error> {
        match self {
            Current::Start => match token {
                Token::ObjectStart => Ok(Step::Between),
                _ => Err(Error::at(
                    Code::OtherJson,
                    at,
                    "JSON that does not begin with {",
                )),
            },
            Current::Between => match token {
                Token::Key(b"head") => Err(Error::at(
                    Code::OtherKind,
                    at,
                    "a sampling profile (.heapprofile), not a snapshot",
                )),
                Token::Key(name) => Ok(Step::Member(Name::of(name))),
                _ => Ok(Step::Stay),
            },
            Current::Member(name) => member(*name, token, at),
            Current::Header(builder) => Ok(builder
                .token(token, at)?
                .map_or(Step::Stay, Step::Described)),
            Current::Trace(tree) => Ok(if tree.token(token, at)? {
                Step::Traced
            } else {
                Step::Stay
            }),
            Current::Skip(depth) => {
                match token {
                    Token::ObjectStart | Token::ArrayStart => *depth += 1,
                    Token::ObjectEnd | Token::ArrayEnd => *depth -= 1,
                    _ => {}
                }
                Ok(if *depth == 0 {
                    Step::Between
                } else {
                    Step::Stay
                })
            }
            // These take bytes, not tokens.
            Current::Table(_) | Current::Strings(_) => Ok(Step::Stay),
        }
    }

    /// Where the reading stands, for a person.
    pub(crate) fn place(&self) -> String {
        match self {
            Current::Start | Current::Between | Current::Skip(_) => "between its members".into(),
            Current::Member(name) => format!("before `{}`", name.text()),
            Current::Header(_) => "within `snapshot`".into(),
            Current::Table(table) => format!("within `{}`", table.name.text()),
            Current::Strings(_) => "within `strings`".into(),
            Current::Trace(_) => "within `trace_tree`".into(),
        }
    }
}

fn member(name: Name, token: Token<'_>, at: u64) -> Result<Step, Error> {
    match (name, token) {
        (Name::Snapshot, Token::ObjectStart) => Ok(Step::Header),
        (Name::Other, Token::ObjectStart | Token::ArrayStart) => Ok(Step::Skip),
        (Name::Other, _) => Ok(Step::Between),
        (Name::Snapshot, _) => Err(Error::at(Code::Meta, at, "`snapshot` is no object")),
        (name, Token::ArrayStart) => Ok(Step::Open(name)),
        // As some programs write that there is none.
        (Name::Locations | Name::Samples | Name::Functions | Name::TraceTree, Token::Null) => {
            Ok(Step::Between)
        }
        (name, _) => Err(Error::at(
            Code::Meta,
            at,
            format!("`{}` is no list", name.text()),
        )),
    }
}

/// A table of numbers under way.
#[derive(Debug)]
pub(crate) struct OpenTable {
    pub(crate) name: Name,
    pub(crate) rows: Rows,
    pub(crate) table: Table,
}

#[derive(Debug)]
pub(crate) enum Table {
    Nodes(NodeTable),
    Edges(EdgeTable),
    Locations(LocationTable),
    Samples(SampleTable),
    Functions(FunctionTable),
    Unread(Unread),
}

impl OpenTable {
    pub(crate) fn feed(&mut self, input: &mut &[u8], at: u64) -> Result<bool, Error> {
        let rows = &mut self.rows;
        match &mut self.table {
            Table::Nodes(table) => rows.feed(input, at, table),
            Table::Edges(table) => rows.feed(input, at, table),
            Table::Locations(table) => rows.feed(input, at, table),
            Table::Samples(table) => rows.feed(input, at, table),
            Table::Functions(table) => rows.feed(input, at, table),
            Table::Unread(table) => rows.feed(input, at, table),
        }
    }
}

/// What has been read completely.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    pub(crate) meta: Option<Meta>,
    pub(crate) nodes: Option<NodeTable>,
    pub(crate) edges: Option<EdgeTable>,
    pub(crate) strings: Option<StringTable>,
    pub(crate) locations: Option<LocationTable>,
    pub(crate) samples: Option<SampleTable>,
    pub(crate) functions: Option<FunctionTable>,
    pub(crate) traces: Option<TraceTree>,
    pub(crate) unread: Vec<(Name, Unread)>,
    seen: Vec<Name>,
}

impl Parts {
    /// Notes that a member begins; each may do so once.
    pub(crate) fn begin(&mut self, name: Name, at: u64) -> Result<(), Error> {
        if name == Name::Other {
            return Ok(());
        }
        if self.seen.contains(&name) {
            return Err(Error::at(
                Code::Member,
                at,
                format!("`{}` is there twice", name.text()),
            ));
        }
        self.seen.push(name);
        Ok(())
    }

    /// Whether objects and edges are there, and what describes them.
    pub(crate) fn has_graph(&self) -> bool {
        self.meta.is_some() && self.nodes.is_some() && self.edges.is_some()
    }

    /// Keeps a table that is complete, which ended at byte `at`.
    pub(crate) fn keep(&mut self, open: OpenTable, at: u64) -> Result<(), Error> {
        match open.table {
            Table::Nodes(mut table) => {
                table.finish(at)?;
                self.nodes = Some(table);
            }
            Table::Edges(table) => self.edges = Some(table),
            Table::Locations(table) => self.locations = Some(table),
            Table::Samples(table) => self.samples = Some(table),
            Table::Functions(table) => self.functions = Some(table),
            Table::Unread(table) => self.unread.push((open.name, table)),
        }
        Ok(())
    }

    /// The table a member fills, or one of plain numbers as long as the file has not described itself.
    pub(crate) fn open(
        &self,
        name: Name,
        at: u64,
        bytes_left: Option<u64>,
    ) -> Result<OpenTable, Error> {
        let unread = || {
            (
                1,
                Table::Unread(Unread {
                    at,
                    ..Unread::default()
                }),
            )
        };
        let (width, table) = match &self.meta {
            None => unread(),
            Some(meta) => self
                .table(meta, name, at, bytes_left)?
                .unwrap_or_else(unread),
        };
        Ok(OpenTable {
            name,
            rows: Rows::new(width),
            table,
        })
    }

    /// `None` if the file does not say what the table's columns are.
    pub(crate) fn table(
        &self,
        meta: &Meta,
        name: Name,
        at: u64,
        bytes_left: Option<u64>,
    ) -> Result<Option<(usize, Table)>, Error> {
        use crate::limits::MAX_TRUSTED_COUNT;
        // A number and its comma are two bytes: no file holds more rows than that allows.
        let reserve = |count: u64, width: usize| {
            let possible = bytes_left.map_or(1 << 20, |bytes| bytes / (2 * width as u64) + 1);
            count.min(possible).min(MAX_TRUSTED_COUNT)
        };
        let (nodes, edges) = (meta.node.width, meta.edge.width);
        Ok(match name {
            Name::Nodes => {
                let reserve = reserve(meta.node_count, nodes);
                let table = NodeTable::new(meta.node.clone(), reserve)?;
                Some((nodes, Table::Nodes(table)))
            }
            Name::Edges => {
                let known = self.nodes.as_ref().map(|table| table.nodes.len() as u32);
                let reserve = reserve(meta.edge_count, edges);
                let table = EdgeTable::new(meta.edge.clone(), reserve, nodes, known)?;
                Some((edges, Table::Edges(table)))
            }
            Name::Locations => meta.location.clone().map(|fields| {
                (
                    fields.width,
                    Table::Locations(LocationTable {
                        fields,
                        rows: Vec::new(),
                        at,
                    }),
                )
            }),
            Name::Samples => meta.sample.clone().map(|fields| {
                (
                    fields.width,
                    Table::Samples(SampleTable {
                        fields,
                        rows: Vec::new(),
                    }),
                )
            }),
            Name::Functions => meta.function.clone().map(|fields| {
                let (rows, last_name) = (Vec::new(), (0, 0));
                (
                    fields.width,
                    Table::Functions(FunctionTable {
                        fields,
                        rows,
                        last_name,
                    }),
                )
            }),
            _ => None,
        })
    }
}
