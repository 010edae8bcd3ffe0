//! One value a node.

use serde_json::{Value, json};

use super::graphs::{Graph, graphs};
use super::json::{list, number, numbers, texts};
use crate::twin::{figures, retainers};

#[test]
fn every_node() {
    for Graph {
        seed,
        drawing,
        oracle,
        ..
    } in graphs().iter().filter(|graph| !graph.is_refused())
    {
        let figures = figures(drawing);
        let columns = &oracle["columns"];
        let name = |at: &Value| oracle["names"][number(at) as usize].clone();
        let names: Vec<Value> = list(&columns["className"]).map(name).collect();
        let page: Vec<bool> = list(&columns["flags"])
            .map(|flags| number(flags) as u8 & 4 != 0)
            .collect();
        assert_eq!(json!(figures.shallow), columns["self"], "{seed}");
        assert_eq!(
            numbers(&json!(figures.retained)),
            numbers(&columns["retained"]),
            "{seed}"
        );
        assert_eq!(json!(figures.distance), columns["distance"], "{seed}");
        assert_eq!(json!(figures.dominator), columns["dominator"], "{seed}");
        assert_eq!(
            json!(figures.detachedness),
            columns["detachedness"],
            "{seed}"
        );
        assert_eq!(texts(&figures.class_name), names, "{seed}");
        assert_eq!(figures.page, page, "{seed}");
    }
}

#[test]
fn retainers_of_two_nodes_each() {
    for Graph {
        seed,
        drawing,
        oracle,
        ..
    } in graphs().iter().filter(|graph| !graph.is_refused())
    {
        for walk in list(&oracle["walks"]).filter(|walk| walk["retainers"].is_object()) {
            let ours = retainers(drawing, number(&walk["ordinal"]) as usize);
            assert_eq!(json!(ours.len()), walk["retainers"]["total"], "{seed}");
        }
    }
}
