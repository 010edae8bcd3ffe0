//! `@3 object Window 16 detached trace 5 at 7:1:2: edges`

use super::token::Token;
use super::words::Words;
use super::{Pending, edge};
use crate::draw::{Drawing, Location, NodeKind};

pub(super) fn read(drawing: &mut Drawing, words: &mut Words<'_>, edges: &mut Pending) {
    let id = words.id();
    let kind = words.text().to_string().replace('-', " ");
    let kind = NodeKind::from_word(&kind).unwrap_or_else(|| words.fail("no such type of node"));
    let name = words.text();
    let size = words.number();
    assert!(
        drawing.nodes.iter().all(|node| node.id != id),
        "@{id} twice"
    );
    let node = drawing.node(kind, name, id, size);
    while words.peek(0).is_some() {
        if words.peek(0) == Some(&Token::Colon) {
            words.next();
            return edge::read(node, words, edges);
        }
        match words.text().to_string().as_str() {
            "attached" => drawing.nodes[node].detachedness = 1,
            "detached" => drawing.nodes[node].detachedness = 2,
            "trace" => {
                drawing.nodes[node].trace = words.number();
                drawing.with_trace_ids = true;
            }
            "at" => {
                let [script, line, column] = words.place();
                drawing.locations.push(Location {
                    node,
                    script,
                    line,
                    column,
                });
            }
            other => words.fail(&format!("a node cannot be {other}")),
        }
    }
}
