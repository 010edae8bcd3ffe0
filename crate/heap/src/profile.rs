//! The sampling heap profile (`.heapprofile`): which call stacks allocated what is still alive, as V8 estimates it.
//!
//! V8 looks at one allocation in every so many kilobytes and scales up what it saw. Every size here is such an **estimate**,
//! in bytes; small ones say little. Objects that were collected before the profile was taken are not counted, unless the
//! recording asked for them.
//!
//! ```
//! use heap::profile::{By, Reader, Sort};
//!
//! let mut reader = Reader::new();
//! reader.feed(br#"{"head":{"callFrame":{"functionName":"(root)"},"#)?;
//! reader.feed(br#""children":[{"callFrame":{"functionName":"leak"},"selfSize":4096}]}}"#)?;
//! let profile = reader.finish()?;
//! let functions = profile.functions(Sort::descending(By::Own), 0..10);
//! assert_eq!(profile.frames.label(functions.rows[0].frame), b"leak");
//! assert_eq!(functions.rows[0].sums.own, 4096.0);
//! # Ok::<(), heap::Error>(())
//! ```

mod build;
mod collapsed;
mod frames;
mod group;
mod intern;
mod nodes;
mod number;
mod page;
mod reader;
mod samples;
mod speedscope;
#[cfg(test)]
mod tests;
mod tree;
#[cfg(test)]
mod twin;
mod walk;

pub use frames::{CallFrame, Frames};
pub use group::{FunctionRow, ScriptRow, Sums};
pub use nodes::Nodes;
pub use page::{By, Sort};
pub use reader::Reader;
pub use samples::Samples;

/// A profile: the tree of calls, the functions in it, and the samples it was made from.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Profile {
    /// The call frames, each once.
    pub frames: Frames,
    /// The call tree. Node 0 is the head, `(root)`.
    pub nodes: Nodes,
    /// The samples, if the file has them: older versions of V8 did not write any.
    pub samples: Option<Samples>,
}
