//! The dominator tree as tiles within tiles: what is retained by what, at one look.

mod area;
mod members;
mod parts;
mod squarify;

pub use area::Area;
pub use parts::TileKind;

use std::{cmp::Reverse, collections::BinaryHeap};

use crate::{NodeIx, Snapshot};
use parts::{Bounds, Part};
use squarify::squarify;

/// A part of what an object retains.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tile {
    /// What it shows.
    pub kind: TileKind,
    /// The object; of several the first, of a shallow size the one that has it. Of several objects the one that retains most is
    /// the first, of equal ones the first of the file.
    pub node: NodeIx,
    /// Position of the tile around it; the first tile's is its own.
    pub parent: u32,
    /// Tiles around it.
    pub depth: u32,
    /// Where it is.
    pub area: Area,
    /// Bytes.
    pub size: u64,
    /// Objects in it: of one all that it dominates and itself, of several how many there are.
    pub count: u32,
}

/// What a treemap shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// What an object retains.
    Object(NodeIx),
    /// Objects of one class, all dominated by the same object, as in a tile of them: from this one on so many.
    Class(NodeIx, u32),
}

impl From<NodeIx> for Whole {
    fn from(node: NodeIx) -> Self {
        Self::Object(node)
    }
}

/// How large a treemap is and how far it goes into detail; lengths are in one unit, areas in its square.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// More than nothing.
    pub width: f64,
    /// More than nothing.
    pub height: f64,
    /// So many levels of tiles are within the first one, at least one.
    pub depth: u32,
    /// What would have less area is counted in the tile's last part.
    pub least: f64,
    /// Objects that would have less area than this are shown by class, where a class has several.
    pub alone: f64,
    /// Height of a strip above what is in a tile, for the tile's name.
    pub strip: f64,
    /// What is left free beside and below.
    pub rim: f64,
    /// No tile is opened any more when there are so many.
    pub most: usize,
}

impl Snapshot {
    /// What an object or several retain as tiles, each behind the one that it is in. The parts of a tile are to scale with each
    /// other: without strip and rim all tiles are. The largest are opened first; that takes time with the number of their parts only.
    pub fn treemap(&self, whole: impl Into<Whole>, options: &Options) -> Vec<Tile> {
        let (whole, members) = match whole.into() {
            Whole::Object(node) => (Part::object(self, node), Vec::new()),
            Whole::Class(first, count) => self.members(first, count),
        };
        let area = Area::of(options.width, options.height);
        let mut tiles = vec![Tile::new(whole, 0, 0, area)];
        let mut closed = BinaryHeap::new();
        closed.push((order(area), Reverse(0_u32)));
        while let Some((_, Reverse(at))) = closed.pop()
            && tiles.len() < options.most
        {
            let from = tiles.len() as u32;
            let members = if at == 0 { &members[..] } else { &[] };
            self.open(&mut tiles, at, members, options);
            closed.extend(
                (from..)
                    .zip(&tiles[from as usize..])
                    .filter_map(|(at, tile)| {
                        let opens = tile.kind == TileKind::Object && tile.count > 1;
                        (opens && tile.depth < options.depth)
                            .then(|| (order(tile.area), Reverse(at)))
                    }),
            );
        }
        tiles
    }

    fn open(&self, tiles: &mut Vec<Tile>, at: u32, members: &[Part], options: &Options) {
        let tile = tiles[at as usize];
        let Some(inner) = tile.area.within(options.strip, options.rim) else {
            return;
        };
        let least = options
            .least
            .max(options.width * options.height / options.most.max(1) as f64);
        let bounds = Bounds {
            total: tile.size,
            area: inner.area(),
            least,
            alone: options.alone.max(least),
        };
        let parts = if members.is_empty() {
            self.parts(tile.node, bounds)
        } else {
            members::parts(members, bounds)
        };
        let is_told = |part: &Part| part.kind != TileKind::Rest;
        if !parts.iter().any(is_told) {
            return;
        }
        let sizes: Vec<f64> = parts.iter().map(|part| bounds.area_of(part.size)).collect();
        let made = parts.into_iter().zip(squarify(&sizes, inner));
        tiles.extend(made.map(|(part, area)| Tile::new(part, at, tile.depth + 1, area)));
    }
}

impl Tile {
    fn new(part: Part, parent: u32, depth: u32, area: Area) -> Self {
        let Part {
            kind,
            node,
            size,
            count,
        } = part;
        Self {
            kind,
            node,
            parent,
            depth,
            area,
            size,
            count,
        }
    }
}

/// A number that grows with the area: of floats that are not negative the bits do.
fn order(area: Area) -> u64 {
    area.area().to_bits()
}
