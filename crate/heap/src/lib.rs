//! V8's heap files: `.heapsnapshot`, `.heaptimeline` and `.heapprofile`.
#![forbid(unsafe_code)]

mod analysis;
mod bits;
mod class;
mod compare;
mod cut;
mod error;
mod finding;
mod graph;
mod independent;
mod kind;
pub mod limits;
mod open;
pub mod path;
pub mod profile;
mod read;
pub mod redact;
mod retainer;
mod selection;
mod sizes;
mod snapshot;
mod strings;
mod timeline;
mod view;
pub mod wtf8;

pub use analysis::{Analysis, Phase};
pub use class::ClassRow;
pub use compare::{
    ClassGrowth, CollectionGrowth, Comparison, ComparisonRow, Series, made_between_and_still_there,
};
pub use cut::{Freed, FreedRow};
pub use error::{Code, Error};
pub use finding::{Evidence, Finding, Pattern, all_findings, findings, growing};
pub use graph::{
    Detachedness, EdgeIx, EdgeName, Graph, Location, Missing, NodeIx, ObjectId, Sample,
    TraceFunction, TraceNode,
};
pub use independent::{Holder, Holders, Label, SmallestCut};
pub use kind::{EdgeKind, NodeKind};
pub use open::{AnyFile, AnyReader, FileKind};
pub use read::{Progress, Reader};
pub use selection::Selection;
pub use snapshot::Snapshot;
pub use strings::Strings;
pub use timeline::{AllocationRow, Callers, Frame, Interval, Stacks, intervals};
pub use view::{
    Column, CutOff, Filter, Ignored, Page, Passing, Reference, Search, Sort, Statistics,
    StringColumn, StringGroup, Value,
};
