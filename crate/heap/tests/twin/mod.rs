//! DevTools' figures worked out by the rules alone, as simply as possible and with no thought of speed:
//! made for heaps of some sixty nodes, and to be believed by reading.
//!
//! One file per rule of the rule book; none of it knows the engine.

mod class;
mod comparison;
mod detached;
mod distance;
mod dominator;
mod edge_name;
mod essential;
mod event_handler;
mod figures;
mod filter;
#[cfg(test)]
mod hand;
mod heap;
mod interface;
mod owned;
mod page;
mod property;
mod retainers;
mod rows;
mod samples;
mod series;
mod stacks;
mod statistics;
mod weak_map;

pub(crate) use comparison::{DiffRow, comparison};
pub(crate) use essential::is_essential;
pub(crate) use figures::{Figures, Refusal, figures, ignoring};
pub(crate) use filter::{Filter, filtered, selected};
pub(crate) use retainers::retainers;
pub(crate) use rows::Row;
pub(crate) use series::{Collection, Growth, growing_classes, growing_collections};
pub(crate) use stacks::{Site, callers, sites, tops};
pub(crate) use statistics::Statistics;
