//! The instruments of Leak Lab: the history of a run and its chart.
//!
//! It lives in a worker with a linear memory of its own, so that measuring does not move what is measured. Only
//! [`session`] and [`canvas`] know a browser; the rest is plain Rust from samples to pixels.
//!
//! | step | modules |
//! |---|---|
//! | what was measured | [`record`]: [`history`] over [`pyramid`], [`marks`], [`clock`] |
//! | what is shown | [`panel`], [`view`], [`columns`], [`axis`], [`layout`], [`theme`] |
//! | the picture | [`chart`] with [`plot`], [`trace`] and [`overlay`], through [`backend`] into a [`frame`], shown by [`canvas`] |
//! | in words | [`readout`], [`summary`], [`mod@format`] |

#![forbid(unsafe_code)]
// Pixel counts: a canvas has at most 16,384 a side.
#![allow(clippy::cast_possible_wrap)]
#![cfg_attr(test, allow(clippy::float_cmp))]

pub mod axis;
pub mod backend;
pub mod canvas;
pub mod chart;
pub mod clock;
pub mod colour;
pub mod columns;
pub mod coord;
pub mod cursor;
pub mod error;
pub mod format;
pub mod frame;
pub mod glyph;
pub mod history;
pub mod layout;
pub mod marks;
pub mod overlay;
pub mod panel;
pub mod plot;
pub mod pyramid;
pub mod readout;
pub mod record;
#[cfg(test)]
mod sample_run;
pub mod session;
pub mod summary;
pub mod theme;
pub mod trace;
pub mod view;
