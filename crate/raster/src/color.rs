//! Colors, as the page sends them and as they are laid on pixels.

use crate::decimal;
use plotters::style::RGBAColor;

/// An opaque device pixel: red, green, blue, 255.
pub type Pixel = [u8; 4];

/// A color with its opacity from 0 to 1. On the wire `[red, green, blue, opacity]`, all from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Color {
    /// Red, green, blue.
    pub rgb: [u8; 3],
    /// 0 is not to be seen, 1 hides what is below.
    pub alpha: f32,
}

impl From<[f32; 4]> for Color {
    fn from([red, green, blue, alpha]: [f32; 4]) -> Self {
        let channel = |part: f32| (part * 255.0).round() as u8;
        Self {
            rgb: [channel(red), channel(green), channel(blue)],
            alpha: alpha.clamp(0.0, 1.0),
        }
    }
}

/// As plotters takes it.
impl From<Color> for RGBAColor {
    fn from(
        Color {
            rgb: [r, g, b],
            alpha,
        }: Color,
    ) -> Self {
        Self(r, g, b, f64::from(alpha))
    }
}

impl Color {
    /// An opaque color.
    pub const fn new(r: u8, g: u8, b: u8) -> Self {
        Self {
            rgb: [r, g, b],
            alpha: 1.0,
        }
    }

    /// The same color, `part` times as opaque.
    #[must_use]
    pub fn fade(self, part: f32) -> Self {
        Self {
            alpha: self.alpha * part,
            ..self
        }
    }

    /// This color laid over a pixel.
    pub fn over(self, below: Pixel) -> Pixel {
        let weight = (self.alpha.clamp(0.0, 1.0) * 256.0) as u32;
        let mix = |top: u8, low: u8| {
            ((u32::from(top) * weight + u32::from(low) * (256 - weight)) >> 8) as u8
        };
        [
            mix(self.rgb[0], below[0]),
            mix(self.rgb[1], below[1]),
            mix(self.rgb[2], below[2]),
            255,
        ]
    }

    /// The color as an opaque pixel.
    pub fn pixel(self) -> Pixel {
        [self.rgb[0], self.rgb[1], self.rgb[2], 255]
    }

    /// The color as a style sheet has it.
    pub fn css(self) -> String {
        let [r, g, b] = self.rgb;
        format!("rgb({r} {g} {b} / {})", decimal(self.alpha.into(), 3))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_one_become_bytes() {
        let color = Color::from([1.0, 0.0, 0.502, 0.5]);
        assert_eq!((color.rgb, color.alpha), ([255, 0, 128], 0.5));
        let wild = Color::from([-1.0, f32::NAN, 9.0, 7.0]);
        assert_eq!((wild.rgb, wild.alpha), ([0, 0, 255], 1.0));
    }

    #[test]
    fn laying_over_keeps_the_ends() {
        let red = Color::new(255, 0, 0);
        assert_eq!(red.over([0, 0, 0, 255]), [255, 0, 0, 255]);
        assert_eq!(red.fade(0.0).over([9, 8, 7, 255]), [9, 8, 7, 255]);
        assert_eq!(red.fade(0.5).over([1, 100, 0, 255]), [128, 50, 0, 255]);
    }
}
