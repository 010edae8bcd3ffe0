//! Collections that every program has: each beside the same one held by a program's own object.

use heap::{Pattern, Snapshot};

use super::{drawn, edges, notable, times, usual};

/// An array of 1,500 items, held by `@10` through this edge; what else is drawn follows.
fn held(edge: &str, holder: &[&str], item: &str) -> Snapshot {
    let mut nodes: Vec<String> = holder
        .iter()
        .map(|node| node.replace("{edge}", edge))
        .collect();
    nodes.push(format!(
        "@20 object Array 16: {}",
        edges(1500, 1000, |at| at.to_string())
    ));
    nodes.extend(times(1500, 1000, |id| format!("@{id} {item} 100")));
    drawn("internal held -> @10", &nodes)
}

fn is_said(snapshot: &Snapshot) -> bool {
    let found = heap::findings(snapshot);
    found
        .iter()
        .any(|finding| finding.pattern == Pattern::LargeCollection)
}

/// An array that an object of this class holds by this edge.
fn of_class(edge: &str, class: &str) -> bool {
    let holder = format!("@10 object \"{class}\" 16: {{edge}} -> @20");
    is_said(&held(edge, &[&holder], "object Item"))
}

#[test]
fn what_modules_export_and_prototypes_are_innocent() {
    assert!(of_class("items", "Store"));
    for edge in ["exports", "prototype", "\"<symbol node:timers>\""] {
        assert!(!of_class(edge, "Store"), "{edge}");
    }
    assert!(!of_class("_cache", "Module"));
}

#[test]
fn what_a_running_function_uses_is_innocent() {
    let by = |root: &str| {
        let holder = format!("@10 synthetic \"{root}\" 0: internal 0 -> @20");
        is_said(&held("", &[&holder], "object Item"))
    };
    assert!(by("(Handle scope)"));
    assert!(!by("(Stack roots)"));
}

/// A scope of a function of this script holds it, or an object of a class of this script that the scope holds.
fn of_script(script: &str, by_object: bool) -> bool {
    let script = format!("@14 code \"{script}\" 144");
    let (variable, object) = if by_object {
        (
            "context loader -> @15",
            "@15 object Loader 16: map -> @20, __proto__ -> @16",
        )
    } else {
        (
            "context map -> @20",
            "@15 object Loader 16: __proto__ -> @16",
        )
    };
    let nodes = [
        "@10 object Holder 16: f -> @11, other -> @15",
        "@11 closure load 28: internal context -> @12, internal shared -> @13",
        &format!("@12 object \"system / Context / scope @4\" 20: {variable}"),
        "@13 code load 48: internal script -> @14",
        &script,
        object,
        "@16 object Loader 16: constructor -> @17",
        "@17 closure Loader 28: internal shared -> @13",
    ];
    let mut nodes = nodes.to_vec();
    if by_object {
        // Only the scope holds it then.
        nodes[0] = "@10 object Holder 16: f -> @11";
    }
    is_said(&held("", &nodes, "object Item"))
}

#[test]
fn the_tables_of_nodes_own_scripts_are_innocent() {
    for by_object in [false, true] {
        assert!(of_script("file:///srv/app/app.js", by_object));
        assert!(!of_script("node:internal/modules/esm/loader", by_object));
    }
}

#[test]
fn children_of_like_objects_and_exported_functions_are_innocent() {
    let holder = ["@10 object Node 16: children -> @20"];
    assert!(is_said(&held("", &holder, "object Item")));
    assert!(!is_said(&held("", &holder, "object Node")));
    let dictionary = |value: &str| {
        let names = edges(1500, 1000, |at| format!("f{at}"));
        let mut nodes = vec![format!("@10 object Object 16: {names}")];
        nodes.extend(times(1500, 1000, |id| format!("@{id} {value} 100")));
        let snapshot = drawn("internal held -> @10", &nodes);
        heap::findings(&snapshot)
            .iter()
            .any(|finding| finding.pattern == Pattern::KeyedCache)
    };
    assert!(dictionary("object Item"));
    assert!(!dictionary("closure f"));
}

/// A detached tree of twelve nodes below an element of this kind.
fn detached(element: &str) -> Snapshot {
    let mut nodes = vec![
        "@10 object Templates 16: row -> @20".into(),
        format!("@20 native \"<{element}>\" 160 detached: 4 -> @100"),
    ];
    nodes.extend(times(11, 100, |id| {
        let next = (id + 1).min(110);
        format!("@{id} native \"<td>\" 160 detached: 1 -> @20, 5 -> @{next}")
    }));
    drawn("internal held -> @10", &nodes)
}

#[test]
fn what_a_page_clones_is_never_in_its_document() {
    assert_eq!(notable(&detached("tr"), Pattern::DetachedTree).count, 12);
    let template = usual(&detached("template"), Pattern::DetachedTree);
    assert_eq!(template.map(|found| found.count), Some(12));
}
