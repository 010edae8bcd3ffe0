//! A drawing as the bytes of a `.heapsnapshot`.

use super::header::Tables;
use super::shuffle::shuffle;
use super::space::spaced;
use super::{Drawing, EdgeKind, NodeKind, Style, Trace, escape};

impl Drawing {
    pub(crate) fn to_json(&self, style: &Style) -> Vec<u8> {
        let tables = Tables::of(self, style);
        let mut members = vec![
            ("snapshot", tables.header(self, style)),
            ("nodes", self.node_rows(&tables)),
            ("edges", self.edge_rows(&tables)),
            ("trace_function_infos", self.function_rows(&tables)),
            (
                "trace_tree",
                self.traces
                    .as_ref()
                    .map_or("[]".into(), |tree| format!("[{}]", trace(tree))),
            ),
            ("samples", self.sample_rows(&tables)),
            ("locations", self.location_rows(&tables)),
            ("strings", self.string_list(style)),
        ];
        if style.unknown {
            members.push((
                "scopes",
                r#"[1,[2,{"strings":["]}\\"]}],null,true,-1.5e3]"#.into(),
            ));
        }
        shuffle(&mut members, style.shuffled);
        let members: Vec<String> = members
            .iter()
            .map(|(name, json)| format!("\"{name}\":{json}"))
            .collect();
        let json = format!("{{{}}}", members.join(",\n"));
        if style.spaced { spaced(&json) } else { json }.into_bytes()
    }

    fn node_rows(&self, tables: &Tables) -> String {
        tables.nodes.rows(&self.nodes, |node, field| match field {
            "type" => place(NodeKind::ALL, node.kind),
            "name" => node.name as u64,
            "id" => node.id,
            "self_size" => node.size,
            "edge_count" => node.edges.len() as u64,
            "trace_node_id" => node.trace,
            "detachedness" => u64::from(node.detachedness),
            other => unreachable!("{other}"),
        })
    }

    fn edge_rows(&self, tables: &Tables) -> String {
        let width = tables.nodes.width();
        tables.edges.rows(
            self.nodes.iter().flat_map(|node| &node.edges),
            |edge, field| match field {
                "type" => place(EdgeKind::ALL, edge.kind),
                "name_or_index" => edge.name_or_index as u64,
                "to_node" => (edge.to * width) as u64,
                other => unreachable!("{other}"),
            },
        )
    }

    fn function_rows(&self, tables: &Tables) -> String {
        tables
            .functions
            .rows(&self.functions, |function, field| match field {
                "function_id" => function.id,
                "name" => function.name as u64,
                "script_name" => function.script_name as u64,
                "script_id" => function.script,
                "line" => function.line,
                "column" => function.column,
                other => unreachable!("{other}"),
            })
    }

    fn sample_rows(&self, tables: &Tables) -> String {
        tables
            .samples
            .rows(&self.samples, |sample, field| match field {
                "timestamp_us" => sample.micros,
                "last_assigned_id" => sample.last_id,
                other => unreachable!("{other}"),
            })
    }

    fn location_rows(&self, tables: &Tables) -> String {
        let width = tables.nodes.width();
        tables
            .locations
            .rows(&self.locations, |location, field| match field {
                "object_index" => (location.node * width) as u64,
                "script_id" => location.script,
                "line" => location.line,
                "column" => location.column,
                other => unreachable!("{other}"),
            })
    }

    fn string_list(&self, style: &Style) -> String {
        let mut out = String::from("[");
        for (at, text) in self.strings.iter().enumerate() {
            out.push_str(if at > 0 { ",\n" } else { "" });
            escape::write(text, style.escapes, &mut out);
        }
        out.push(']');
        out
    }
}

fn place<T: Copy + PartialEq>(all: &[T], one: T) -> u64 {
    let place = all.iter().position(|known| *known == one);
    place.expect("every kind is listed") as u64
}

/// Five values each, the children's values in a list without brackets between them.
fn trace(tree: &Trace) -> String {
    let children: Vec<String> = tree.children.iter().map(trace).collect();
    format!(
        "{},{},{},{},[{}]",
        tree.id,
        tree.function,
        tree.count,
        tree.size,
        children.join(",")
    )
}
