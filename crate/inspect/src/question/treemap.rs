//! What is retained by what, as tiles within tiles: their figures, and their picture.

mod family;
mod name;
mod paint;
#[cfg(test)]
mod tests;

use heap::{Snapshot, treemap};
use raster::{Canvas, Measure};
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{
    column::{Codes, Counts, Doubles},
    object,
};
use crate::{Problem, Session, wire};
use family::Family;
pub use family::FamilyColors;
use paint::Picture;

/// The longest side in CSS pixels.
const LONGEST: f64 = 16_384.0;
/// The most device pixels of a picture: one with more is drawn at a lower ratio.
const PIXELS: f64 = 3e7;

/// An object, and the size of its treemap.
#[derive(Clone, Copy, Debug, Deserialize, Tsify)]
pub struct TreemapRequest {
    /// The object's position; the root's if there is none.
    #[serde(default)]
    #[tsify(optional)]
    pub node: Option<u32>,
    /// That many objects of its class, itself the first, as in a tile of kind 2; without it the whole is the object.
    #[serde(default)]
    #[tsify(optional)]
    pub members: Option<u32>,
    /// CSS pixels.
    pub width: f64,
    /// CSS pixels.
    pub height: f64,
}

/// Tiles, a row each: first that of the whole, and each behind the one that it is in.
#[derive(Debug, Serialize, Tsify)]
pub struct TreemapAnswer {
    /// 0 an object with what it retains, 1 the shallow size of the object around it, 2 several small objects of one class,
    /// 3 what is too small to be shown.
    pub kind: Codes,
    /// The object's position; of several that of the first, which retains most.
    pub node: Counts,
    /// The row of the tile around it; the first tile's is its own.
    pub parent: Counts,
    /// Tiles around it.
    pub depth: Codes,
    /// CSS pixels from the left.
    pub x: Doubles,
    /// CSS pixels from the top.
    pub y: Doubles,
    /// CSS pixels.
    pub width: Doubles,
    /// CSS pixels.
    pub height: Doubles,
    /// As it stands on the tile, where there is room for it.
    pub name: Vec<String>,
    /// Bytes: the retained size, or the shallow one; of several all.
    pub size: Doubles,
    /// Objects: of one it and all that it retains, of several how many there are.
    pub count: Counts,
    /// What kind of thing it is: a position in `families`.
    pub family: Codes,
    /// The names of the colors.
    pub families: Vec<&'static str>,
}

/// A treemap's picture.
#[derive(Clone, Copy, Debug, Deserialize, Tsify)]
pub struct PictureRequest {
    /// Of what, and how large.
    #[serde(flatten)]
    pub of: TreemapRequest,
    /// Device pixels a CSS pixel.
    pub ratio: f64,
    /// Its colors.
    pub theme: TreemapTheme,
}

/// Colors, each red, green, blue and opacity from 0 to 1.
#[derive(Clone, Copy, Debug, Deserialize, Tsify)]
pub struct TreemapTheme {
    /// Behind the tiles. Names have it where it is read more easily than the ink.
    pub background: [f32; 4],
    /// Names.
    pub ink: [f32; 4],
    /// Tiles.
    pub families: FamilyColors,
}

/// A picture's pixels.
#[derive(Debug, Serialize, Tsify)]
pub struct PictureAnswer {
    /// Device pixels.
    pub width: u32,
    /// Device pixels.
    pub height: u32,
    /// Red, green, blue and 255 of every pixel, row by row from the top.
    pub pixels: Codes,
    /// Whether names are written on it: only a worker of a browser can.
    pub named: bool,
}

#[wasm_bindgen]
impl Session {
    /// What an object retains, or several of a class, as tiles within tiles.
    ///
    /// # Errors
    /// `session.*`, `ask.no-such-object`.
    pub fn treemap(
        &self,
        file: u32,
        asked: Ts<TreemapRequest>,
    ) -> Result<Ts<TreemapAnswer>, JsValue> {
        self.carry(file, &asked, treemap)
    }

    /// The picture of the same tiles.
    ///
    /// # Errors
    /// `session.*`, `ask.no-such-object`.
    #[wasm_bindgen(js_name = treemapPicture)]
    pub fn treemap_picture(
        &self,
        file: u32,
        asked: Ts<PictureRequest>,
    ) -> Result<Ts<PictureAnswer>, JsValue> {
        let canvas = Canvas::unseen().ok();
        let measure: &dyn Measure = canvas.as_ref().map_or(&NoRoom, |canvas| canvas);
        let picture = picture(self, file, wire::request(&asked)?, measure)?;
        let written =
            canvas.and_then(|canvas| canvas.write(&picture.frame, &picture.labels).ok()?);
        wire::answer(&PictureAnswer {
            width: picture.frame.width() as u32,
            height: picture.frame.height() as u32,
            named: written.is_some(),
            pixels: written
                .unwrap_or_else(|| picture.frame.bytes().to_vec())
                .into_iter()
                .collect(),
        })
    }
}

/// Where nothing can be written no text has room.
struct NoRoom;

impl Measure for NoRoom {
    fn width(&self, _: &str, _: f64) -> f64 {
        f64::INFINITY
    }
}

fn treemap(session: &Session, file: u32, asked: TreemapRequest) -> Result<TreemapAnswer, Problem> {
    let snapshot = session.snapshot(file)?;
    let tiles = tiles(snapshot, asked)?;
    let all = || tiles.iter();
    Ok(TreemapAnswer {
        kind: all().map(|tile| tile.kind as u8).collect(),
        node: all().map(|tile| tile.node.0).collect(),
        parent: all().map(|tile| tile.parent).collect(),
        depth: all().map(|tile| tile.depth as u8).collect(),
        x: all().map(|tile| tile.area.left).collect(),
        y: all().map(|tile| tile.area.top).collect(),
        width: all().map(|tile| tile.area.width()).collect(),
        height: all().map(|tile| tile.area.height()).collect(),
        name: all().map(|tile| name::of(snapshot, tile)).collect(),
        size: all().map(|tile| tile.size).collect(),
        count: all().map(|tile| tile.count).collect(),
        family: all().map(|tile| Family::of(snapshot, tile) as u8).collect(),
        families: Family::NAMES.to_vec(),
    })
}

fn picture(
    session: &Session,
    file: u32,
    asked: PictureRequest,
    measure: &dyn Measure,
) -> Result<Picture, Problem> {
    let snapshot = session.snapshot(file)?;
    let tiles = tiles(snapshot, asked.of)?;
    if !(asked.ratio > 0.0 && asked.ratio.is_finite()) {
        return Err(Problem::request("the ratio is no number above 0"));
    }
    let most = (PIXELS / (asked.of.width * asked.of.height)).sqrt();
    let ratio = asked
        .ratio
        .min(most)
        .min(LONGEST / asked.of.width.max(asked.of.height));
    Ok(paint::paint(snapshot, &tiles, ratio, &asked.theme, measure))
}

fn tiles(snapshot: &Snapshot, asked: TreemapRequest) -> Result<Vec<treemap::Tile>, Problem> {
    let TreemapRequest {
        node,
        members,
        width,
        height,
    } = asked;
    let sides = 1.0..=LONGEST;
    if !sides.contains(&width) || !sides.contains(&height) {
        return Err(Problem::request(
            "width and height are CSS pixels, from 1 to 16,384",
        ));
    }
    let node = node.map_or(Ok(snapshot.graph().root()), |node| {
        object::node(snapshot, node)
    })?;
    let options = treemap::Options {
        width,
        height,
        depth: 8,
        least: 60.0,
        alone: 500.0,
        strip: paint::STRIP,
        rim: 2.0,
        most: 1_500,
    };
    let whole = match members {
        Some(count) => treemap::Whole::Class(node, count),
        None => treemap::Whole::Object(node),
    };
    Ok(snapshot.treemap(whole, &options))
}
