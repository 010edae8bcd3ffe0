//! Tiles become pixels and labels, by plotters on our own backend.

mod label;

use heap::{Snapshot, treemap::Tile};
use plotters::{
    coord::Shift,
    drawing::{DrawingArea, IntoDrawingArea},
    element::Rectangle,
    style::{Color as _, RGBAColor},
};
use raster::{Color, Frame, Label, Measure, Rect, Surface};

use super::{TreemapTheme, family::Family, name};
use label::{Writer, legible};

/// Height of the strip with the name of a tile that is open, in CSS pixels.
pub(super) const STRIP: f64 = 17.0;
/// How much of its color a tile has that others are in.
const GROUND: f32 = 0.5;

/// A picture: its pixels, and the texts to be written on them.
#[derive(Debug, Default)]
pub(super) struct Picture {
    pub(super) frame: Frame,
    pub(super) labels: Vec<Label>,
}

/// Draws tiles of a snapshot, `ratio` device pixels a CSS pixel.
pub(super) fn paint(
    snapshot: &Snapshot,
    tiles: &[Tile],
    ratio: f64,
    theme: &TreemapTheme,
    measure: &dyn Measure,
) -> Picture {
    let mut picture = Picture::default();
    let background = Color {
        alpha: 1.0,
        ..theme.background.into()
    };
    let whole = edges(&tiles[0], ratio);
    picture
        .frame
        .clear(whole.width(), whole.height(), background);
    let area = Surface {
        frame: &mut picture.frame,
        labels: &mut picture.labels,
        measure,
    }
    .into_drawing_area();
    let mut is_open = vec![false; tiles.len()];
    for tile in &tiles[1..] {
        is_open[tile.parent as usize] = true;
    }
    for (tile, is_open) in tiles.iter().zip(is_open) {
        let color = Family::of(snapshot, tile).color(&theme.families);
        let color = if is_open { color.fade(GROUND) } else { color };
        let [r, g, b, _] = color.over(background.pixel());
        let ground = Color::new(r, g, b);
        let inner = shrink(edges(tile, ratio), border(tile, ratio));
        fill(&area, inner, ground);
        let writer = Writer {
            area: &area,
            ink: legible(ground, theme.ink.into(), background),
            ratio,
        };
        if writer.has_room(inner) {
            let (name, size) = (name::of(snapshot, tile), name::size(tile.size));
            writer.write(inner, &name, &size, is_open);
        }
    }
    drop(area);
    picture
}

/// A tile in device pixels: neighbours share an edge, so that nothing is between them or twice.
fn edges(tile: &Tile, ratio: f64) -> Rect {
    let device = |css: f64| (css * ratio).round() as i32;
    Rect {
        left: device(tile.area.left),
        top: device(tile.area.top),
        right: device(tile.area.right),
        bottom: device(tile.area.bottom),
    }
}

/// Half of what is free between neighbours, in device pixels: most between the largest tiles.
fn border(tile: &Tile, ratio: f64) -> i32 {
    match tile.depth {
        0 => 0,
        1 => ratio.round().max(1.0) as i32,
        _ => (ratio / 2.0).round().max(1.0) as i32,
    }
}

fn shrink(rect: Rect, by: i32) -> Rect {
    Rect {
        left: rect.left + by,
        top: rect.top + by,
        right: rect.right - by,
        bottom: rect.bottom - by,
    }
}

fn fill(area: &DrawingArea<Surface, Shift>, rect: Rect, color: Color) {
    if rect.width() == 0 || rect.height() == 0 {
        return;
    }
    // Plotters' corners are both within.
    let corners = [(rect.left, rect.top), (rect.right - 1, rect.bottom - 1)];
    let drawn = area.draw(&Rectangle::new(corners, RGBAColor::from(color).filled()));
    debug_assert!(drawn.is_ok(), "the backend never fails");
}
