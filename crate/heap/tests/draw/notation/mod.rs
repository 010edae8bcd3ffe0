//! The notation, read line by line (see the module above for what it looks like).

mod edge;
mod file;
mod node;
mod token;
mod words;

use super::{Drawing, EdgeKind, Label};
use token::Token;
use words::Words;

/// Edges wait until all nodes are known: targets may be drawn below.
type Pending = Vec<(usize, EdgeKind, Label, u64)>;

pub(super) fn parse(text: &str) -> Drawing {
    let mut drawing = Drawing::new();
    let mut edges = Pending::new();
    for line in text.lines() {
        let mut words = Words::of(line);
        match (words.peek(0), words.peek(1)) {
            (None, _) => {}
            (Some(Token::Id(_)), _) => node::read(&mut drawing, &mut words, &mut edges),
            (Some(Token::Word(word)), Some(Token::Id(_))) if word == "root" => {
                words.text();
                drawing.root = drawing.nodes.len();
                node::read(&mut drawing, &mut words, &mut edges);
            }
            _ if line.contains("->") => edge::read(drawing.nodes.len() - 1, &mut words, &mut edges),
            _ => file::read(&mut drawing, &mut words),
        }
        assert!(words.peek(0).is_none(), "not understood to the end: {line}");
    }
    for (from, kind, label, id) in edges {
        let to = drawing.at(id);
        drawing.edge(from, kind, label, to);
    }
    drawing
}
