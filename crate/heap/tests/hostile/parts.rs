//! Members missing, doubled, or of another type.

use serde_json::Value;

use super::{SMALL, analyse, changed, read, refusal};

#[test]
fn every_part_is_there_once() {
    let value: Value = serde_json::from_str(SMALL).unwrap();
    for (member, code) in [
        ("snapshot", "file.other-json"),
        ("nodes", "heap.member"),
        ("edges", "heap.member"),
        ("strings", "heap.member"),
    ] {
        let mut without = value.clone();
        without.as_object_mut().unwrap().remove(member);
        assert_eq!(refusal(without.to_string().as_bytes()).0, code, "{member}");
    }
    for (member, part) in value.as_object().unwrap() {
        let twice = SMALL.trim_end().strip_suffix('}').unwrap();
        let twice = format!("{twice},\"{member}\":{part}}}");
        assert_eq!(refusal(twice.as_bytes()).0, "heap.member", "{member}");
    }
    for field in [
        "node_fields",
        "edge_fields",
        "node_types",
        "edge_types",
        "self_size",
        "to_node",
    ] {
        let odd = changed(&format!("\"{field}\""), "\"odd\"");
        assert_eq!(refusal(&odd).0, "heap.meta", "{field}");
    }
    assert_eq!(refusal(&changed("\"meta\"", "\"odd\"")).0, "heap.meta");
    assert_eq!(
        refusal(&changed("\"strings\":[", "\"strings\":[1,")).0,
        "file.not-json"
    );
}

#[test]
fn a_value_of_any_type_anywhere_never_panics() {
    let whole: Value = serde_json::from_str(SMALL).unwrap();
    let values = [
        "1",
        "-1",
        "1e400",
        "0.5",
        "\"x\"",
        "null",
        "true",
        "[]",
        "{}",
        "[[1]]",
        "4294967295",
        "{\"id\":2}",
    ];
    for pointer in pointers(&whole, "") {
        for value in values {
            let mut changed = whole.clone();
            *changed.pointer_mut(&pointer).unwrap() = Value::from("MARK");
            let text = changed.to_string().replace("\"MARK\"", value);
            let result = read(text.as_bytes(), 1000);
            let other = read(text.as_bytes(), 1);
            assert_eq!(result.is_ok(), other.is_ok(), "{text}");
            if let Ok(graph) = result {
                analyse(graph);
            }
        }
    }
}

fn pointers(value: &Value, at: &str) -> Vec<String> {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (name.clone(), value))
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(index, value)| (index.to_string(), value))
            .collect(),
        _ => Vec::new(),
    };
    let below = inner
        .iter()
        .flat_map(|(name, value)| pointers(value, &format!("{at}/{name}")));
    std::iter::once(at.to_owned()).chain(below).collect()
}
