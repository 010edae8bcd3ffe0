//! V8's heap files: `.heapsnapshot`, `.heaptimeline` and `.heapprofile`.
#![forbid(unsafe_code)]

mod analysis;
mod bits;
mod class;
mod error;
mod graph;
mod kind;
pub mod limits;
mod open;
pub mod profile;
mod read;
mod retainer;
mod sizes;
mod snapshot;
mod strings;
pub mod wtf8;

pub use analysis::{Analysis, Phase};
pub use class::ClassRow;
pub use error::{Code, Error};
pub use graph::{
    Detachedness, EdgeIx, EdgeName, Graph, Location, Missing, NodeIx, ObjectId, Sample,
    TraceFunction, TraceNode,
};
pub use kind::{EdgeKind, NodeKind};
pub use open::{AnyFile, AnyReader, FileKind};
pub use read::{Progress, Reader};
pub use snapshot::Snapshot;
pub use strings::Strings;
