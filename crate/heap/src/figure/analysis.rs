//! From a graph to DevTools' figures, in steps.
//!
//! The order of the steps matters: names and sizes change on the way as DevTools changes them.

mod detached;
mod distance;
mod dominator;
mod essential;
pub(crate) mod interface;
mod name;
mod owned;
mod roots;
mod texts;

pub(crate) use distance::{SYSTEM, UNREACHED, Way, Ways, distances_without};
pub(crate) use interface::Interface;
pub(crate) use name::property as property_text;
pub(crate) use roots::user_roots;
pub(crate) use texts::{Texts, is_empty_key, weak_key, weak_pair};

use dominator::{Predecessors, Preorder};

use super::{class::Classes, tree::DominatorTree};
use crate::{Graph, ground::bits::Bits};

/// What a step of the analysis works out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Phase {
    Detachedness,
    PageObjects,
    EssentialEdges,
    ShallowSizes,
    Distances,
    Names,
    Interfaces,
    SearchTree,
    Predecessors,
    Dominators,
    RetainedSizes,
    Classes,
    Done,
}

impl Phase {
    /// All phases in their order, each with its usual share of the time in percent.
    const ORDER: [(Phase, u8); 12] = [
        (Phase::Detachedness, 2),
        (Phase::PageObjects, 9),
        (Phase::EssentialEdges, 8),
        (Phase::ShallowSizes, 10),
        (Phase::Distances, 13),
        (Phase::Names, 3),
        (Phase::Interfaces, 7),
        (Phase::SearchTree, 12),
        (Phase::Predecessors, 14),
        (Phase::Dominators, 10),
        (Phase::RetainedSizes, 6),
        (Phase::Classes, 6),
    ];

    /// What is going on, for a person.
    pub const fn title(self) -> &'static str {
        match self {
            Phase::Detachedness => "Spreading the state of DOM nodes",
            Phase::PageObjects => "Marking the page's objects",
            Phase::EssentialEdges => "Finding the edges that retain",
            Phase::ShallowSizes => "Calculating shallow sizes",
            Phase::Distances => "Calculating distances",
            Phase::Names => "Calculating object names",
            Phase::Interfaces => "Inferring interfaces",
            Phase::SearchTree => "Numbering objects",
            Phase::Predecessors => "Sorting retainers",
            Phase::Dominators => "Building the dominator tree",
            Phase::RetainedSizes => "Calculating retained sizes",
            Phase::Classes => "Grouping by constructor",
            Phase::Done => "Done",
        }
    }
}

/// A graph on its way to a [`crate::Snapshot`].
///
/// ```
/// # fn main() -> Result<(), heap::Error> {
/// # let bytes: &[u8] = include_bytes!("../../tests/small.heapsnapshot");
/// # let mut reader = heap::Reader::new(None);
/// # reader.feed(bytes)?;
/// let mut analysis = heap::Analysis::new(reader.finish()?);
/// while !analysis.step() {
///     println!("{} {:.0} %", analysis.phase().title(), 100.0 * analysis.progress());
/// }
/// let snapshot = analysis.finish();
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Analysis {
    pub(crate) graph: Graph,
    done: usize,
    pub(crate) texts: Texts,
    user_roots: Vec<u32>,
    page: Option<Bits>,
    pub(crate) essential: Bits,
    pub(crate) distance: Vec<i32>,
    names: Vec<u32>,
    pub(crate) interfaces: Vec<Interface>,
    search: Option<Preorder>,
    predecessors: Option<Predecessors>,
    dominators: Vec<u32>,
    pub(crate) tree: DominatorTree,
    pub(crate) classes: Classes,
}

impl Analysis {
    /// Nothing is calculated yet.
    pub fn new(graph: Graph) -> Self {
        let texts = Texts::new(&graph);
        Self {
            graph,
            done: 0,
            texts,
            user_roots: Vec::new(),
            page: None,
            essential: Bits::default(),
            distance: Vec::new(),
            names: Vec::new(),
            interfaces: Vec::new(),
            search: None,
            predecessors: None,
            dominators: Vec::new(),
            tree: DominatorTree::default(),
            classes: Classes::default(),
        }
    }

    /// What comes next.
    pub fn phase(&self) -> Phase {
        Phase::ORDER
            .get(self.done)
            .map_or(Phase::Done, |(phase, _)| *phase)
    }

    /// From 0 to 1, by the usual time of the phases.
    pub fn progress(&self) -> f64 {
        let done: u32 = Phase::ORDER[..self.done]
            .iter()
            .map(|(_, share)| u32::from(*share))
            .sum();
        f64::from(done) / 100.0
    }

    /// Does the next phase; says whether all is done. To cancel, stop calling and drop it.
    pub fn step(&mut self) -> bool {
        let phase = self.phase();
        let graph = &mut self.graph;
        match phase {
            Phase::Detachedness => detached::spread(graph),
            Phase::PageObjects => {
                self.user_roots = roots::user_roots(graph, &self.texts);
                self.page = roots::page_objects(graph, &self.texts);
            }
            Phase::EssentialEdges => {
                self.essential = essential::essential_edges(graph, &self.texts, self.page.as_ref());
            }
            // A root without user roots means that V8's internals are meant to be seen as they are.
            Phase::ShallowSizes if self.user_roots.is_empty() => {}
            Phase::ShallowSizes => owned::give_to_owners(graph, &self.texts),
            Phase::Distances => {
                let user_roots = std::mem::take(&mut self.user_roots);
                self.distance = distance::distances(graph, &self.texts, user_roots);
            }
            Phase::Names => self.names = name::class_names(graph),
            Phase::Interfaces => {
                self.interfaces = interface::infer(graph, &self.texts);
                let first = graph.strings.len() as u32;
                for interface in &self.interfaces {
                    graph.strings.push(&interface.name);
                }
                let names = &mut self.names;
                interface::apply(graph, &self.texts, &self.interfaces, |node, interface| {
                    if let Some(interface) = interface {
                        names[node as usize] = first + interface;
                    }
                });
            }
            Phase::SearchTree => self.search = Some(Preorder::new(graph, &self.essential)),
            Phase::Predecessors => {
                let search = self.search.as_ref();
                self.predecessors =
                    search.map(|search| Predecessors::new(graph, &self.essential, search));
            }
            Phase::Dominators => {
                if let (Some(search), Some(predecessors)) = (&self.search, self.predecessors.take())
                {
                    self.dominators = dominator::dominators(search, predecessors);
                }
            }
            Phase::RetainedSizes => {
                if let Some(search) = self.search.take() {
                    let dominators = std::mem::take(&mut self.dominators);
                    self.tree =
                        DominatorTree::new(graph, &search.vertex, search.closed, &dominators);
                }
            }
            Phase::Classes => self.classes = Classes::new(graph, std::mem::take(&mut self.names)),
            Phase::Done => return true,
        }
        self.done += 1;
        self.phase() == Phase::Done
    }
}
