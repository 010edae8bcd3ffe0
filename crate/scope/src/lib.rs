//! The instruments of Leak Lab: the history of a run and its chart.
//!
//! It lives in a worker with a linear memory of its own, so that measuring does not move what is measured. Only
//! [`session`] with [`wire`], [`plain`] and [`kept`] know a browser; the rest is plain Rust from samples to pixels.
//!
//! | step | modules |
//! |---|---|
//! | what was measured | [`record`]: [`history`] over [`pyramid`], [`events`], [`clock`]; how much of it is kept: [`bound`] |
//! | what is shown | [`panel`], [`view`], [`columns`], [`axis`], [`layout`], [`theme`], together a [`scene`] |
//! | the picture | [`chart`] with [`plot`], [`trace`] and [`overlay`], drawn, held and shown by [`raster`] |
//! | for words | [`readout`], [`summary`]: data; the page makes sentences of it. [`mod@format`]: the labels of the axes |

#![forbid(unsafe_code)]
// Nobody depends on this crate: its one face is the session, which the bindings describe.
#![allow(missing_docs)]
// Pixel counts: a canvas has at most 16,384 a side.
#![allow(clippy::cast_possible_wrap)]
#![cfg_attr(test, allow(clippy::float_cmp))]

mod axis;
mod bound;
mod chart;
mod clock;
mod columns;
mod coord;
mod cursor;
mod error;
mod events;
mod format;
mod glyph;
mod history;
mod kept;
mod layout;
mod overlay;
mod panel;
mod plain;
mod plot;
mod pyramid;
mod readout;
mod record;
#[cfg(test)]
mod sample_run;
mod scene;
pub mod session;
mod summary;
mod theme;
mod thin;
mod trace;
mod view;
mod wire;
