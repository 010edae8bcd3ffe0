//! Ways as a tree of steps, from the roots down.

use rustc_hash::FxHashMap;

use super::Step;
use crate::{
    EdgeName, Graph, NodeIx, NodeKind, Snapshot,
    text::{script, stem::stem},
};

/// So many steps back it is looked for one that is the same.
const LOOKED_BACK: usize = 32;

/// All ways that were met, each under a number.
#[derive(Debug)]
pub(super) struct Ways {
    /// The way before its last step, and that.
    list: Vec<Option<(u32, Called)>>,
    known: FxHashMap<(u32, Called), u32>,
    /// What was asked for last: of neighbours it is the same.
    last: Option<(u32, Label, NodeIx, u32)>,
}

/// What a step is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Called {
    label: Label,
    who: Who,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Label {
    Index,
    /// Kind of the edge, number of the text.
    Text(u8, u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Who {
    Class(u32),
    /// V8's places by number of the name.
    Place(u32),
    /// What V8 keeps once for all closures of a function, or for all its scopes.
    Function(NodeIx),
}

impl Default for Ways {
    fn default() -> Self {
        Self {
            list: vec![None, None],
            known: FxHashMap::default(),
            last: None,
        }
    }
}

impl Ways {
    /// That of a root.
    pub(super) const END: u32 = 0;
    /// That of what hangs on nothing.
    pub(super) const ASTRAY: u32 = 1;

    /// The way that goes on by one step.
    pub(super) fn behind(&mut self, snapshot: &Snapshot, way: u32, step: Step) -> u32 {
        if way == Self::ASTRAY {
            return way;
        }
        let label = label(snapshot.graph(), step);
        match self.last {
            Some((before, same, from, found))
                if (before, same, from) == (way, label, step.from) =>
            {
                found
            }
            _ => {
                let who = who(snapshot, step.from);
                let found = self.find(way, Called { label, who });
                self.last = Some((way, label, step.from, found));
                found
            }
        }
    }

    fn find(&mut self, way: u32, called: Called) -> u32 {
        let mut back = way;
        for _ in 0..LOOKED_BACK {
            match self.list[back as usize] {
                Some((_, same)) if same == called => return back,
                Some((before, _)) => back = before,
                None => break,
            }
        }
        *self.known.entry((way, called)).or_insert_with(|| {
            self.list.push(Some((way, called)));
            self.list.len() as u32 - 1
        })
    }
}

/// V8 names the slots of a store by their index, too.
fn label(graph: &Graph, step: Step) -> Label {
    match graph.edge_name(step.edge) {
        EdgeName::Text(text) if text.is_empty() || !text.iter().all(u8::is_ascii_digit) => {
            let edge = step.edge.0 as usize;
            Label::Text(graph.edges.kind[edge], graph.edges.name[edge])
        }
        _ => Label::Index,
    }
}

fn who(snapshot: &Snapshot, node: NodeIx) -> Who {
    let graph = snapshot.graph();
    let function = match graph.kind(node) {
        NodeKind::Synthetic => return Who::Place(graph.nodes.name[node.0 as usize]),
        NodeKind::Closure => script::shared(graph, node),
        _ if is_scope(graph.raw_name(node)) => script::follow(graph, node, &[b"scope_info"]),
        _ => None,
    };
    function.map_or(Who::Class(snapshot.class(node)), Who::Function)
}

fn is_scope(name: &[u8]) -> bool {
    const SCOPE: &[u8] = b"system / Context";
    // Asked of everything: the beginning is enough for nearly all.
    name.starts_with(SCOPE) && stem(name) == SCOPE
}
