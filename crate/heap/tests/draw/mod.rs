//! Small heaps drawn as text.
//!
//! ```text
//! @1 synthetic "" 0: shortcut win -> @3, element 1 -> @9     the first node is the root ...
//! root @2 synthetic "" 0                                     ... unless one is marked
//! @3 object Window 16 detached trace 5 at 7:1:2              id, type, name, size, what else there is
//!     a -> @5, "b c" -> @5                                   a bare name is a property,
//!     0 -> @9, element 1 -> @9                               a bare number an element
//!     weak w -> @5, context c -> @5, hidden 3 -> @9
//! @5 concatenated-string "\ud83d \ud800" 20                  quoted texts are JSON, lone surrogates allowed
//!
//! without detachedness                                       nodes lack the field
//! with trace_node_id                                         nodes have the field (`trace` asks for it, too)
//! extra_native_bytes 4096
//! sample 1000 9                                              microseconds, last id
//! function f app.js 7:1:2                                    name, file, script:line:column
//! trace 1 root f 0 0                                         id, parent's id, function, count, size
//! # a remark
//! ```

mod build;
mod drawing;
mod escape;
mod header;
mod kind;
mod notation;
mod read;
mod shuffle;
mod space;
mod style;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod write;

pub(crate) use build::Label;
pub(crate) use drawing::{Drawing, Edge, Function, Location, Node, Sample, Trace};
pub(crate) use escape::Escapes;
pub(crate) use kind::{EdgeKind, NodeKind};
pub(crate) use style::Style;
pub(crate) use text::Text;

/// The drawn heap.
pub(crate) fn picture(text: &str) -> Drawing {
    notation::parse(text)
}

/// The drawn heap as V8 would write it.
pub(crate) fn draw(text: &str) -> Vec<u8> {
    picture(text).to_json(&Style::V8)
}
