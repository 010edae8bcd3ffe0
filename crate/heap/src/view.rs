//! What DevTools' Summary, Containment, Retainers and Statistics show, a page at a time.

mod dominators;
mod duplicates;
mod edge;
mod event_handlers;
mod fields;
mod filter;
mod ignored;
mod instances;
mod kept;
mod name;
mod nearest;
mod page;
mod preparation;
mod retainers;
mod search;
mod selection;
mod statistics;
pub mod treemap;
mod value;
mod wanted;

pub use duplicates::{StringColumn, StringGroup};
pub use filter::{Filter, Passing};
pub use ignored::Ignored;
pub use page::{Column, Page, Sort};
pub use preparation::Preparation;
pub use retainers::Reference;
pub use search::Search;
pub use selection::Selection;
pub use value::Value;
pub use wanted::Wanted;
