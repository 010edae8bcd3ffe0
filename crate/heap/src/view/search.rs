//! Looking for objects by name or number.

mod pattern;

use std::ops::Range;

use pattern::Pattern;

use super::{Page, Passing, Sort};
use crate::{
    NodeIx, ObjectId, Snapshot,
    ground::bits::Bits,
    text::{names::Made, number::leading_number},
};

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
        match search.text.trim_ascii() {
            [] => self.sorted(None, sort, range),
            [b'@', number @ ..] => self.sorted(self.numbered(number), sort, range),
            _ => self.named(&Pattern::new(search), passing, sort, range),
        }
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

    fn named(
        &self,
        pattern: &Pattern<'_>,
        passing: &Passing,
        sort: Sort,
        range: Range<usize>,
    ) -> Page<NodeIx> {
        let graph = &self.graph;
        // Every text is looked at once, however many objects have it.
        let strings = pattern.having(&graph.strings);
        // Of concatenated ones it is in a part, or begins in one: few are to be put together.
        let begins = pattern.beginning(&graph.strings);
        let may = |string| strings.has(string) || begins.as_ref().is_none_or(|one| one.has(string));
        let concatenated = self.concatenated();
        let likely = concatenated.with_part(graph, &may);
        let (mut text, mut stack) = (Vec::new(), Vec::new());
        let mut is_in = |made: &Made| match made {
            Made::Text(text) => pattern.is_in(text),
            Made::Parts(node) if likely.get(*node) => {
                text.clear();
                concatenated.write_by(graph, *node, usize::MAX, &mut text, &mut stack);
                pattern.is_in(&text)
            }
            Made::Parts(_) => false,
        };
        let names = self.names();
        let made = (0..).zip(names.made()).filter(|(_, made)| is_in(made));
        let made = Bits::of(names.made().len(), made.map(|(number, _)| number));
        let first = graph.strings.len() as u32;
        let matches = |node: &NodeIx| match names.of(*node).checked_sub(first) {
            Some(number) => made.get(number),
            None => strings.get(names.of(*node)),
        };
        let counts = |node: &NodeIx| !graph.nodes.size.is_zero(node.0) && passing.has(node.0);
        let nodes = graph.nodes().filter(counts);
        self.sorted(nodes.filter(matches), sort, range)
    }
}
