//! Just enough of a `.heapsnapshot` to check claims: counts and sizes by constructor, and retaining paths.

use serde::Deserialize;
use std::collections::{HashMap, HashSet};

/// A heap snapshot.
pub struct Snapshot {
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    strings: Vec<String>,
}

struct Node {
    kind: String,
    name: usize,
    id: u64,
    size: u64,
    edges: std::ops::Range<usize>,
}

struct Edge {
    kind: String,
    name: u64,
    to: usize,
}

#[derive(Deserialize)]
struct File {
    snapshot: Header,
    nodes: Vec<u64>,
    edges: Vec<u64>,
    strings: Vec<String>,
}

#[derive(Deserialize)]
struct Header {
    meta: Meta,
}

#[derive(Deserialize)]
struct Meta {
    node_fields: Vec<String>,
    node_types: Vec<serde_json::Value>,
    edge_fields: Vec<String>,
    edge_types: Vec<serde_json::Value>,
}

impl Snapshot {
    /// Reads a file's text.
    ///
    /// # Errors
    /// If it is not a heap snapshot.
    ///
    /// # Panics
    /// If a field that every snapshot has is missing.
    pub fn parse(text: &str) -> serde_json::Result<Self> {
        let File {
            snapshot: Header { meta },
            nodes,
            edges,
            strings,
        } = serde_json::from_str(text)?;
        let field = |fields: &[String], name: &str| {
            fields
                .iter()
                .position(|field| field == name)
                .unwrap_or_else(|| panic!("no field {name}"))
        };
        let kinds = |types: &[serde_json::Value]| -> Vec<String> {
            serde_json::from_value(types[0].clone())
                .expect("the first field's types are a list of names")
        };
        let (node_kinds, edge_kinds) = (kinds(&meta.node_types), kinds(&meta.edge_types));
        let node_width = meta.node_fields.len();
        let [kind, name, id, size, count] = ["type", "name", "id", "self_size", "edge_count"]
            .map(|name| field(&meta.node_fields, name));
        let [edge_kind, edge_name, to] =
            ["type", "name_or_index", "to_node"].map(|name| field(&meta.edge_fields, name));
        let mut first = 0;
        let nodes = nodes.chunks_exact(node_width).map(|node| {
            let edges = first..first + node[count] as usize;
            first = edges.end;
            Node {
                kind: node_kinds[node[kind] as usize].clone(),
                name: node[name] as usize,
                id: node[id],
                size: node[size],
                edges,
            }
        });
        let nodes = nodes.collect();
        let edges = edges.chunks_exact(meta.edge_fields.len()).map(|edge| Edge {
            kind: edge_kinds[edge[edge_kind] as usize].clone(),
            name: edge[edge_name],
            to: edge[to] as usize / node_width,
        });
        Ok(Self {
            nodes,
            edges: edges.collect(),
            strings,
        })
    }

    /// The objects of a row of the Constructor column: count, and shallow size in bytes.
    pub fn row(&self, constructor: &str) -> (u64, u64) {
        let sizes = (0..self.nodes.len())
            .filter(|node| self.is(*node, constructor))
            .map(|node| self.nodes[node].size);
        sizes.fold((0, 0), |(count, size), own| (count + 1, size + own))
    }

    /// How many objects of `from` that `before` did not have are kept along `hops`, and how many there are.
    pub fn kept_along(
        &self,
        before: &Self,
        from: &str,
        hops: &[(String, String)],
    ) -> (usize, usize) {
        let old: HashSet<_> = before.nodes.iter().map(|node| node.id).collect();
        let retainers = self.retainers();
        let fresh: Vec<_> = (0..self.nodes.len())
            .filter(|node| self.is(*node, from) && !old.contains(&self.nodes[*node].id))
            .collect();
        let kept = fresh
            .iter()
            .filter(|node| self.follow(&retainers, **node, hops))
            .count();
        (kept, fresh.len())
    }

    fn follow(
        &self,
        retainers: &HashMap<usize, Vec<(usize, usize)>>,
        node: usize,
        hops: &[(String, String)],
    ) -> bool {
        let Some(((edge, name), rest)) = hops.split_first() else {
            return true;
        };
        retainers
            .get(&node)
            .into_iter()
            .flatten()
            .any(|(holder, by)| {
                self.edge_is(*by, edge)
                    && matches(self.name(*holder), name)
                    && self.follow(retainers, *holder, rest)
            })
    }

    fn retainers(&self) -> HashMap<usize, Vec<(usize, usize)>> {
        let mut retainers: HashMap<_, Vec<_>> = HashMap::new();
        for (holder, node) in self.nodes.iter().enumerate() {
            for by in node
                .edges
                .clone()
                .filter(|by| self.edges[*by].kind != "weak")
            {
                retainers
                    .entry(self.edges[by].to)
                    .or_default()
                    .push((holder, by));
            }
        }
        retainers
    }

    fn is(&self, node: usize, constructor: &str) -> bool {
        let kind = self.nodes[node].kind.as_str();
        if let Some(names) = constructor
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'))
        {
            return kind == "object"
                && self.name(node) == "Object"
                && self.properties(node) == names.split(", ").collect::<Vec<_>>();
        }
        ["object", "native", "closure"].contains(&kind) && self.name(node) == constructor
    }

    fn properties(&self, node: usize) -> Vec<&str> {
        let own = self.nodes[node].edges.clone().map(|edge| &self.edges[edge]);
        let names = own
            .filter(|edge| edge.kind == "property")
            .map(|edge| self.strings[edge.name as usize].as_str());
        names.filter(|name| *name != "__proto__").collect()
    }

    fn edge_is(&self, edge: usize, name: &str) -> bool {
        let Edge {
            kind, name: own, ..
        } = &self.edges[edge];
        let numbered = kind == "element" || kind == "hidden";
        if name == "[…]" {
            numbered
        } else {
            !numbered && self.strings[*own as usize] == name
        }
    }

    fn name(&self, node: usize) -> &str {
        &self.strings[self.nodes[node].name]
    }
}

fn matches(name: &str, pattern: &str) -> bool {
    match pattern.strip_suffix('…') {
        Some(start) => name.starts_with(start),
        None => name == pattern,
    }
}
