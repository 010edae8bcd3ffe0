//! Where everything is, in device pixels. The page's style sheet knows the same numbers in CSS pixels.

use raster::Rect;

/// Room for the value labels, in CSS pixels.
const LEFT: f64 = 62.0;
/// Room so that the last time label is not cut, in CSS pixels.
const RIGHT: f64 = 14.0;
/// Height of a panel's title, which the page writes, with the gap to the panel above, in CSS pixels.
const TITLE: f64 = 34.0;
/// Height of the strip of event glyphs under the first title, in CSS pixels.
const MARKS: f64 = 14.0;
/// Height of the time labels, in CSS pixels.
const TIMES: f64 = 20.0;
/// Size of labels, in CSS pixels.
const TEXT: f64 = 11.0;
/// Caps a canvas: 16,384 device pixels a side is what browsers allow.
const LONGEST: f64 = 16_384.0;

/// The canvas and the rectangles of its panels.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Layout {
    /// Canvas width in device pixels.
    pub(crate) width: usize,
    /// Canvas height in device pixels.
    pub(crate) height: usize,
    /// Device pixels a CSS pixel.
    pub(crate) ratio: f64,
    /// The plotting area of each panel, top to bottom; without height where the panel is not shown.
    pub(crate) plots: Vec<Rect>,
}

impl Layout {
    /// Lays out panels of relative `heights`, 0 for those that are not shown, on a canvas of `width` x `height` CSS pixels.
    pub(crate) fn new(width: f64, height: f64, ratio: f64, heights: &[f64]) -> Self {
        let ratio = if ratio.is_finite() {
            ratio.clamp(0.25, 8.0)
        } else {
            1.0
        };
        let device = |css: f64| (css * ratio).round().clamp(0.0, LONGEST);
        let (across, down) = (device(width), device(height));
        let all: f64 = heights.iter().sum();
        let shown = heights.iter().filter(|&&height| height > 0.0).count() as f64;
        let room = down - device(MARKS) - device(TIMES) - shown * device(TITLE);
        let unit = room.max(0.0) / all.max(f64::MIN_POSITIVE);
        let mut edge = device(MARKS);
        let plot = |&height: &f64| {
            let top = (edge + device(TITLE)).round() as i32;
            if height > 0.0 {
                edge += device(TITLE) + height * unit;
            }
            Rect {
                left: device(LEFT) as i32,
                right: (across - device(RIGHT)) as i32,
                top,
                bottom: if height > 0.0 {
                    edge.round() as i32
                } else {
                    top
                },
            }
        };
        let plots = heights.iter().map(plot).collect();
        Self {
            width: across as usize,
            height: down as usize,
            ratio,
            plots,
        }
    }

    /// Device pixels of a length in CSS pixels, at least one.
    pub(crate) fn px(&self, css: f64) -> i32 {
        (css * self.ratio).round().max(1.0) as i32
    }

    /// Height of labels in device pixels.
    pub(crate) fn text(&self) -> f64 {
        TEXT * self.ratio
    }

    /// Number of device-pixel columns of every plot.
    pub(crate) fn columns(&self) -> usize {
        self.plots.first().map_or(0, Rect::width)
    }

    /// The left edge of every plot, in device pixels.
    pub(crate) fn left(&self) -> i32 {
        self.plots.first().map_or(0, |plot| plot.left)
    }

    /// Whether no panel below number `at` is shown.
    pub(crate) fn is_lowest(&self, at: usize) -> bool {
        self.plots[at + 1..].iter().all(|plot| plot.height() == 0)
    }

    /// Whether there is room to draw at all.
    pub(crate) fn has_room(&self) -> bool {
        self.columns() >= 8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panels_do_not_overlap_and_stay_on_the_canvas() {
        let layout = Layout::new(380.0, 400.0, 2.0, &[1.0; 3]);
        assert_eq!((layout.width, layout.height), (760, 800));
        for pair in layout.plots.windows(2) {
            assert!(pair[0].bottom + 52 <= pair[1].top);
            assert_eq!((pair[0].left, pair[0].right), (pair[1].left, pair[1].right));
        }
        assert_eq!(layout.plots[2].bottom, 760);
    }

    #[test]
    fn a_panel_that_is_not_shown_takes_no_room() {
        let all = Layout::new(380.0, 400.0, 2.0, &[1.0, 0.5]);
        for shown in [[0.0, 1.0, 0.5], [1.0, 0.0, 0.5], [1.0, 0.5, 0.0]] {
            let layout = Layout::new(380.0, 400.0, 2.0, &shown);
            let plots = layout.plots.iter().filter(|plot| plot.height() > 0);
            assert!(plots.eq(&all.plots), "{layout:?}");
            let lowest: Vec<usize> = (0..3).filter(|&at| layout.is_lowest(at)).collect();
            assert_eq!(lowest.contains(&1), (shown[2] == 0.0));
            assert_eq!(
                (layout.left(), layout.columns()),
                (all.left(), all.columns())
            );
        }
    }

    #[test]
    fn no_room_is_no_crash() {
        for (width, height, ratio) in [
            (0.0, 0.0, 1.0),
            (-5.0, f64::NAN, f64::NAN),
            (1e9, 1e9, 99.0),
            (10.0, 10.0, 0.0),
        ] {
            let layout = Layout::new(width, height, ratio, &[1.0, 0.0]);
            assert!(layout.width <= 16_384 && layout.height <= 16_384);
        }
        assert!(!Layout::new(0.0, 300.0, 1.0, &[1.0]).has_room());
    }
}
