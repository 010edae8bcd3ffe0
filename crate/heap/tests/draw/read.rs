//! A drawing from JSON that somebody else has parsed (which excludes lone surrogates).

use serde_json::Value;

use super::{Drawing, Edge, EdgeKind, Function, Location, Node, NodeKind, Sample, Text, Trace};

impl Drawing {
    pub(crate) fn from_json(json: &Value) -> Self {
        let header = &json["snapshot"];
        let nodes = Rows::of(json, "nodes", "node_fields");
        let edges = Rows::of(json, "edges", "edge_fields");
        let width = nodes.fields.len() as u64;
        let node_kinds: Vec<NodeKind> = kinds(header, &nodes, "node_types", NodeKind::from_word);
        let edge_kinds: Vec<EdgeKind> = kinds(header, &edges, "edge_types", EdgeKind::from_word);
        let mut next = 0;
        let mut take = |count: u64| {
            let taken = (next..next + count as usize).map(|row| Edge {
                kind: edge_kinds[edges.at(row, "type") as usize],
                name_or_index: edges.at(row, "name_or_index") as usize,
                to: (edges.at(row, "to_node") / width) as usize,
            });
            next += count as usize;
            taken.collect()
        };
        let node = |row| Node {
            kind: node_kinds[nodes.at(row, "type") as usize],
            name: nodes.at(row, "name") as usize,
            id: nodes.at(row, "id"),
            size: nodes.at(row, "self_size"),
            detachedness: nodes.get(row, "detachedness") as u8,
            trace: nodes.get(row, "trace_node_id"),
            edges: take(nodes.at(row, "edge_count")),
        };
        let strings = json["strings"].as_array().expect("strings");
        Self {
            nodes: nodes.all(node),
            strings: strings
                .iter()
                .map(|text| Text::from(text.as_str().expect("a string")))
                .collect(),
            root: (header["root_index"].as_u64().unwrap_or(0) / width) as usize,
            locations: Rows::of(json, "locations", "location_fields").locations(width),
            samples: Rows::of(json, "samples", "sample_fields").samples(),
            functions: Rows::of(json, "trace_function_infos", "trace_function_info_fields")
                .functions(),
            traces: json["trace_tree"]
                .as_array()
                .and_then(|tree| traces(tree).pop()),
            with_detachedness: nodes.has("detachedness"),
            with_trace_ids: nodes.has("trace_node_id"),
            extra_native_bytes: header["extra_native_bytes"].as_u64(),
        }
    }
}

fn kinds<T>(header: &Value, rows: &Rows, types: &str, from_word: fn(&str) -> Option<T>) -> Vec<T> {
    let words = header["meta"][types][rows.column("type").expect("a type")].as_array();
    let words = words.expect("a list of types").iter();
    words
        .map(|word| word.as_str().and_then(from_word).expect("a known type"))
        .collect()
}

/// A flat list of numbers, read as a table.
struct Rows {
    fields: Vec<String>,
    values: Vec<u64>,
}

impl Rows {
    fn of(json: &Value, member: &str, fields: &str) -> Self {
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let fields = list(&json["snapshot"]["meta"][fields]);
        let values = list(&json[member]);
        Self {
            fields: fields
                .iter()
                .map(|field| field.as_str().expect("a name").into())
                .collect(),
            values: values
                .iter()
                .map(|value| value.as_u64().expect("a whole number"))
                .collect(),
        }
    }

    fn column(&self, field: &str) -> Option<usize> {
        self.fields.iter().position(|known| known == field)
    }

    fn has(&self, field: &str) -> bool {
        self.column(field).is_some()
    }

    /// Zero without such a column.
    fn get(&self, row: usize, field: &str) -> u64 {
        self.column(field)
            .map_or(0, |column| self.values[row * self.fields.len() + column])
    }

    fn at(&self, row: usize, field: &str) -> u64 {
        assert!(self.has(field), "no column {field}");
        self.get(row, field)
    }

    fn all<T>(&self, one: impl FnMut(usize) -> T) -> Vec<T> {
        let count = self
            .values
            .len()
            .checked_div(self.fields.len())
            .unwrap_or(0);
        (0..count).map(one).collect()
    }

    fn locations(&self, width: u64) -> Vec<Location> {
        self.all(|row| Location {
            node: (self.at(row, "object_index") / width) as usize,
            script: self.at(row, "script_id"),
            line: self.at(row, "line"),
            column: self.at(row, "column"),
        })
    }

    fn samples(&self) -> Vec<Sample> {
        self.all(|row| Sample {
            micros: self.at(row, "timestamp_us"),
            last_id: self.at(row, "last_assigned_id"),
        })
    }

    fn functions(&self) -> Vec<Function> {
        self.all(|row| Function {
            id: self.at(row, "function_id"),
            name: self.at(row, "name") as usize,
            script_name: self.at(row, "script_name") as usize,
            script: self.at(row, "script_id"),
            line: self.at(row, "line"),
            column: self.at(row, "column"),
        })
    }
}

fn traces(list: &[Value]) -> Vec<Trace> {
    let number = |value: &Value| value.as_u64().expect("a whole number");
    let one = |five: &[Value]| Trace {
        id: number(&five[0]),
        function: number(&five[1]) as usize,
        count: number(&five[2]),
        size: number(&five[3]),
        children: traces(five[4].as_array().expect("children")),
    };
    list.chunks(5).map(one).collect()
}
