//! What is drawn is what is written.

use expect_test::expect;
use serde_json::Value;

use super::{Drawing, EdgeKind, Escapes, NodeKind, Style, draw, picture};

const MUCH: &str = r#"
    # All that can be drawn.
    @1 synthetic "" 0: shortcut win -> @3, 1 -> @9
    @3 object Window 16 detached trace 2 at 7:1:2
        a -> @5, "b, \"c\"" -> @5
        weak w -> @5, context c -> @5, hidden 3 -> @9
    @5 concatenated-string "é😀\n/" 20 attached
    root @9 synthetic "(GC roots)" 0 : internal x -> @9
    extra_native_bytes 4096
    sample 1000 9
    function (root) "" 0:0:0
    function f app.js 7:1:2
    trace 1 none (root) 0 0
    trace 2 1 f 3 48
    trace 3 2 f 1 16
    trace 4 1 f 1 16
"#;

fn reread(drawing: &Drawing, style: &Style) -> Drawing {
    let json: Value = serde_json::from_slice(&drawing.to_json(style)).expect("JSON");
    Drawing::from_json(&json)
}

#[test]
fn written_as_v8_does() {
    let bytes = draw(
        r#"
        @1 synthetic "" 0: 1 -> @3
        @3 object A 16 at 7:1:2: a -> @3, weak "\u00e9" -> @1
        "#,
    );
    expect![[r#"
        {"snapshot":{"meta":{"node_fields":["type","name","id","self_size","edge_count","detachedness"],"node_types":[["hidden","array","string","object","code","closure","regexp","number","native","synthetic","concatenated string","sliced string","symbol","bigint","object shape"],"string","number","number","number","number"],"edge_fields":["type","name_or_index","to_node"],"edge_types":[["context","element","property","internal","hidden","shortcut","weak"],"string_or_number","node"],"trace_function_info_fields":["function_id","name","script_name","script_id","line","column"],"trace_node_fields":["id","function_info_index","count","size","children"],"sample_fields":["timestamp_us","last_assigned_id"],"location_fields":["object_index","script_id","line","column"]},"node_count":2,"edge_count":3,"trace_function_count":0},
        "nodes":[9,1,1,0,1,0
        ,3,2,3,16,2,0
        ],
        "edges":[1,1,6
        ,2,3,6
        ,6,4,0
        ],
        "trace_function_infos":[],
        "trace_tree":[],
        "samples":[],
        "locations":[6,7,1,2
        ],
        "strings":["<dummy>",
        "",
        "A",
        "a",
        "\u00E9"]}"#]]
    .assert_eq(&String::from_utf8(bytes).expect("ASCII"));
}

#[test]
fn all_of_it_comes_back() {
    let drawing = picture(MUCH);
    assert_eq!(drawing.root, 3);
    assert_eq!(drawing.nodes[1].edges[0].kind, EdgeKind::Property);
    assert_eq!(
        drawing.strings[drawing.nodes[1].edges[1].name_or_index],
        "b, \"c\""
    );
    assert_eq!(drawing.nodes[1].edges[4].name_or_index, 3);
    assert_eq!(*drawing.name(drawing.at(5)), "é😀\n/");
    assert_eq!(
        drawing.traces.as_ref().expect("traces").children[0].children[0].id,
        3
    );
    assert_eq!(reread(&drawing, &Style::V8), drawing);
}

#[test]
fn every_style_says_the_same() {
    let drawing = picture(MUCH);
    for seed in 0..100 {
        assert_eq!(reread(&drawing, &Style::odd(seed)), drawing, "seed {seed}");
    }
}

#[test]
fn both_layouts() {
    let old = picture("without detachedness\n@1 synthetic \"\" 0");
    assert!(!old.with_detachedness && !old.with_trace_ids);
    assert_eq!(reread(&old, &Style::V8), old);
    let node = picture("with trace_node_id\n@1 synthetic \"\" 0");
    assert!(node.with_detachedness && node.with_trace_ids);
    assert_eq!(reread(&node, &Style::V8), node);
}

#[test]
fn lone_surrogates_stay_apart() {
    let drawing = picture(r#"@1 object "\ud800x" 0: "\udc00" -> @1"#);
    assert_eq!(drawing.strings[1].units(), [0xd800, 0x78]);
    for escapes in [Escapes::Ascii, Escapes::Utf8, Escapes::All] {
        let bytes = drawing.to_json(&Style {
            escapes,
            ..Style::V8
        });
        let json = String::from_utf8(bytes).expect("UTF-8");
        assert!(
            json.contains("\\uD800") && json.contains("\\uDC00"),
            "{json}"
        );
    }
}

#[test]
fn equal_texts_share_a_place_unless_asked_otherwise() {
    let mut drawing = Drawing::new();
    let a = drawing.node(NodeKind::Object, "A", 1, 0);
    let b = drawing.node(NodeKind::Object, "A", 3, 0);
    assert_eq!(drawing.nodes[a].name, drawing.nodes[b].name);
    drawing.nodes[b].name = drawing.text_again("A");
    assert_ne!(drawing.nodes[a].name, drawing.nodes[b].name);
    assert_eq!(reread(&drawing, &Style::V8), drawing);
}
