//! The picture as pixels of our own.
//!
//! Rasterising rectangles and spans here and handing the canvas one finished picture is several times faster than
//! thousands of canvas calls, costs the same at any density of samples, and can be looked at in a native test.

use crate::color::{Color, Pixel};

/// By so much browsers change what is read from a canvas so that it tells them apart from no other.
const NOISE: u8 = 2;

/// A rectangle of device pixels: left and top belong to it, right and bottom do not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rect {
    /// The first column.
    pub left: i32,
    /// The first row.
    pub top: i32,
    /// The column behind the last.
    pub right: i32,
    /// The row behind the last.
    pub bottom: i32,
}

impl Rect {
    /// Width in device pixels, never negative.
    pub fn width(&self) -> usize {
        usize::try_from(self.right - self.left).unwrap_or(0)
    }

    /// Height in device pixels, never negative.
    pub fn height(&self) -> usize {
        usize::try_from(self.bottom - self.top).unwrap_or(0)
    }

    fn clip(self, to: Self) -> Self {
        Self {
            left: self.left.max(to.left),
            top: self.top.max(to.top),
            right: self.right.min(to.right),
            bottom: self.bottom.min(to.bottom),
        }
    }
}

/// A picture, row by row from the top.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    width: usize,
    height: usize,
    pixels: Vec<Pixel>,
}

impl Frame {
    /// Makes the picture `width` x `height` device pixels of one color.
    pub fn clear(&mut self, width: usize, height: usize, color: Color) {
        (self.width, self.height) = (width, height);
        self.pixels.clear();
        self.pixels.resize(width * height, color.pixel());
    }

    /// Width in device pixels.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Height in device pixels.
    pub fn height(&self) -> usize {
        self.height
    }

    /// Red, green, blue, alpha of every pixel, row by row.
    pub fn bytes(&self) -> &[u8] {
        self.pixels.as_flattened()
    }

    /// Whether bytes begin with this picture's first row, as nearly as no eye can tell.
    pub fn begins_like(&self, bytes: &[u8]) -> bool {
        let row = &self.bytes()[..4 * self.width.min(self.pixels.len())];
        bytes.len() == self.bytes().len()
            && row
                .iter()
                .zip(bytes)
                .all(|(own, read)| own.abs_diff(*read) <= NOISE)
    }

    /// One pixel, if it is in the picture.
    pub fn pixel(&self, x: usize, y: usize) -> Option<Pixel> {
        if x < self.width {
            self.pixels.get(y * self.width + x).copied()
        } else {
            None
        }
    }

    /// The whole picture.
    pub fn area(&self) -> Rect {
        Rect {
            left: 0,
            top: 0,
            right: self.width as i32,
            bottom: self.height as i32,
        }
    }

    /// Lays a color over a rectangle, as far as it is in the picture.
    pub fn fill(&mut self, rect: Rect, color: Color) {
        let rect = rect.clip(self.area());
        if rect.width() == 0 || color.alpha <= 0.0 {
            return;
        }
        for y in rect.top..rect.bottom {
            let start = y as usize * self.width;
            let row = &mut self.pixels[start + rect.left as usize..start + rect.right as usize];
            if color.alpha >= 1.0 {
                row.fill(color.pixel());
            } else {
                for pixel in row {
                    *pixel = color.over(*pixel);
                }
            }
        }
    }

    /// A vertical span in one pixel column with soft ends, kept inside the rows of `within`.
    pub fn span(&mut self, x: i32, top: f32, bottom: f32, within: Rect, color: Color) {
        let within = within.clip(self.area());
        let (top, bottom) = (top.max(within.top as f32), bottom.min(within.bottom as f32));
        if x < within.left || x >= within.right || top >= bottom {
            return;
        }
        let (first, last) = (top.floor(), bottom.ceil() - 1.0);
        if first >= last {
            self.lay(x, first as usize, color.fade(bottom - top));
            return;
        }
        self.lay(x, first as usize, color.fade(first + 1.0 - top));
        self.lay(x, last as usize, color.fade(bottom - last));
        let rows = first as usize + 1..last as usize;
        if color.alpha >= 1.0 {
            let (pixel, width) = (color.pixel(), self.width);
            let from = rows.start * width + x as usize;
            self.pixels[from..]
                .iter_mut()
                .step_by(width)
                .take(rows.len())
                .for_each(|at| *at = pixel);
        } else {
            rows.for_each(|y| self.lay(x, y, color));
        }
    }

    /// Fills one color below a height a column: `tops[i]` is the first row of column `area.left + i`.
    /// Goes row by row, which is the order of memory.
    pub fn below(&mut self, tops: &[i32], area: Rect, pixel: Pixel) {
        let clipped = area.clip(self.area());
        if clipped != area || tops.len() != area.width() || tops.is_empty() {
            return;
        }
        let highest = tops.iter().copied().min().unwrap_or(0).max(area.top);
        let all_from = tops.iter().copied().max().unwrap_or(0);
        for y in highest..area.bottom {
            let start = y as usize * self.width + area.left as usize;
            let row = &mut self.pixels[start..start + tops.len()];
            if y >= all_from {
                row.fill(pixel);
            } else {
                for (at, &top) in row.iter_mut().zip(tops) {
                    *at = if y >= top { pixel } else { *at };
                }
            }
        }
    }

    fn lay(&mut self, x: i32, y: usize, color: Color) {
        let at = &mut self.pixels[y * self.width + x as usize];
        *at = color.over(*at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHITE: Color = Color::new(255, 255, 255);
    const BLACK: Color = Color::new(0, 0, 0);

    fn frame() -> Frame {
        let mut frame = Frame::default();
        frame.clear(4, 6, WHITE);
        frame
    }

    fn column(frame: &Frame, x: usize) -> Vec<u8> {
        (0..frame.height())
            .map(|y| frame.pixel(x, y).unwrap()[0])
            .collect()
    }

    #[test]
    fn rectangles_are_clipped() {
        let mut frame = frame();
        frame.fill(
            Rect {
                left: -5,
                top: 4,
                right: 2,
                bottom: 99,
            },
            BLACK,
        );
        frame.fill(
            Rect {
                left: 3,
                top: 3,
                right: 1,
                bottom: 1,
            },
            BLACK,
        );
        assert_eq!(column(&frame, 0), [255, 255, 255, 255, 0, 0]);
        assert_eq!(column(&frame, 2), [255; 6]);
    }

    #[test]
    fn spans_have_soft_ends_and_stay_inside() {
        let mut frame = frame();
        let area = frame.area();
        frame.span(1, 1.5, 4.0, area, BLACK);
        assert_eq!(column(&frame, 1), [255, 127, 0, 0, 255, 255]);
        frame.span(
            2,
            -9.0,
            99.0,
            Rect {
                top: 2,
                bottom: 4,
                ..area
            },
            BLACK,
        );
        assert_eq!(column(&frame, 2), [255, 255, 0, 0, 255, 255]);
        for x in [-1, 4] {
            frame.span(x, 0.0, 6.0, area, BLACK);
        }
        frame.span(0, f32::NAN, f32::NAN, Rect::default(), BLACK);
        assert_eq!(column(&frame, 0), [255; 6]);
    }

    #[test]
    fn what_was_read_is_ours_or_not() {
        let mut frame = frame();
        frame.fill(
            Rect {
                left: 1,
                top: 0,
                right: 3,
                bottom: 1,
            },
            BLACK,
        );
        let mut read = frame.bytes().to_vec();
        assert!(frame.begins_like(&read));
        read[4] = 2;
        read[5 * 16] = 99;
        assert!(frame.begins_like(&read), "noise, and a text below");
        assert!(!frame.begins_like(&read[4..]));
        read[4] = 3;
        assert!(!frame.begins_like(&read));
        assert!(Frame::default().begins_like(&[]));
    }

    #[test]
    fn areas_fill_below_their_tops() {
        let mut frame = frame();
        frame.below(&[0, 3, 6, 9], frame.area(), BLACK.pixel());
        assert_eq!(column(&frame, 0), [0; 6]);
        assert_eq!(column(&frame, 1), [255, 255, 255, 0, 0, 0]);
        assert_eq!(column(&frame, 2), [255; 6]);
        assert_eq!(column(&frame, 3), [255; 6]);
    }
}
