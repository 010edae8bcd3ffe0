//! A toy heap whose collection can be stepped through: mark what the roots reach, then sweep the rest.

use serde::Serialize;
use tsify::Tsify;

/// What a collection has found out about a node so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum ToyMark {
    /// Not reached yet.
    Unknown,
    /// Reached, but its references are not followed yet.
    Found,
    /// Reached, and its references followed.
    Kept,
    /// Swept: its memory is free.
    Swept,
}

/// A node of the toy heap.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct ToyNode {
    /// Its name.
    pub name: &'static str,
    /// Where it is drawn, in percent of the picture.
    pub x: u8,
    /// Where it is drawn, in percent of the picture.
    pub y: u8,
    /// Whether it is a root.
    pub root: bool,
    /// What is known of it.
    pub mark: ToyMark,
}

/// A reference between two nodes.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct ToyEdge {
    /// The node that refers.
    pub from: usize,
    /// The node referred to.
    pub to: usize,
    /// Its name.
    pub name: &'static str,
    /// Whether the visitor has cut it.
    pub cut: bool,
}

/// The toy heap, and how far its collection is.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct ToyHeap {
    /// All nodes; roots first.
    pub nodes: Vec<ToyNode>,
    /// All references.
    pub edges: Vec<ToyEdge>,
    /// What the last step did, in a sentence.
    pub words: String,
    /// Whether the collection is over.
    pub done: bool,
    #[serde(skip)]
    queue: Vec<usize>,
}

const NODES: [(&str, u8, u8, bool); 9] = [
    ("Window", 12, 15, true),
    ("call stack", 12, 50, true),
    ("global handles", 12, 85, true),
    ("cache", 42, 12, false),
    ("entry", 72, 12, false),
    ("handler()", 42, 45, false),
    ("component", 72, 42, false),
    ("a", 56, 80, false),
    ("b", 84, 80, false),
];

const EDGES: [(usize, usize, &str); 8] = [
    (0, 3, "cache"),
    (3, 4, "[0]"),
    (1, 5, "local"),
    (0, 5, "onresize"),
    (5, 6, "context"),
    (2, 7, "console"),
    (7, 8, "next"),
    (8, 7, "prev"),
];

impl ToyHeap {
    /// The heap before any collection, nothing cut.
    pub fn new() -> Self {
        let node = |(name, x, y, root)| ToyNode {
            name,
            x,
            y,
            root,
            mark: ToyMark::Unknown,
        };
        let edge = |(from, to, name)| ToyEdge {
            from,
            to,
            name,
            cut: false,
        };
        Self {
            nodes: NODES.into_iter().map(node).collect(),
            edges: EDGES.into_iter().map(edge).collect(),
            words: "Cut a reference by clicking it, then step through a collection.".into(),
            done: false,
            queue: Vec::new(),
        }
    }

    /// Cuts a reference, or ties it again; a collection under way starts over.
    pub fn cut(&mut self, edge: usize) {
        let Some(edge) = self.edges.get_mut(edge) else {
            return;
        };
        edge.cut = !edge.cut;
        let deed = if edge.cut { "cut" } else { "tied again" };
        self.words = format!(
            "The reference “{}” is {deed}. Step through a collection.",
            edge.name
        );
        self.restart();
    }

    /// One step of a collection: the roots, then one node's references at a time, then the sweep.
    pub fn step(&mut self) {
        if self.done {
            self.restart();
        }
        let fresh = self.nodes.iter().all(|node| node.mark == ToyMark::Unknown);
        if fresh {
            self.mark_roots();
        } else if self.queue.is_empty() {
            self.sweep();
        } else {
            let node = self.queue.remove(0);
            self.follow(node);
        }
    }

    fn restart(&mut self) {
        self.done = false;
        self.queue.clear();
        for node in &mut self.nodes {
            node.mark = ToyMark::Unknown;
        }
    }

    fn mark_roots(&mut self) {
        for (place, node) in self
            .nodes
            .iter_mut()
            .enumerate()
            .filter(|(_, node)| node.root)
        {
            node.mark = ToyMark::Found;
            self.queue.push(place);
        }
        self.words = "Mark: the roots are alive by definition.".into();
    }

    fn follow(&mut self, from: usize) {
        self.nodes[from].mark = ToyMark::Kept;
        let mut found = Vec::new();
        for edge in self
            .edges
            .iter()
            .filter(|edge| edge.from == from && !edge.cut)
        {
            let target = &mut self.nodes[edge.to];
            if target.mark == ToyMark::Unknown {
                target.mark = ToyMark::Found;
                self.queue.push(edge.to);
                found.push(target.name);
            }
        }
        let name = self.nodes[from].name;
        self.words = if found.is_empty() {
            format!("Mark: {name} leads to nothing new.")
        } else {
            format!("Mark: {name} leads to {}.", found.join(" and "))
        };
    }

    fn sweep(&mut self) {
        let mut swept = Vec::new();
        for node in self
            .nodes
            .iter_mut()
            .filter(|node| node.mark == ToyMark::Unknown)
        {
            node.mark = ToyMark::Swept;
            swept.push(node.name);
        }
        self.done = true;
        self.words = if swept.is_empty() {
            "Sweep: everything was reached from a root, so nothing is freed. Cut a reference and try again.".into()
        } else {
            format!(
                "Sweep: no root leads to {}: freed, even if they refer to each other.",
                swept.join(", ")
            )
        };
    }
}

impl Default for ToyHeap {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::{ToyHeap, ToyMark};

    fn swept(cuts: &[&str]) -> Vec<&'static str> {
        let mut toy = ToyHeap::new();
        for cut in cuts {
            let edge = toy.edges.iter().position(|edge| edge.name == *cut).unwrap();
            toy.cut(edge);
        }
        while !toy.done {
            toy.step();
        }
        toy.nodes
            .iter()
            .filter(|node| node.mark == ToyMark::Swept)
            .map(|node| node.name)
            .collect()
    }

    #[test]
    fn nothing_is_swept_while_everything_hangs_on_a_root() {
        assert!(swept(&[]).is_empty());
    }

    #[test]
    fn a_cycle_nobody_reaches_is_swept() {
        assert_eq!(swept(&["console"]), ["a", "b"]);
    }

    #[test]
    fn what_two_roots_hold_takes_two_cuts() {
        assert!(swept(&["local"]).is_empty());
        assert_eq!(swept(&["local", "onresize"]), ["handler()", "component"]);
    }

    #[test]
    fn a_cut_that_is_no_edge_changes_nothing() {
        let mut toy = ToyHeap::new();
        toy.cut(99);
        assert!(toy.edges.iter().all(|edge| !edge.cut));
    }
}
