//! Plotters' drawing backend over a [`Frame`]: shapes become pixels at once, text is left for the canvas.

use crate::color::Color;
use crate::frame::{Frame, Rect};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::convert::Infallible;

/// A text to be written on the finished picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The words.
    pub text: String,
    /// Anchor, in device pixels.
    pub at: (i32, i32),
    /// Where the anchor is across the text.
    pub across: Across,
    /// Where the anchor is down the text.
    pub down: Down,
    /// Height of the letters' box in device pixels.
    pub size: f64,
    /// Color of the letters.
    pub color: Color,
}

/// Side of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Across {
    Left,
    Centre,
    Right,
}

/// Height in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Down {
    Top,
    Middle,
    Bottom,
}

/// Knows how wide a text is; on a canvas by `measureText`.
pub trait Measure {
    /// Width of a text in device pixels at a size in device pixels.
    fn width(&self, text: &str, size: f64) -> f64;
}

/// What plotters draws on.
pub struct Surface<'a> {
    /// The picture.
    pub frame: &'a mut Frame,
    /// Texts so far.
    pub labels: &'a mut Vec<Label>,
    /// Measures texts.
    pub measure: &'a dyn Measure,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Surface<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.frame.width() as u32, self.frame.height() as u32)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.fill(point, point, color);
        Ok(())
    }

    /// Of a chart these are mesh lines, axes and tick marks: level or upright, one pixel of ours or a few thick. What slants
    /// is an element of its own, which draws on the frame.
    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        debug_assert!(from.0 == to.0 || from.1 == to.1, "{from:?} to {to:?}");
        if style.color().alpha > 0.0 {
            let wide = style.stroke_width() as i32 - 1;
            let (right, down) = if from.0 == to.0 { (wide, 0) } else { (0, wide) };
            let end = (from.0.max(to.0) + right, from.1.max(to.1) + down);
            self.fill((from.0.min(to.0), from.1.min(to.1)), end, style.color());
        }
        Ok(())
    }

    /// Filled at once, not line by line.
    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        if !fill {
            return self.draw_path([from, (to.0, from.1), to, (from.0, to.1), from], style);
        }
        let start = (from.0.min(to.0), from.1.min(to.1));
        self.fill(start, (from.0.max(to.0), from.1.max(to.1)), style.color());
        Ok(())
    }

    /// Line by line: the general way, a polygon, brings a rasteriser along that nothing here needs.
    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let mut path = path.into_iter();
        let Some(mut from) = path.next() else {
            return Ok(());
        };
        for to in path {
            self.draw_line(from, to, style)?;
            from = to;
        }
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &T,
        pos: BackendCoord,
    ) -> Drawn {
        let anchor = style.anchor();
        self.labels.push(Label {
            text: text.into(),
            at: pos,
            across: match anchor.h_pos {
                HPos::Left => Across::Left,
                HPos::Center => Across::Centre,
                HPos::Right => Across::Right,
            },
            down: match anchor.v_pos {
                VPos::Top => Down::Top,
                VPos::Center => Down::Middle,
                VPos::Bottom => Down::Bottom,
            },
            size: style.size(),
            color: ink(style.color()),
        });
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok((
            self.measure.width(text, style.size()).ceil() as u32,
            style.size().ceil() as u32,
        ))
    }
}

impl Surface<'_> {
    fn fill(&mut self, from: BackendCoord, to: BackendCoord, color: BackendColor) {
        self.frame.fill(
            Rect {
                left: from.0,
                top: from.1,
                right: to.0 + 1,
                bottom: to.1 + 1,
            },
            ink(color),
        );
    }
}

fn ink(color: BackendColor) -> Color {
    let (r, g, b) = color.rgb;
    Color {
        rgb: [r, g, b],
        alpha: color.alpha as f32,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use plotters::prelude::{Color as _, IntoDrawingArea, RGBAColor, Rectangle};

    struct NoText;

    impl Measure for NoText {
        fn width(&self, _: &str, _: f64) -> f64 {
            0.0
        }
    }

    fn drawn(fill: bool) -> Vec<String> {
        let (mut frame, mut labels) = (Frame::default(), Vec::new());
        frame.clear(6, 5, Color::new(255, 255, 255));
        let area = Surface {
            frame: &mut frame,
            labels: &mut labels,
            measure: &NoText,
        }
        .into_drawing_area();
        let black = RGBAColor::from(Color::new(0, 0, 0));
        let style = if fill { black.filled() } else { black.into() };
        area.draw(&Rectangle::new([(4, 1), (1, 3)], style)).unwrap();
        drop(area);
        let sign = |pixel: &[u8]| if pixel[0] == 0 { '#' } else { '.' };
        let rows = frame.bytes().chunks(24);
        rows.map(|row| row.chunks(4).map(sign).collect()).collect()
    }

    #[test]
    fn a_rectangle_has_both_its_corners_and_is_filled_or_not() {
        assert_eq!(
            drawn(true),
            ["......", ".####.", ".####.", ".####.", "......"]
        );
        assert_eq!(
            drawn(false),
            ["......", ".####.", ".#..#.", ".####.", "......"]
        );
    }
}
