//! `a -> @5, 0 -> @9, weak w -> @5`

use super::Pending;
use super::token::Token;
use super::words::Words;
use crate::draw::{EdgeKind, Label};

pub(super) fn read(from: usize, words: &mut Words<'_>, edges: &mut Pending) {
    while words.peek(0).is_some() {
        let (kind, label) = start(words);
        let label = match label {
            Token::Word(word) if kind.is_numbered() => {
                Label::Index(word.parse().expect("an index"))
            }
            Token::Word(word) => Label::Name(word.into()),
            Token::Quoted(text) => Label::Name(text),
            other => words.fail(&format!("no edge is called {other:?}")),
        };
        assert!(words.next() == Token::Arrow, "an arrow is missing");
        edges.push((from, kind, label, words.id()));
        if words.peek(0) == Some(&Token::Comma) {
            words.next();
        }
    }
}

/// What stands before the arrow: a type and a label, or the label alone.
fn start(words: &mut Words<'_>) -> (EdgeKind, Token) {
    let first = words.next();
    if words.peek(0) != Some(&Token::Arrow) {
        let kind = match &first {
            Token::Word(word) => EdgeKind::from_word(word),
            _ => None,
        };
        return (
            kind.unwrap_or_else(|| words.fail("no such type of edge")),
            words.next(),
        );
    }
    match &first {
        Token::Word(word) if word.parse::<usize>().is_ok() => (EdgeKind::Element, first),
        _ => (EdgeKind::Property, first),
    }
}
