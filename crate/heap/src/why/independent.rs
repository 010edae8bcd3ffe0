//! Who holds objects independently of each other: letting go of one holder frees nothing as long as there is another.

mod flow;
mod group;
mod tie;

use crate::{EdgeIx, Freed, NodeIx, Snapshot, path::Path};

/// What the edges of a group are called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Label {
    /// One index or several: `[…]`.
    Index,
    /// WTF-8.
    Text(Vec<u8>),
}

/// Edges of one name from objects of one class that hold the objects asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The class of the holding objects, as in [`crate::ClassRow::class`]. What an object keeps in a store of its own (the
    /// elements of an array, the table of a map) it holds itself.
    pub class: u32,
    /// What the edges are called.
    pub label: Label,
    /// The first of the holding objects in the file.
    pub first: NodeIx,
    /// How many objects hold.
    pub holders: u32,
    /// How many objects are held.
    pub held: u32,
    /// The edges: those that end at the objects asked about, in the order of the file.
    pub edges: Vec<EdgeIx>,
    /// What cutting these edges alone would free, and how `first` is kept alive without the help of the objects asked about.
    /// `None` beyond [`crate::limits::MAX_HOLDERS_TRIED`].
    pub alone: Option<Alone>,
}

/// One group of holders, taken by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alone {
    /// Objects that would be freed; 0 often, because others hold them, too.
    pub count: u64,
    /// Their bytes.
    pub bytes: u64,
    /// From the first holder to a root. `None` if only objects that nothing retains lead to it, or the search was too long.
    pub path: Option<Path>,
}

/// All independent holders of a set of objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holders {
    /// Those that hold most objects first. One can be let go without the others, and each alone keeps what it holds alive.
    pub list: Vec<Holder>,
    /// What is freed once all of them let go: as much as the objects retain together.
    pub all: Freed,
}

/// A smallest set of edges to cut so that objects are freed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SmallestCut {
    /// Cutting these frees them all.
    Edges {
        /// In the order of the file.
        edges: Vec<EdgeIx>,
        /// The closest dominator of all the objects below which no more edges than asked for suffice. It stays.
        below: NodeIx,
        /// Whether no fewer edges below `below` do. Where the search had to stop, these are all references to one object that
        /// dominates the others.
        is_smallest: bool,
    },
    /// More edges than asked for would have to be cut, or V8's own roots hold them.
    Held,
    /// Nothing keeps any of them alive.
    Free,
    /// The search stopped at [`crate::limits::MAX_RETAINERS_SEEN_BY_CUT`] or [`crate::limits::MAX_DOMINATORS_TRIED`], and no object above has few references.
    Limit,
}

impl Snapshot {
    /// The independent holders of one object or of several, of a class for example, grouped by class and name.
    ///
    /// An edge to one of the objects counts if it comes from an object that stays alive without them: then a way from the root
    /// leads over it and over no other such edge.
    pub fn holders(&self, objects: &[NodeIx]) -> Holders {
        group::holders(self, objects)
    }

    /// A smallest set of at most `most` edges whose cut frees all the objects, as close to them as there is one. More than
    /// [`crate::limits::MAX_EDGES_CUT`] are not looked for.
    ///
    /// Edges from the root, from V8's synthetic nodes, from native contexts and shapes, and those that tie objects to their prototypes,
    /// modules and global objects cannot be cut, nor what Node keeps of modules it loaded. Of equally small sets it is the one nearest to the objects.
    /// An element of an array is held by two edges, from the array and from its store.
    pub fn smallest_cut(&self, objects: &[NodeIx], most: usize) -> SmallestCut {
        flow::smallest_cut(self, objects, most)
    }
}
