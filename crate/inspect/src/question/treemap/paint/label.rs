//! Texts within tiles.

use plotters::{
    coord::Shift,
    drawing::DrawingArea,
    style::{FontDesc, FontFamily, FontStyle, RGBAColor, TextStyle},
};
use raster::{Color, Rect, Surface};

/// Size of letters, in CSS pixels.
const TEXT: f64 = 11.0;
/// From one line to the next.
const LINE: f64 = 14.0;
/// Left, right and above.
const PAD: f64 = 3.0;
/// A text that has less room says nothing.
const LEAST: f64 = 22.0;

/// Writes on one tile.
pub(super) struct Writer<'a, 'b> {
    pub(super) area: &'a DrawingArea<Surface<'b>, Shift>,
    pub(super) ink: Color,
    pub(super) ratio: f64,
}

impl Writer<'_, '_> {
    /// Whether there is room for a line at all.
    pub(super) fn has_room(&self, tile: Rect) -> bool {
        self.room(tile) >= LEAST * self.ratio && tile.height() as f64 >= LINE * self.ratio
    }

    /// Writes a name as far as there is room for it, and a size where there is room for all of it: beside the name, or below.
    pub(super) fn write(&self, tile: Rect, name: &str, size: &str, is_open: bool) {
        let style = self.style();
        let fits = |text: &str| self.width(text, &style) <= self.room(tile);
        let both = format!("{name}  {size}");
        if is_open && fits(&both) {
            self.line(tile, 0.0, &both, &style);
        } else if let Some(name) = clip(name, fits) {
            self.line(tile, 0.0, &name, &style);
            if !is_open && tile.height() as f64 >= 2.0 * LINE * self.ratio && fits(size) {
                self.line(tile, LINE, size, &style);
            }
        }
    }

    fn line(&self, tile: Rect, down: f64, text: &str, style: &TextStyle) {
        let from = (tile.left + self.px(PAD), tile.top + self.px(PAD + down));
        let drawn = self.area.draw_text(text, style, from);
        debug_assert!(drawn.is_ok(), "the backend never fails");
    }

    fn style(&self) -> TextStyle<'static> {
        let font = FontDesc::new(FontFamily::SansSerif, TEXT * self.ratio, FontStyle::Normal);
        font.color(&RGBAColor::from(self.ink))
    }

    fn width(&self, text: &str, style: &TextStyle) -> f64 {
        let size = self.area.estimate_text_size(text, style);
        size.map_or(f64::INFINITY, |(width, _)| width.into())
    }

    fn room(&self, tile: Rect) -> f64 {
        tile.width() as f64 - f64::from(2 * self.px(PAD))
    }

    fn px(&self, css: f64) -> i32 {
        (css * self.ratio).round() as i32
    }
}

/// As much of a text as fits, with an ellipsis where it is cut: never within a number, and not if less than two letters stay.
fn clip(text: &str, fits: impl Fn(&str) -> bool) -> Option<String> {
    if fits(text) {
        return Some(text.into());
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let cut = |end: usize| format!("{}…", text[..end].trim_end());
    let fit = ends.partition_point(|&end| fits(&cut(end)));
    let of_number = |part: char| part.is_ascii_digit() || part == ',' || part == '.';
    let mut kept = &text[..ends[fit.checked_sub(1)?]];
    if text[kept.len()..].starts_with(of_number) {
        kept = kept.trim_end_matches(of_number);
    }
    let letters = kept.chars().filter(|part| part.is_alphabetic());
    (letters.count() >= 2).then(|| cut(kept.len()))
}

/// Which of two colors is read more easily on a ground.
pub(super) fn legible(ground: Color, ink: Color, other: Color) -> Color {
    if contrast(ground, ink) >= contrast(ground, other) {
        ink
    } else {
        other
    }
}

/// As WCAG has it, with squares for the powers of 2.4.
fn contrast(one: Color, other: Color) -> f32 {
    let light = |color: Color| {
        let parts = color.rgb.map(|part| (f32::from(part) / 255.0).powi(2));
        0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05
    };
    let (one, other) = (light(one), light(other));
    one.max(other) / one.min(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clipped(text: &str, room: usize) -> Option<String> {
        clip(text, |text| text.chars().count() <= room)
    }

    #[test]
    fn a_text_is_cut_where_its_room_ends_and_never_within_a_letter() {
        assert_eq!(clipped("Leaky", 5).as_deref(), Some("Leaky"));
        assert_eq!(clipped("Leaky", 4).as_deref(), Some("Lea…"));
        assert_eq!(clipped("Löß µ漢字", 6).as_deref(), Some("Löß µ…"));
        assert_eq!(clipped("Löß µ漢字", 5).as_deref(), Some("Löß…"));
        assert_eq!(clipped("Leaky", 3).as_deref(), Some("Le…"));
        assert_eq!(clipped("Leaky", 2), None);
        assert_eq!(clip("", |_| false), None);
        assert_eq!(clip("Leaky", |_| false), None);
    }

    #[test]
    fn a_number_is_never_cut_and_signs_alone_are_no_name() {
        assert_eq!(clipped("1,787 × Leaky", 4), None);
        assert_eq!(clipped("1,787 × Leaky", 6), None);
        assert_eq!(clipped("Map1234", 5).as_deref(), Some("Map…"));
        assert_eq!(clipped("… and 12 more", 4), None);
        assert_eq!(clipped("… and 12 more", 8).as_deref(), Some("… and…"));
        assert_eq!(clipped("{a, b}", 4), None);
    }

    #[test]
    fn names_are_dark_on_light_tiles_and_light_on_dark_ones() {
        let (black, white) = (Color::new(23, 27, 31), Color::new(243, 244, 245));
        for (ground, expected) in [
            (Color::new(255, 220, 150), black),
            (Color::new(20, 80, 120), white),
            (Color::new(0, 230, 0), black),
            (Color::new(60, 0, 255), white),
        ] {
            assert_eq!(legible(ground, black, white), expected);
            assert_eq!(legible(ground, white, black), expected);
        }
    }
}
