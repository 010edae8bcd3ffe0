//! What the file says of itself: which number of a row is what. Everything is looked up by name.

use super::value::Value;
use crate::{
    Code, Error,
    ground::kind::{EdgeKind, NodeKind},
    limits::{MAX_FIELDS, MAX_TYPES},
};

/// Positions within the rows of the tables, types, and counts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Meta {
    pub(crate) node: NodeFields,
    pub(crate) edge: EdgeFields,
    /// Names of node types that this reader does not know.
    pub(crate) other_kinds: Vec<String>,
    pub(crate) location: Option<LocationFields>,
    pub(crate) sample: Option<SampleFields>,
    pub(crate) function: Option<FunctionFields>,
    pub(crate) trace: Option<TraceFields>,
    /// So many rows memory is taken for. No more than a hint: programs that write the format leave it at 0, or leave it out.
    pub(crate) node_count: u64,
    /// The same for edges.
    pub(crate) edge_count: u64,
    /// In numbers from the start of `nodes`, as edges point.
    pub(crate) root_index: u64,
    pub(crate) extra_native_bytes: u64,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct NodeFields {
    pub(crate) width: usize,
    pub(crate) kind: usize,
    pub(crate) name: usize,
    pub(crate) id: usize,
    pub(crate) size: usize,
    pub(crate) edges: usize,
    pub(crate) detachedness: Option<usize>,
    pub(crate) trace: Option<usize>,
    /// The file's type number to ours; from `NodeKind::Other` on also the position in `other_kinds`.
    pub(crate) kinds: Vec<u32>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct EdgeFields {
    pub(crate) width: usize,
    pub(crate) kind: usize,
    pub(crate) name: usize,
    pub(crate) to: usize,
    /// The file's type number to ours.
    pub(crate) kinds: Vec<u8>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LocationFields {
    pub(crate) width: usize,
    pub(crate) object: usize,
    pub(crate) script: usize,
    pub(crate) line: usize,
    pub(crate) column: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SampleFields {
    pub(crate) width: usize,
    pub(crate) time: usize,
    pub(crate) last_id: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FunctionFields {
    pub(crate) width: usize,
    pub(crate) name: usize,
    pub(crate) script_name: usize,
    pub(crate) script: usize,
    pub(crate) line: usize,
    pub(crate) column: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TraceFields {
    pub(crate) width: usize,
    pub(crate) id: usize,
    pub(crate) function: usize,
    pub(crate) count: usize,
    pub(crate) size: usize,
    pub(crate) children: usize,
}

impl Default for TraceFields {
    /// As V8 has always had them, for a file that has not described itself yet.
    fn default() -> Self {
        Self {
            width: 5,
            id: 0,
            function: 1,
            count: 2,
            size: 3,
            children: 4,
        }
    }
}

impl Meta {
    /// From the value of the member `snapshot`, which ends at byte `at`.
    pub(crate) fn new(snapshot: &Value, at: u64) -> Result<Self, Error> {
        let meta = snapshot
            .get("meta")
            .ok_or_else(|| wrong(at, "`snapshot` has no `meta`"))?;
        let fields = |name: &'static str| Fields::new(meta, name, at);
        let Some(node) = fields("node_fields")? else {
            return Err(wrong(at, "`meta` has no `node_fields`"));
        };
        let Some(edge) = fields("edge_fields")? else {
            return Err(wrong(at, "`meta` has no `edge_fields`"));
        };
        let mut other_kinds = Vec::new();
        let node = NodeFields {
            width: node.width(),
            kind: node.position("type")?,
            name: node.position("name")?,
            id: node.position("id")?,
            size: node.position("self_size")?,
            edges: node.position("edge_count")?,
            detachedness: node.optional("detachedness"),
            trace: node.optional("trace_node_id"),
            kinds: node_codes(
                &types(meta, "node_types", node.position("type")?, at)?,
                &mut other_kinds,
            ),
        };
        let edge = EdgeFields {
            width: edge.width(),
            kind: edge.position("type")?,
            name: edge.position("name_or_index")?,
            to: edge.position("to_node")?,
            kinds: edge_codes(&types(meta, "edge_types", edge.position("type")?, at)?),
        };
        let hint = |name: &str| snapshot.get(name).and_then(Value::whole).unwrap_or(0);
        // What only some questions need is left out where it is not understood.
        let table = |name: &'static str| fields(name).ok().flatten();
        let optional = |name: &'static str| match snapshot.get(name) {
            None | Some(Value::Null) => Ok(0),
            Some(value) => value
                .whole()
                .ok_or_else(|| Error::at(Code::Number, at, format!("`{name}` is no whole number"))),
        };
        Ok(Self {
            location: table("location_fields").and_then(|fields| location(&fields).ok()),
            sample: table("sample_fields").and_then(|fields| sample(&fields).ok()),
            function: table("trace_function_info_fields").and_then(|fields| function(&fields).ok()),
            trace: table("trace_node_fields").and_then(|fields| trace(&fields).ok()),
            node_count: hint("node_count"),
            edge_count: hint("edge_count"),
            root_index: optional("root_index")?,
            extra_native_bytes: optional("extra_native_bytes")?,
            node,
            edge,
            other_kinds,
        })
    }
}

/// Type numbers that files use without naming them end here: V8 has five bits for them.
const UNNAMED: usize = 32;

/// V8 had symbols before it named their type. In a list that is the beginning of V8's own, what is beyond it is V8's;
/// elsewhere it is what DevTools makes of it.
fn node_codes(names: &[&str], others: &mut Vec<String>) -> Vec<u32> {
    let v8 = || {
        let known = NodeKind::ALL
            .iter()
            .filter(|kind| **kind != NodeKind::Other);
        known.map(|kind| kind.name())
    };
    let is_v8 = !names.is_empty() && names.iter().copied().eq(v8().take(names.len()));
    let unnamed = (names.len()..UNNAMED)
        .map(|number| v8().nth(number).filter(|_| is_v8).unwrap_or("undefined"));
    let code = |name: &str| match NodeKind::from_name(name) {
        Some(NodeKind::Other) | None => {
            if others.last().is_none_or(|last| last != name) {
                others.push(name.to_owned());
            }
            NodeKind::Other as u32 + (others.len() - 1) as u32
        }
        Some(kind) => kind as u32,
    };
    let names = names.iter().copied();
    names.chain(unnamed).map(code).collect()
}

/// DevTools adds a name of its own to the list of the file, so the first number beyond it is that one.
fn edge_codes(names: &[&str]) -> Vec<u8> {
    let unnamed = [EdgeKind::Invisible].into_iter();
    let unnamed = unnamed.chain(std::iter::repeat(EdgeKind::Other));
    names
        .iter()
        .map(|name| EdgeKind::from_name(name).unwrap_or(EdgeKind::Other))
        .chain(unnamed.take(UNNAMED.saturating_sub(names.len())))
        .map(|kind| kind as u8)
        .collect()
}

fn location(fields: &Fields<'_>) -> Result<LocationFields, Error> {
    Ok(LocationFields {
        width: fields.width(),
        object: fields.position("object_index")?,
        script: fields.position("script_id")?,
        line: fields.position("line")?,
        column: fields.position("column")?,
    })
}

fn sample(fields: &Fields<'_>) -> Result<SampleFields, Error> {
    Ok(SampleFields {
        width: fields.width(),
        time: fields.position("timestamp_us")?,
        last_id: fields.position("last_assigned_id")?,
    })
}

fn function(fields: &Fields<'_>) -> Result<FunctionFields, Error> {
    Ok(FunctionFields {
        width: fields.width(),
        name: fields.position("name")?,
        script_name: fields.position("script_name")?,
        script: fields.position("script_id")?,
        line: fields.position("line")?,
        column: fields.position("column")?,
    })
}

fn trace(fields: &Fields<'_>) -> Result<TraceFields, Error> {
    Ok(TraceFields {
        width: fields.width(),
        id: fields.position("id")?,
        function: fields.position("function_info_index")?,
        count: fields.position("count")?,
        size: fields.position("size")?,
        children: fields.position("children")?,
    })
}

/// The names of a table's columns.
struct Fields<'a> {
    table: &'static str,
    names: Vec<&'a str>,
    at: u64,
}

impl<'a> Fields<'a> {
    fn new(meta: &'a Value, table: &'static str, at: u64) -> Result<Option<Self>, Error> {
        let Some(value) = meta.get(table) else {
            return Ok(None);
        };
        let names: Option<Vec<&str>> = value
            .list()
            .and_then(|names| names.iter().map(Value::text).collect());
        match names {
            Some(names) if (1..=MAX_FIELDS).contains(&names.len()) => {
                Ok(Some(Self { table, names, at }))
            }
            // Older files have an empty list where they record nothing.
            Some(names) if names.is_empty() => Ok(None),
            _ => Err(wrong(
                at,
                format!("`{table}` is no list of 1 to {MAX_FIELDS} names"),
            )),
        }
    }

    fn width(&self) -> usize {
        self.names.len()
    }

    fn optional(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|&other| other == name)
    }

    fn position(&self, name: &str) -> Result<usize, Error> {
        self.optional(name)
            .ok_or_else(|| wrong(self.at, format!("`{}` has no `{name}`", self.table)))
    }
}

/// The names of the types, which stand where the field `type` stands.
fn types<'a>(
    meta: &'a Value,
    table: &'static str,
    position: usize,
    at: u64,
) -> Result<Vec<&'a str>, Error> {
    let column = meta
        .get(table)
        .and_then(Value::list)
        .and_then(|columns| columns.get(position));
    let names: Option<Vec<&str>> = column
        .and_then(Value::list)
        .and_then(|names| names.iter().map(Value::text).collect());
    match names {
        Some(names) if names.len() <= MAX_TYPES => Ok(names),
        _ => Err(wrong(
            at,
            format!("`{table}` does not list the names of the types"),
        )),
    }
}

fn wrong(at: u64, what: impl Into<String>) -> Error {
    Error::at(Code::Meta, at, what)
}
