//! A picture of our own pixels: plotters draws on it, a canvas in a worker shows it.
//!
//! | what | module |
//! |---|---|
//! | pixels, and colors laid on them | [`Frame`], [`Rect`], [`Color`], [`Pixel`] |
//! | what plotters draws on | [`Surface`]: shapes become pixels at once, texts are [`Label`]s |
//! | the browser's canvas | [`Canvas`]: shows a frame, writes its labels, measures texts |

#![forbid(unsafe_code)]
// Pixel counts: a canvas has at most 16,384 a side.
#![allow(clippy::cast_possible_wrap)]

mod backend;
mod canvas;
mod color;
mod decimal;
mod frame;

pub use backend::{Across, Down, Label, Measure, Surface};
pub use canvas::{Canvas, Refused};
pub use color::{Color, Pixel};
pub use decimal::decimal;
pub use frame::{Frame, Rect};
