//! A path as a sentence.

use super::{Path, Step};
use crate::{EdgeName, Graph, NodeIx, NodeKind, Snapshot};

impl Path {
    /// `LeakyClass ← [0] in Array ← leakClasses in Lab ← lab in Window`, WTF-8, by names of constructors; V8's synthetic nodes by their own.
    pub fn sentence(&self, snapshot: &Snapshot, most: usize) -> Vec<u8> {
        let graph = snapshot.graph();
        self.sentence_by(graph, most, |node| {
            let name: &[u8] = match graph.kind(node) {
                _ if node == graph.root() => b"(root)",
                NodeKind::Synthetic => graph.raw_name(node),
                _ => snapshot.class_name(node),
            };
            name.to_vec()
        })
    }

    /// The same, by the names that `name` gives. Of more than `most` steps those in the middle are counted only.
    /// The root is left out where something is before it.
    pub fn sentence_by(
        &self,
        graph: &Graph,
        most: usize,
        name: impl Fn(NodeIx) -> Vec<u8>,
    ) -> Vec<u8> {
        let mut out = name(self.object);
        let mut steps = &self.steps[..];
        if let [before @ .., last] = steps
            && last.from == graph.root()
        {
            steps = before;
        }
        let hidden = steps.len().saturating_sub(most);
        let head = if hidden == 0 {
            steps.len()
        } else {
            most.div_ceil(2)
        };
        for step in &steps[..head] {
            write(&mut out, graph, *step, &name);
        }
        if hidden > 0 {
            out.extend(format!(" ← … {hidden} more …").bytes());
        }
        for step in &steps[head + hidden..] {
            write(&mut out, graph, *step, &name);
        }
        out
    }
}

fn write(out: &mut Vec<u8>, graph: &Graph, step: Step, name: &impl Fn(NodeIx) -> Vec<u8>) {
    out.extend(" ← ".bytes());
    match graph.edge_name(step.edge) {
        EdgeName::Index(index) => out.extend(format!("[{index}]").bytes()),
        EdgeName::Text(text) => out.extend(text),
    }
    out.extend(b" in ");
    out.extend(name(step.from));
}
