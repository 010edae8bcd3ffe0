//! A heap snapshot, asked what claims are about: counts and sizes by constructor, and retaining paths.

use std::collections::HashSet;

use heap::{Analysis, EdgeIx, EdgeKind, EdgeName, Error, NodeIx, NodeKind, Reader};

/// A heap snapshot with DevTools' figures.
pub struct Snapshot(heap::Snapshot);

impl Snapshot {
    /// Reads a file's text.
    ///
    /// # Errors
    /// If it is not a heap snapshot.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let mut reader = Reader::new(Some(text.len() as u64));
        reader.feed(text.as_bytes())?;
        Ok(Self(Analysis::new(reader.finish()?).finish()))
    }

    /// The objects of a row of the Constructor column: count, and shallow size in bytes.
    pub fn row(&self, constructor: &str) -> (u64, u64) {
        let sizes = self.of(constructor).map(|node| self.0.shallow_size(node));
        sizes.fold((0, 0), |(count, size), own| (count + 1, size + own))
    }

    /// How many objects of `from` that `before` did not have are kept along `hops`, and how many there are.
    pub fn kept_along(
        &self,
        before: &Self,
        from: &str,
        hops: &[(String, String)],
    ) -> (usize, usize) {
        let old = before.0.graph();
        let old: HashSet<_> = old.nodes().map(|node| old.id(node)).collect();
        let is_new = |node: &NodeIx| !old.contains(&self.0.graph().id(*node));
        let fresh: Vec<_> = self.of(from).filter(is_new).collect();
        let kept = fresh
            .iter()
            .filter(|node| self.follow(**node, hops))
            .count();
        (kept, fresh.len())
    }

    /// Objects by constructor; functions also by their own name.
    fn of(&self, constructor: &str) -> impl Iterator<Item = NodeIx> {
        let graph = self.0.graph();
        graph.nodes().filter(move |&node| match graph.kind(node) {
            NodeKind::Closure => graph.raw_name(node) == constructor.as_bytes(),
            NodeKind::Object | NodeKind::Native => {
                self.0.class_name(node) == constructor.as_bytes()
            }
            _ => false,
        })
    }

    fn follow(&self, node: NodeIx, hops: &[(String, String)]) -> bool {
        let Some(((edge, name), rest)) = hops.split_first() else {
            return true;
        };
        let graph = self.0.graph();
        self.0.edges_to(node).any(|by| {
            let holder = graph.source(by);
            graph.edge_kind(by) != EdgeKind::Weak
                && self.edge_is(by, edge)
                && matches(graph.raw_name(holder), name)
                && self.follow(holder, rest)
        })
    }

    fn edge_is(&self, edge: EdgeIx, name: &str) -> bool {
        match self.0.graph().edge_name(edge) {
            EdgeName::Index(_) => name == "[…]",
            EdgeName::Text(own) => own == name.as_bytes(),
        }
    }
}

fn matches(name: &[u8], pattern: &str) -> bool {
    match pattern.strip_suffix('…') {
        Some(start) => name.starts_with(start.as_bytes()),
        None => name == pattern.as_bytes(),
    }
}
