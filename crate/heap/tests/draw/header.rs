//! The header: what the columns are, and how many rows there are of each table.

use super::shuffle::shuffle;
use super::table::Table;
use super::{Drawing, EdgeKind, NodeKind, Style};

pub(super) struct Tables {
    pub(super) nodes: Table,
    pub(super) edges: Table,
    pub(super) functions: Table,
    pub(super) samples: Table,
    pub(super) locations: Table,
}

impl Tables {
    pub(super) fn of(drawing: &Drawing, style: &Style) -> Self {
        let number = "\"number\"";
        // Chromium 156 does not write the last kind yet.
        let has_wasm = drawing
            .nodes
            .iter()
            .any(|node| node.kind == NodeKind::WasmObject);
        let known_kinds = NodeKind::ALL
            .iter()
            .filter(|kind| has_wasm || **kind != NodeKind::WasmObject);
        let node_kinds = kinds(known_kinds.map(|kind| kind.word()));
        let edge_kinds = kinds(EdgeKind::ALL.iter().map(|kind| kind.word()));
        let mut nodes = vec![
            ("type", node_kinds.as_str()),
            ("name", "\"string\""),
            ("id", number),
            ("self_size", number),
            ("edge_count", number),
        ];
        nodes.extend(drawing.with_trace_ids.then_some(("trace_node_id", number)));
        nodes.extend(
            drawing
                .with_detachedness
                .then_some(("detachedness", number)),
        );
        let edges = [
            ("type", edge_kinds.as_str()),
            ("name_or_index", "\"string_or_number\""),
            ("to_node", "\"node\""),
        ];
        let plain = |names: &[&'static str], style: &Style| {
            let columns: Vec<_> = names.iter().map(|&name| (name, number)).collect();
            Table::new(&columns, style)
        };
        // DevTools takes two numbers for a sample, whatever the header says.
        let known = Style {
            unknown: false,
            ..*style
        };
        Self {
            nodes: Table::new(&nodes, style),
            edges: Table::new(&edges, style),
            functions: plain(
                &[
                    "function_id",
                    "name",
                    "script_name",
                    "script_id",
                    "line",
                    "column",
                ],
                style,
            ),
            samples: plain(&["timestamp_us", "last_assigned_id"], &known),
            locations: plain(&["object_index", "script_id", "line", "column"], style),
        }
    }

    /// The member `snapshot`.
    pub(super) fn header(&self, drawing: &Drawing, style: &Style) -> String {
        let mut members = vec![
            format!("\"meta\":{}", self.meta(style)),
            format!("\"node_count\":{}", drawing.nodes.len()),
            format!("\"edge_count\":{}", drawing.edge_count()),
            format!("\"trace_function_count\":{}", drawing.functions.len()),
        ];
        if drawing.root != 0 {
            members.push(format!(
                "\"root_index\":{}",
                drawing.root * self.nodes.width()
            ));
        }
        members.extend(
            drawing
                .extra_native_bytes
                .map(|bytes| format!("\"extra_native_bytes\":{bytes}")),
        );
        if style.unknown {
            members.extend(["\"title\":\"\\\"\"".into(), "\"uid\":[]".into()]);
        }
        shuffle(&mut members, style.shuffled);
        format!("{{{}}}", members.join(","))
    }

    fn meta(&self, style: &Style) -> String {
        let mut members = vec![
            format!("\"node_fields\":[{}]", self.nodes.names()),
            format!("\"node_types\":[{}]", self.nodes.kinds()),
            format!("\"edge_fields\":[{}]", self.edges.names()),
            format!("\"edge_types\":[{}]", self.edges.kinds()),
            format!(
                "\"trace_function_info_fields\":[{}]",
                self.functions.names()
            ),
            r#""trace_node_fields":["id","function_info_index","count","size","children"]"#.into(),
            format!("\"sample_fields\":[{}]", self.samples.names()),
            format!("\"location_fields\":[{}]", self.locations.names()),
        ];
        if style.unknown {
            members.push(r#""scope_fields":["start_position",{"nodes":[[]]}]"#.into());
        }
        shuffle(&mut members, style.shuffled);
        format!("{{{}}}", members.join(","))
    }
}

fn kinds<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.map(|word| format!("\"{word}\"")).collect();
    format!("[{}]", words.join(","))
}
