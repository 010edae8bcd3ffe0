//! `DevTools`' figures, from a graph: distances, sizes, dominators, constructors.

pub(crate) mod analysis;
pub(crate) mod class;
pub(crate) mod pair;
pub(crate) mod retainer;
pub(crate) mod tree;
