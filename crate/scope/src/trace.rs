//! One series as a plotters element: a vertical span a device-pixel column.

use crate::axis::Axis;
use crate::pyramid::Extent;
use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendCoord, DrawingErrorKind};
use raster::{Color, Frame, Pixel, Rect, Surface};
use std::convert::Infallible;

/// What to draw of a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Ink {
    /// A line so many device pixels thick.
    Line(Color, f32),
    /// The ground below the line.
    Ground(Pixel),
    /// Discs of so many device pixels' radius at the extremes.
    Dots(Color, f32),
}

/// A series over one plot, ready to be drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Trace<'a> {
    /// The plot's corners in time (ms) and in the panel's unit: upper left, lower right.
    pub(crate) corners: [(f64, f64); 2],
    /// What the series covers, one entry a device-pixel column.
    pub(crate) extents: &'a [Extent],
    /// How it is drawn.
    pub(crate) ink: Ink,
}

impl<'b> PointCollection<'b, (f64, f64)> for &'b Trace<'_> {
    type Point = (f64, f64);
    type IntoIter = [(f64, f64); 2];

    fn point_iter(self) -> Self::IntoIter {
        self.corners
    }
}

impl<'s> Drawable<Surface<'s>> for Trace<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut corners: I,
        surface: &mut Surface<'s>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        if let (Some((left, top)), Some((right, bottom))) = (corners.next(), corners.next()) {
            let plot = Rect {
                left,
                top,
                right,
                bottom,
            };
            let scale = Scale::new(self.corners[1].1, self.corners[0].1, plot);
            match self.ink {
                Ink::Line(color, thick) => line(surface.frame, self.extents, scale, thick, color),
                Ink::Ground(pixel) => ground(surface.frame, self.extents, scale, pixel),
                Ink::Dots(color, radius) => {
                    dots(surface.frame, self.extents, scale, radius, color);
                }
            }
        }
        Ok(())
    }
}

/// Values to device pixels in one plot.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scale {
    plot: Rect,
    lo: f64,
    per_unit: f64,
}

impl Scale {
    /// The scale of an axis over a plot.
    pub(crate) fn of(axis: &Axis, plot: Rect) -> Self {
        Self::new(axis.lo, axis.hi, plot)
    }

    fn new(lo: f64, hi: f64, plot: Rect) -> Self {
        Self {
            plot,
            lo,
            per_unit: plot.height() as f64 / (hi - lo),
        }
    }

    /// Height of a value, in device pixels from the canvas' top.
    pub(crate) fn y(&self, value: f64) -> f32 {
        (f64::from(self.plot.bottom) - (value - self.lo) * self.per_unit) as f32
    }
}

fn line(frame: &mut Frame, extents: &[Extent], scale: Scale, thick: f32, color: Color) {
    let half = thick / 2.0;
    let margin = thick.ceil() as i32;
    let within = Rect {
        top: scale.plot.top - margin,
        bottom: scale.plot.bottom + margin,
        ..scale.plot
    };
    let sideways = (thick.round() as usize).saturating_sub(1);
    let shown = |at: usize| extents.get(at).is_some_and(|extent| !extent.is_empty());
    for (at, x) in (0..extents.len()).zip(scale.plot.left..) {
        if shown(at) && !shown(at + 1) && (at == 0 || !shown(at - 1)) {
            disc(
                frame,
                (x, scale.y(extents[at].hi)),
                thick * 1.2,
                within,
                color,
            );
        }
        // A steep line is as thick as a flat one: a column also covers what its neighbours to the left do.
        let near = &extents[at.saturating_sub(sideways)..=at];
        let extent = near
            .iter()
            .fold(Extent::EMPTY, |found, &extent| found.join(extent));
        if extent.is_empty() {
            continue;
        }
        let (top, bottom) = (scale.y(extent.hi) - half, scale.y(extent.lo) + half);
        if bottom - top - thick < 0.02 {
            // Flat: on whole device pixels.
            let top = (top + 0.01).round();
            frame.span(x, top, top + thick.round(), within, color);
        } else {
            frame.span(x, top, bottom, within, color);
        }
    }
}

fn ground(frame: &mut Frame, extents: &[Extent], scale: Scale, pixel: Pixel) {
    let top = |extent: &Extent| {
        if extent.is_empty() {
            scale.plot.bottom
        } else {
            (scale.y(extent.hi).round() as i32).clamp(scale.plot.top, scale.plot.bottom)
        }
    };
    let tops: Vec<i32> = extents.iter().map(top).collect();
    frame.below(&tops, scale.plot, pixel);
}

fn dots(frame: &mut Frame, extents: &[Extent], scale: Scale, radius: f32, color: Color) {
    let margin = radius.ceil() as i32;
    let plot = scale.plot;
    let within = Rect {
        left: plot.left - margin,
        top: plot.top - margin,
        right: plot.right + margin,
        bottom: plot.bottom + margin,
    };
    for (extent, x) in extents.iter().zip(plot.left..) {
        if !extent.is_empty() {
            disc(frame, (x, scale.y(extent.hi)), radius, within, color);
            if extent.lo < extent.hi {
                disc(frame, (x, scale.y(extent.lo)), radius, within, color);
            }
        }
    }
}

/// A filled disc around the middle of pixel column `x` at height `y`.
pub(crate) fn disc(frame: &mut Frame, (x, y): (i32, f32), radius: f32, within: Rect, color: Color) {
    let reach = radius.ceil() as i32;
    for across in -reach..=reach {
        let half = (radius * radius - (across * across) as f32).max(0.0).sqrt();
        if half > 0.0 {
            frame.span(x + across, y - half, y + half, within, color);
        }
    }
}
