//! The few ways on which many objects are held: their shortest paths, told apart by what the steps are called.

mod step;

use std::cmp::Reverse;

use super::{
    Path, Step,
    way::{Followed, Way},
};
use crate::{NodeIx, Snapshot, ground::bits::Bits};
use step::Ways;

/// Objects of which the shortest paths read the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommonPath {
    /// How many objects, and how much.
    pub sum: Sum,
    /// That of the object which is nearest to a root; of several the first of the file.
    pub path: Path,
}

/// Objects together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many.
    pub objects: u32,
    /// What they retain, each byte once.
    pub bytes: u64,
}

/// All ways on which objects are held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommonPaths {
    /// The most bytes first, as many as were asked for.
    pub list: Vec<CommonPath>,
    /// How many other ways there are.
    pub others: u32,
    /// What is held on these; of objects on different ways the same byte may be in both.
    pub on_others: Sum,
    /// Objects to which no edges lead that distances follow.
    pub astray: Sum,
}

impl Snapshot {
    /// The shortest paths of many objects, those that read the same together: by names of edges, where any index is like any
    /// other, and by who holds, which is its class, of a function or a scope the place in the program. A step that came before
    /// on a path leads back to there, so that lists and trees are one way, however deep they are.
    ///
    /// Takes time with the objects and what is above them, each looked at once.
    pub fn common_paths(&self, objects: &[NodeIx], most: usize) -> CommonPaths {
        let mut search = Search {
            snapshot: self,
            followed: Followed(self),
            ways: Ways::default(),
            way: vec![UNKNOWN; self.graph.node_count() as usize],
            line: Vec::new(),
        };
        let groups = search.groups(objects);
        let mut common = CommonPaths::default();
        for group in groups {
            if group.way == Ways::ASTRAY {
                common.astray = group.sum;
            } else if common.list.len() < most {
                let path = search.path(group.nearest);
                let sum = group.sum;
                common.list.push(CommonPath { sum, path });
            } else {
                common.others += 1;
                common.on_others.objects += group.sum.objects;
                common.on_others.bytes = common.on_others.bytes.saturating_add(group.sum.bytes);
            }
        }
        common
    }
}

/// Nobody has been there.
const UNKNOWN: u32 = u32::MAX;

struct Search<'a> {
    snapshot: &'a Snapshot,
    followed: Followed<'a>,
    ways: Ways,
    /// By node.
    way: Vec<u32>,
    /// Nodes on the way up, each with its step.
    line: Vec<(NodeIx, Step)>,
}

#[derive(Clone, Copy)]
struct Group {
    way: u32,
    sum: Sum,
    nearest: NodeIx,
    /// Where in the dominator tree's order what was counted ends.
    end: u32,
}

impl Search<'_> {
    /// The most bytes first.
    fn groups(&mut self, objects: &[NodeIx]) -> Vec<Group> {
        let snapshot = self.snapshot;
        let order = &snapshot.tree.order;
        let mut asked = Bits::new(order.len());
        for node in objects {
            asked.set(snapshot.places()[node.0 as usize]);
        }
        let mut groups: Vec<Option<Group>> = Vec::new();
        // In the order of the dominator tree: what is within an object comes right behind it.
        for (place, &node) in (0..).zip(order).filter(|&(place, _)| asked.get(place)) {
            let node = NodeIx(node);
            let way = self.way(node);
            let known = groups.len().max(way as usize + 1);
            groups.resize(known, None);
            let group = groups[way as usize].get_or_insert(Group {
                way,
                sum: Sum::default(),
                nearest: node,
                end: 0,
            });
            group.sum.objects += 1;
            // What is within one of the objects is counted with it.
            if place >= group.end {
                let bytes = snapshot.retained_size(node);
                group.sum.bytes = group.sum.bytes.saturating_add(bytes);
                group.end = place + snapshot.tree.span[place as usize];
            }
            let order = |node| (snapshot.distance(node), node);
            if order(node) < order(group.nearest) {
                group.nearest = node;
            }
        }
        let mut groups: Vec<Group> = groups.into_iter().flatten().collect();
        groups.sort_by_key(|group| (Reverse((group.sum.bytes, group.sum.objects)), group.nearest));
        groups
    }

    /// The number of the way on which a node is held.
    fn way(&mut self, node: NodeIx) -> u32 {
        let mut at = node;
        let mut way = loop {
            let known = self.way[at.0 as usize];
            if known != UNKNOWN {
                break known;
            }
            if self.followed.ends(at) {
                break Ways::END;
            }
            let Some(step) = self.above(at) else {
                break Ways::ASTRAY;
            };
            self.line.push((at, step));
            at = step.from;
        };
        self.way[at.0 as usize] = way;
        while let Some((node, step)) = self.line.pop() {
            way = self.ways.behind(self.snapshot, way, step);
            self.way[node.0 as usize] = way;
        }
        way
    }

    /// The first step of a shortest path.
    fn above(&self, node: NodeIx) -> Option<Step> {
        let rest = self.followed.rest(node);
        let graph = &self.snapshot.graph;
        self.snapshot.retainers().of(node).find_map(|edge| {
            let from = graph.source(edge);
            let nearer = self.followed.rest(from) + 1 == rest;
            (nearer && self.followed.goes(edge, from, node)).then_some(Step { edge, from })
        })
    }

    fn path(&self, object: NodeIx) -> Path {
        let next = |at: NodeIx| (!self.followed.ends(at)).then(|| self.above(at)).flatten();
        let steps = std::iter::successors(next(object), |step| next(step.from));
        Path {
            object,
            steps: steps.collect(),
        }
    }
}
