//! Colours as the page's style sheet has them.

/// An opaque device pixel: red, green, blue, 255.
pub type Pixel = [u8; 4];

/// A colour with its opacity from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colour {
    /// Red, green, blue.
    pub rgb: [u8; 3],
    /// 0 is invisible, 1 hides what is behind.
    pub alpha: f32,
}

impl Colour {
    /// An opaque colour.
    pub const fn new(r: u8, g: u8, b: u8) -> Self {
        Self {
            rgb: [r, g, b],
            alpha: 1.0,
        }
    }

    /// The same colour, `part` times as opaque.
    #[must_use]
    pub fn fade(self, part: f32) -> Self {
        Self {
            alpha: self.alpha * part,
            ..self
        }
    }

    /// This colour laid over a pixel.
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

    /// The colour as an opaque pixel.
    pub fn pixel(self) -> Pixel {
        [self.rgb[0], self.rgb[1], self.rgb[2], 255]
    }

    /// The colour as a style sheet has it.
    pub fn css(self) -> String {
        let [r, g, b] = self.rgb;
        format!("rgb({r} {g} {b} / {})", self.alpha)
    }

    /// Reads `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb(…)`, `rgba(…)` and `color(srgb …)`: what computed styles say.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(digits) = text.strip_prefix('#') {
            return hex(digits);
        }
        let (name, rest) = text.split_once('(')?;
        let inside = rest.strip_suffix(')')?;
        let (inside, full) = match name {
            "rgb" | "rgba" => (inside, 255.0),
            "color" => (inside.trim_start().strip_prefix("srgb ")?, 1.0),
            _ => return None,
        };
        let words: Vec<&str> = inside
            .split(|c: char| c == ',' || c == '/' || c.is_whitespace())
            .filter(|word| !word.is_empty())
            .collect();
        let channel = |at: usize| {
            let value = number(words.get(at)?, full)?;
            Some((value / full * 255.0).round().clamp(0.0, 255.0) as u8)
        };
        let alpha = words.get(3).map_or(Some(1.0), |word| number(word, 1.0))?;
        Some(Self {
            rgb: [channel(0)?, channel(1)?, channel(2)?],
            alpha: alpha.clamp(0.0, 1.0) as f32,
        })
    }
}

fn number(word: &str, full: f64) -> Option<f64> {
    match word.strip_suffix('%') {
        Some(percent) => percent
            .parse::<f64>()
            .ok()
            .map(|percent| percent / 100.0 * full),
        None if word == "none" => Some(0.0),
        None => word.parse().ok(),
    }
}

fn hex(digits: &str) -> Option<Colour> {
    let value = u32::from_str_radix(digits, 16).ok()?;
    let [a, b, c, d] = value.to_be_bytes();
    match digits.len() {
        3 => Some(Colour::new(
            (value >> 8) as u8 * 17,
            (value >> 4 & 15) as u8 * 17,
            (value & 15) as u8 * 17,
        )),
        6 => Some(Colour::new(b, c, d)),
        8 => Some(Colour {
            rgb: [a, b, c],
            alpha: f32::from(d) / 255.0,
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn computed_colours_are_read() {
        let green = Some(Colour::new(0, 128, 255));
        for text in [
            "#0080ff",
            "rgb(0, 128, 255)",
            " rgb(0 128 255 / 100%)",
            "color(srgb 0 0.502 1)",
            "rgba(0,128,255,1)",
        ] {
            assert_eq!(Colour::parse(text), green, "{text}");
        }
        assert_eq!(Colour::parse("#f0a"), Some(Colour::new(255, 0, 170)));
        assert_eq!(Colour::parse("rgba(1, 2, 3, 0.5)").unwrap().alpha, 0.5);
        assert_eq!(Colour::parse("rgb(1 2 3 / 50%)").unwrap().alpha, 0.5);
        for text in [
            "",
            "red",
            "#12",
            "rgb(1,2)",
            "color(display-p3 1 1 1)",
            "#ggg",
            "rgb(a b c)",
        ] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    #[test]
    fn laying_over_keeps_the_ends() {
        let red = Colour::new(255, 0, 0);
        assert_eq!(red.over([0, 0, 0, 255]), [255, 0, 0, 255]);
        assert_eq!(red.fade(0.0).over([9, 8, 7, 255]), [9, 8, 7, 255]);
        assert_eq!(red.fade(0.5).over([1, 100, 0, 255]), [128, 50, 0, 255]);
    }
}
