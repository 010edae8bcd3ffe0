//! What is left of a line, taken word by word.

use std::collections::VecDeque;

use super::token::{Token, tokens};
use crate::draw::Text;

pub(super) struct Words<'a> {
    line: &'a str,
    left: VecDeque<Token>,
}

impl<'a> Words<'a> {
    pub(super) fn of(line: &'a str) -> Self {
        Self {
            line,
            left: tokens(line).into(),
        }
    }

    pub(super) fn peek(&self, ahead: usize) -> Option<&Token> {
        self.left.get(ahead)
    }

    pub(super) fn next(&mut self) -> Token {
        self.left
            .pop_front()
            .unwrap_or_else(|| self.fail("the line ends too soon"))
    }

    pub(super) fn text(&mut self) -> Text {
        match self.next() {
            Token::Word(word) => word.into(),
            Token::Quoted(text) => text,
            other => self.fail(&format!("a name, not {other:?}")),
        }
    }

    pub(super) fn number(&mut self) -> u64 {
        let text = self.text().to_string();
        text.parse()
            .unwrap_or_else(|_| self.fail(&format!("a number, not {text}")))
    }

    pub(super) fn id(&mut self) -> u64 {
        match self.next() {
            Token::Id(id) => id,
            other => self.fail(&format!("an id, not {other:?}")),
        }
    }

    /// `script:line:column`
    pub(super) fn place(&mut self) -> [u64; 3] {
        let text = self.text().to_string();
        let numbers: Result<Vec<u64>, _> = text.split(':').map(str::parse).collect();
        let place = numbers.ok().and_then(|numbers| numbers.try_into().ok());
        place.unwrap_or_else(|| self.fail(&format!("script:line:column, not {text}")))
    }

    pub(super) fn fail(&self, what: &str) -> ! {
        panic!("{what}: {}", self.line)
    }
}
