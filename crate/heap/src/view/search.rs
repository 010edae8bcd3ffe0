//! Looking for objects by name or number.

mod pattern;

use std::ops::Range;

use pattern::Pattern;

use super::{
    Page, Passing, Sort,
    name::{ByPlainName, Source},
};
use crate::{NodeIx, ObjectId, Snapshot, ground::bits::Bits, text::number::leading_number};

/// What to look for.
#[derive(Clone, Copy, Debug)]
pub struct Search<'a> {
    /// Part of a name, WTF-8; or `@` and a number.
    pub text: &'a [u8],
    /// Whether `a` is not `A`.
    pub case_sensitive: bool,
}

impl Snapshot {
    /// Objects whose name as shown ([`Snapshot::name`]) has the text in it, without those of size 0, which no list shows; or the one
    /// object with the number (DevTools: `search`, and what its search box does with `@`).
    pub fn search(
        &self,
        search: Search<'_>,
        passing: &Passing,
        sort: Sort,
        range: Range<usize>,
    ) -> Page<NodeIx> {
        let found = match search.text.trim_ascii() {
            [] => Vec::new(),
            [b'@', number @ ..] => self.numbered(number).into_iter().collect(),
            _ => self.named(&Pattern::new(search), passing),
        };
        self.sorted(found, sort, range)
    }

    fn numbered(&self, number: &[u8]) -> Option<NodeIx> {
        // Beyond 2^53 JavaScript's numbers are not exact.
        let exact = std::str::from_utf8(number).ok();
        let exact = exact.and_then(|number| number.parse().ok());
        let as_javascript = || {
            let number = leading_number(number).filter(|number| *number >= 0.0)?;
            Some(number as u64)
        };
        self.graph.find(ObjectId(exact.or_else(as_javascript)?))
    }

    fn named(&self, pattern: &Pattern<'_>, passing: &Passing) -> Vec<NodeIx> {
        let graph = &self.graph;
        // Every text is looked at once, however many objects have it.
        let strings = pattern.having(&graph.strings);
        let mut plain = ByPlainName::new();
        // By concatenated string: whether it was looked at, and found.
        let mut seen = Bits::new(graph.nodes.len());
        let mut found = Bits::new(graph.nodes.len());
        let mut name = Vec::new();
        let mut made = |source| {
            self.write_name(source, &mut name);
            pattern.is_in(&name)
        };
        let mut matches = |node: NodeIx| match self.name_source(node) {
            Source::Raw(string) => strings.get(string),
            source @ Source::Parts(node) => {
                if seen.insert(node) && made(source) {
                    found.set(node);
                }
                found.get(node)
            }
            source @ Source::Properties(node) => {
                plain.get(graph, &self.texts, node, || made(source))
            }
        };
        let counts = |node: &NodeIx| !graph.nodes.size.is_zero(node.0) && passing.has(node.0);
        let nodes = graph.nodes().filter(counts);
        nodes.filter(|node| matches(*node)).collect()
    }
}
