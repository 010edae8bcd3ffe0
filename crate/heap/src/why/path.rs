//! Why an object is alive: the shortest ways from it to what is always alive.

mod common_paths;
mod print;
mod search;
mod way;

use rustc_hash::FxHashSet;

pub use common_paths::{CommonPath, CommonPaths, Sum};

use crate::{EdgeIx, Graph, NodeIx, NodeKind, Snapshot};
use search::Outcome;
use way::{Followed, Unguided, Way};

/// One step towards the root: who holds on to the object before it, and by which edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Step {
    /// Ends at the object of the step before.
    pub edge: EdgeIx,
    /// Where that edge begins.
    pub from: NodeIx,
}

/// A way from an object to a user root (a page's global object) or to the root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// What is alive by it.
    pub object: NodeIx,
    /// From the object upwards; empty if the object is itself a root.
    pub steps: Vec<Step>,
}

impl Path {
    /// The user root or root at which it ends.
    pub fn end(&self) -> NodeIx {
        self.steps.last().map_or(self.object, |step| step.from)
    }
}

/// Which paths are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options<'a> {
    /// How many paths at most.
    pub most: usize,
    /// Objects through which no path goes.
    pub ignored: &'a [NodeIx],
    /// Edges over which no path goes.
    pub ignored_edges: &'a [EdgeIx],
    /// Whether paths over weak edges, which keep nothing alive, are given where there is no other.
    pub through_weak: bool,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self {
            most: 1,
            ignored: &[],
            ignored_edges: &[],
            through_weak: false,
        }
    }
}

/// What leads from the roots to an object, with what is ignored left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Edges that distances follow, too.
    Strongly,
    /// Edges that keep it alive, but over one at least that distances pass over, such as that of a `WeakMap`'s key.
    BesideDistances,
    /// Nothing but ways over weak edges: it is not kept alive.
    Weakly,
    /// Nothing.
    ByNothing,
    /// Not known: the search stopped at [`crate::limits::MAX_RETAINERS_SEEN`].
    Unknown,
}

/// Why there are no more paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// As many were found as were asked for; there may be others.
    Most,
    /// Every other way shares an edge with those found.
    Exhausted,
    /// The search stopped at [`crate::limits::MAX_RETAINERS_SEEN`].
    Limit,
}

/// Why an object is alive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// The shortest first; those to user roots before those to the root. While it is possible they share no object but V8's
    /// synthetic ones, then no edge.
    pub list: Vec<Path>,
    /// What holds it; without a path, why there is none.
    pub held: Held,
    /// Why there are no more.
    pub ended: Ended,
}

impl Snapshot {
    /// Shortest paths from an object to user roots, or to the root where no user root is behind it.
    ///
    /// Followed are the edges of `DevTools`' retainers that agree with its distances: the first path takes as many steps as the
    /// distance says. What distances pass over (of a `WeakMap` pair the side that is met first) is no step.
    pub fn paths(&self, object: NodeIx, options: &Options<'_>) -> Paths {
        let mut blocked = Blocked {
            nodes: options.ignored.iter().copied().collect(),
            edges: options.ignored_edges.iter().copied().collect(),
        };
        let followed = Followed(self);
        let (strong, any) = (Unguided::strong(self), Unguided::any(self));
        let kinds: [(&dyn Way, Held); 3] = [
            (&followed, Held::Strongly),
            (&strong, Held::BesideDistances),
            (&any, Held::Weakly),
        ];
        for (way, held) in kinds {
            match search::search(self, way, &blocked, object) {
                Outcome::Nothing => {}
                Outcome::Limit => return Paths::none(Held::Unknown, Ended::Limit),
                Outcome::Found(_) if held == Held::Weakly && !options.through_weak => {
                    return Paths::none(held, Ended::Exhausted);
                }
                Outcome::Found(first) => {
                    let (list, ended) = further(self, way, &mut blocked, first, options.most);
                    return Paths { list, held, ended };
                }
            }
        }
        Paths::none(Held::ByNothing, Ended::Exhausted)
    }

    /// The shortest path over edges that retain, around what is left out.
    pub(crate) fn path_around(
        &self,
        object: NodeIx,
        without: &dyn Fn(NodeIx) -> bool,
    ) -> Option<Path> {
        let ways: [&dyn Way; 2] = [
            &way::Around {
                way: &Followed(self),
                snapshot: self,
                without,
            },
            &way::Around {
                way: &Unguided::strong(self),
                snapshot: self,
                without,
            },
        ];
        let nothing = Blocked::default();
        ways.into_iter()
            .find_map(|way| match search::search(self, way, &nothing, object) {
                Outcome::Found(path) => Some(path),
                Outcome::Nothing | Outcome::Limit => None,
            })
    }
}

/// What later paths may not use again.
#[derive(Default)]
struct Blocked {
    nodes: FxHashSet<NodeIx>,
    edges: FxHashSet<EdgeIx>,
}

/// First paths without an object in common, then, when there is none left, without an edge in common.
fn further(
    snapshot: &Snapshot,
    way: &dyn Way,
    blocked: &mut Blocked,
    first: Path,
    most: usize,
) -> (Vec<Path>, Ended) {
    let ignored = blocked.nodes.clone();
    let object = first.object;
    let mut list = Vec::new();
    let mut next = Some(first);
    let mut apart = true;
    while list.len() < most {
        let Some(path) = next.take() else {
            match search::search(snapshot, way, blocked, object) {
                Outcome::Found(path) => next = Some(path),
                Outcome::Limit => return (list, Ended::Limit),
                Outcome::Nothing if apart => {
                    apart = false;
                    blocked.nodes.clone_from(&ignored);
                }
                Outcome::Nothing => return (list, Ended::Exhausted),
            }
            continue;
        };
        blocked
            .edges
            .extend(path.steps.iter().map(|step| step.edge));
        if apart {
            blocked.nodes.extend(inner(snapshot.graph(), &path));
        }
        let is_root = path.steps.is_empty();
        list.push(path);
        if is_root {
            return (list, Ended::Exhausted);
        }
    }
    (list, Ended::Most)
}

/// Objects between the ends. V8's synthetic nodes are places rather than objects: any number of paths may go through them.
fn inner<'a>(graph: &'a Graph, path: &'a Path) -> impl Iterator<Item = NodeIx> + 'a {
    let last = path.steps.len().saturating_sub(1);
    let nodes = path.steps[..last].iter().map(|step| step.from);
    nodes.filter(|&node| graph.kind(node) != NodeKind::Synthetic)
}

impl Paths {
    fn none(held: Held, ended: Ended) -> Self {
        Self {
            list: Vec::new(),
            held,
            ended,
        }
    }
}
