//! Whole files to begin with: small, with everything in them that a rule looks at.

use std::fmt::Write;

use crate::chance::Chance;

const SMALL: &str = include_str!("../../../crate/heap/tests/small.heapsnapshot");

const PROFILE: &str = r#"{"head":{"callFrame":{"functionName":"(root)","scriptId":"0","url":"","lineNumber":-1,"columnNumber":-1},"selfSize":0,"id":1,
"children":[{"callFrame":{"functionName":"f","scriptId":"7","url":"app.js","lineNumber":1,"columnNumber":2},"selfSize":16,"id":2,
"children":[{"callFrame":{"functionName":"g\ud800","scriptId":"7","url":"app.js","lineNumber":3,"columnNumber":2},"selfSize":1.5,"id":3,"children":[]}]},
{"callFrame":{"functionName":"f","scriptId":"7","url":"app.js","lineNumber":1,"columnNumber":2},"selfSize":8,"id":4,"children":[]}]},
"samples":[{"size":16,"nodeId":2,"ordinal":1},{"size":8,"nodeId":4,"ordinal":2}]}"#;

/// A file, and whether it is a sampling profile.
pub fn pick(chance: &mut Chance) -> (bool, Vec<u8>) {
    match chance.below(8) {
        0 => (true, PROFILE.into()),
        1 => (false, SMALL.into()),
        _ => (false, snapshot(chance).into_bytes()),
    }
}

/// Texts that mean something to a rule.
const NAMES: &[&str] = &[
    "",
    "Object",
    "Object",
    "Object",
    "Array",
    "Foo",
    "RegExp",
    "<div id=\\\"a\\\">",
    "Detached <div>",
    "Detached Detached ",
    "{a, b}",
    "(Document DOM trees)",
    "(map descriptors)",
    "system / NativeContext",
    "system / ExternalStringData",
    "V8EventListener",
    "a",
    "b",
    "__proto__",
    "elements",
    "x,y",
    "12 a",
    "7 / part of key (Foo @3) -> value (a @5) pair in WeakMap (table @7)",
    "8 / part of key (Foo @3) -> value (a @5) pair in WeakMap (table @7)",
    "sloppy_function_map",
    "1 / DevTools console",
    "first",
    "second",
    "int",
    "value",
    "\\ud83d",
    "\\ud83d\\ude00",
    "https://a.example/b",
    "🙂",
    "system / Context / f",
    "length",
    "truncated",
    "true",
];

const NODE_TYPES: &[&str] = &[
    "hidden",
    "array",
    "string",
    "object",
    "code",
    "closure",
    "regexp",
    "number",
    "native",
    "synthetic",
    "concatenated string",
    "sliced string",
    "symbol",
    "bigint",
    "object shape",
    "of tomorrow",
];

const EDGE_TYPES: &[&str] = &[
    "context",
    "element",
    "property",
    "internal",
    "hidden",
    "shortcut",
    "weak",
    "invisible",
    "of tomorrow",
];

/// A heap of up to 25 nodes, seldom of more, with all tables.
fn snapshot(chance: &mut Chance) -> String {
    let most = if chance.below(16) == 0 { 150 } else { 25 };
    let nodes = 1 + chance.below(most);
    let counts: Vec<usize> = (0..nodes).map(|_| chance.below(5)).collect();
    let edges: usize = counts.iter().sum();
    let root = if chance.below(8) == 0 {
        7 * chance.below(nodes)
    } else {
        0
    };
    // As programs write it that count nothing, have addresses for ids, and types that they do not name.
    let (written_nodes, written_edges) = *chance.one(&[(nodes, edges), (nodes, edges), (0, 0)]);
    let far = *chance.one(&[0, 0, 0, 1_u64 << 32, 140_266_963_149_888]);
    let named = *chance.one(&[NODE_TYPES.len(), NODE_TYPES.len(), 12]);
    let mut out = format!(
        "{{\"snapshot\":{{\"meta\":{{\"node_fields\":[\"type\",\"name\",\"id\",\"self_size\",\"edge_count\",\"trace_node_id\",\"detachedness\"],\
        \"node_types\":[[{}],\"string\"],\"edge_fields\":[\"type\",\"name_or_index\",\"to_node\"],\"edge_types\":[[{}]],\
        \"trace_function_info_fields\":[\"function_id\",\"name\",\"script_name\",\"script_id\",\"line\",\"column\"],\
        \"trace_node_fields\":[\"id\",\"function_info_index\",\"count\",\"size\",\"children\"],\"sample_fields\":[\"timestamp_us\",\"last_assigned_id\"],\
        \"location_fields\":[\"object_index\",\"script_id\",\"line\",\"column\"]}},\"node_count\":{written_nodes},\"edge_count\":{written_edges},\
        \"trace_function_count\":1,\"root_index\":{root},\"extra_native_bytes\":5}},\n\"nodes\":[",
        quoted(&NODE_TYPES[..named]),
        quoted(EDGE_TYPES),
    );
    for (node, count) in counts.iter().enumerate() {
        let kind = [3, 3, 8, 9, chance.below(NODE_TYPES.len())][chance.below(5)];
        let (name, size) = (
            chance.below(NAMES.len()),
            chance.below(3) * chance.below(100),
        );
        let state = chance.below(9).saturating_sub(6);
        let comma = if node > 0 { "," } else { "" };
        let trace = chance.below(3);
        writes(
            &mut out,
            format_args!(
                "{comma}{kind},{name},{},{size},{count},{trace},{state}\n",
                2 * node as u64 + 1 + far
            ),
        );
    }
    out.push_str("],\n\"edges\":[");
    for edge in 0..edges {
        let kind = [2, 2, 3, chance.below(EDGE_TYPES.len())][chance.below(4)];
        let (name, to) = (chance.below(NAMES.len()), 7 * chance.below(nodes));
        let comma = if edge > 0 { "," } else { "" };
        writes(&mut out, format_args!("{comma}{kind},{name},{to}\n"));
    }
    let place = 7 * chance.below(nodes);
    writes(
        &mut out,
        format_args!(
            "],\n\"trace_function_infos\":[1,5,16,7,1,2],\n\"trace_tree\":[1,0,0,0,[2,0,3,48,[]]],\n\"samples\":[10,3,20,9],\n\
            \"locations\":[{place},7,1,2],\n\"strings\":[{}]}}",
            quoted(NAMES)
        ),
    );
    out
}

fn quoted(texts: &[&str]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| format!("\"{text}\"")).collect();
    texts.join(",")
}

fn writes(out: &mut String, text: std::fmt::Arguments<'_>) {
    // A String takes everything.
    let _ = out.write_fmt(text);
}
