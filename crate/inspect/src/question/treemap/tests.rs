//! Treemaps of real files.

#![allow(clippy::float_cmp, reason = "bytes are whole numbers")]

use std::{fs, path::Path};

use packed::PackedReader;
use raster::{Color, Measure};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{
    Family, NoRoom, Picture, PictureRequest, TreemapAnswer, TreemapRequest, TreemapTheme, name,
    picture, treemap,
};
use crate::{Problem, Session, file::File};

const MIXED: &str = "node-mixed.heapsnapshot";
const DOM: &str = "chromium-dom.heapsnapshot";

/// A session with this fixture open under number 1.
fn session(name: &str) -> Session {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixture/heap");
    let bytes = fs::read(folder.join(format!("{name}.gz"))).expect("a fixture");
    let mut session = Session::new();
    let reading = File::Reading(Box::new(PackedReader::new(name, None)));
    session.admit(reading, Some(1)).expect("a free number");
    let file = session.file_mut(1).expect("it is there");
    file.feed(&bytes).expect("a heap file");
    file.end(false).expect("whole");
    while !file.step() {}
    session
}

/// A value as JavaScript would write it.
fn asked<R: DeserializeOwned>(value: Value) -> R {
    serde_json::from_value(value).expect("a request")
}

fn code<T>(answer: Result<T, Problem>) -> &'static str {
    answer.err().map_or("answered", |problem| problem.code)
}

/// Letters of a fixed width.
struct Fixed;

impl Measure for Fixed {
    fn width(&self, text: &str, size: f64) -> f64 {
        0.55 * size * text.chars().count() as f64
    }
}

fn whole() -> TreemapRequest {
    TreemapRequest {
        node: None,
        members: None,
        width: 700.0,
        height: 420.0,
    }
}

/// The style sheets' colors, in the light theme or the dark one.
fn theme(at: usize) -> TreemapTheme {
    asked(colors(at))
}

fn colors(at: usize) -> Value {
    let sheets = [
        include_str!("../../../../../web/style/tokens.css"),
        include_str!("../../../../../web/style/treemap.css"),
    ];
    let color = |name: &str| -> Value {
        let head = format!("  --{name}: light-dark(");
        let mut line = sheets.iter().flat_map(|sheet| sheet.lines());
        let pair = line.find_map(|line| line.strip_prefix(&head));
        let pair = pair
            .unwrap_or_else(|| panic!("no --{name}"))
            .trim_end_matches(");");
        let hex = pair
            .split(", ")
            .nth(at)
            .expect("two")
            .trim_start_matches('#');
        let part = |at: usize| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("hex"));
        json!([part(0) / 255.0, part(2) / 255.0, part(4) / 255.0, 1.0])
    };
    let families = Family::NAMES
        .iter()
        .map(|name| ((*name).to_owned(), color(&format!("treemap-{name}"))));
    json!({
        "background": color("panel"),
        "ink": color("ink"),
        "families": families.collect::<serde_json::Map<_, _>>(),
    })
}

fn drawn(session: &Session, ratio: f64, at: usize) -> Picture {
    let request = PictureRequest {
        of: whole(),
        ratio,
        theme: theme(at),
    };
    picture(session, 1, request, &Fixed).expect("a picture")
}

fn innermost(tiles: &TreemapAnswer) -> Vec<usize> {
    (1..tiles.node.len())
        .filter(|&row| !tiles.parent[1..].contains(&(row as u32)))
        .collect()
}

#[test]
fn a_real_heap_has_many_tiles_and_each_says_what_it_is() {
    let session = session(MIXED);
    let tiles = treemap(&session, 1, whole()).expect("tiles");
    let snapshot = session.snapshot(1).expect("a snapshot");
    let rows = tiles.node.len();
    assert!((100..=3_001).contains(&rows), "{rows}");
    assert_eq!(tiles.name[0], "(root)");
    assert_eq!(
        tiles.size[0],
        snapshot.retained_size(snapshot.graph().root()) as f64
    );
    assert_eq!((tiles.width[0], tiles.height[0]), (700.0, 420.0));
    for row in 1..rows {
        assert!((tiles.parent[row] as usize) < row);
        assert!(!tiles.name[row].is_empty(), "{row}");
    }
    for kind in 0..4 {
        assert!(tiles.kind.contains(&kind), "{kind}");
    }
    let class = tiles
        .kind
        .iter()
        .position(|kind| *kind == 2)
        .expect("a class");
    let words: Vec<&str> = tiles.name[class].splitn(3, ' ').collect();
    assert_eq!(
        words[..2],
        [heap::format::number(tiles.count[class].into()), "×".into()]
    );

    // One that is asked for by its number is the whole.
    let inner = tiles.node[tiles.parent[rows - 1] as usize];
    let zoomed = treemap(
        &session,
        1,
        TreemapRequest {
            node: Some(inner),
            ..whole()
        },
    );
    assert_eq!(zoomed.expect("tiles").node[0], inner);

    // So is what a tile of several shows.
    let opened = treemap(
        &session,
        1,
        TreemapRequest {
            node: Some(tiles.node[class]),
            members: Some(tiles.count[class]),
            ..whole()
        },
    );
    let opened = opened.expect("tiles");
    assert_eq!(
        (&opened.name[0], opened.size[0], opened.kind[0]),
        (&tiles.name[class], tiles.size[class], 2)
    );
    assert!(opened.kind.contains(&0), "members by themselves");
}

#[test]
fn things_of_all_kinds_have_colors_of_their_own() {
    let session = session(DOM);
    let tiles = treemap(&session, 1, whole()).expect("tiles");
    let family = |row: usize| tiles.families[tiles.family[row] as usize];
    let named = |name: &str| {
        let row = tiles.name.iter().position(|own| own.starts_with(name));
        family(row.unwrap_or_else(|| panic!("{name} in {:?}", tiles.name)))
    };
    assert_eq!(family(0), "system");
    assert_eq!(named("… and "), "rest");
    assert_eq!(named("Detached <"), "detached");
    let several: std::collections::BTreeSet<&str> = (0..tiles.node.len()).map(family).collect();
    assert!(several.len() >= 8, "{several:?}");
}

#[test]
fn every_pixel_of_a_tile_has_its_color_at_any_ratio() {
    let session = session(MIXED);
    let tiles = treemap(&session, 1, whole()).expect("tiles");
    let colors = colors(0);
    let color = |row: usize| -> Color {
        let family = tiles.families[tiles.family[row] as usize];
        asked::<[f32; 4]>(colors["families"][family].clone()).into()
    };
    for ratio in [1.0, 1.25, 2.0] {
        let frame = drawn(&session, ratio, 0).frame;
        let device = |css: f64| (css * ratio).round() as usize;
        assert_eq!(
            (frame.width(), frame.height()),
            (device(700.0), device(420.0))
        );
        let mut looked = 0;
        for row in innermost(&tiles) {
            let (left, top) = (device(tiles.x[row]), device(tiles.y[row]));
            let right = device(tiles.x[row] + tiles.width[row]);
            let bottom = device(tiles.y[row] + tiles.height[row]);
            let border = if tiles.depth[row] == 1 {
                ratio
            } else {
                ratio / 2.0
            };
            let border = border.round().max(1.0) as usize;
            let own = Some(color(row).pixel());
            let inside = |from: usize, to: usize| {
                from + border..to.saturating_sub(border).max(from + border)
            };
            let (across, down) = (inside(left, right), inside(top, bottom));
            for x in across.clone() {
                for y in down.clone() {
                    assert_eq!(frame.pixel(x, y), own, "{x} {y} of {}", tiles.name[row]);
                    looked += 1;
                }
            }
            if !across.is_empty() && !down.is_empty() {
                assert_ne!(
                    frame.pixel(across.start - 1, down.start - 1),
                    own,
                    "{}",
                    tiles.name[row]
                );
                assert_ne!(
                    frame.pixel(across.end, down.end),
                    own,
                    "{}",
                    tiles.name[row]
                );
            }
        }
        assert!(
            f64::from(looked) > 0.3 * frame.width() as f64 * frame.height() as f64,
            "{looked}"
        );
    }
}

#[test]
fn texts_lie_within_tiles_and_are_read_easily_in_both_themes() {
    let session = session(MIXED);
    for at in [0, 1] {
        let Picture { frame, labels } = drawn(&session, 2.0, at);
        assert!(labels.len() > 60, "{}", labels.len());
        for label in &labels {
            let (x, y) = (label.at.0 as usize, label.at.1 as usize);
            let right = x + Fixed.width(&label.text, label.size).ceil() as usize;
            let ground = frame.pixel(x, y).expect("in the picture");
            for x in x..right {
                for y in [y, y + label.size as usize - 1] {
                    assert_eq!(frame.pixel(x, y), Some(ground), "{label:?}");
                }
            }
            let contrast = contrast(ground, label.color.pixel());
            assert!(contrast >= 4.5, "{contrast} of {label:?} on {ground:?}");
        }
        let has = |text: &str| labels.iter().any(|label| label.text.contains(text));
        assert!(has("(root)") && has(" × ") && has("…"));
    }
}

/// As WCAG has it.
fn contrast(one: [u8; 4], other: [u8; 4]) -> f64 {
    let light = |[r, g, b, _]: [u8; 4]| {
        let part = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b) + 0.05
    };
    let (one, other) = (light(one), light(other));
    one.max(other) / one.min(other)
}

#[test]
fn where_nothing_can_be_written_there_are_no_labels() {
    let session = session(MIXED);
    let request = PictureRequest {
        of: whole(),
        ratio: 1.0,
        theme: theme(0),
    };
    let bare = picture(&session, 1, request, &NoRoom).expect("a picture");
    assert_eq!(bare.labels, []);
    assert!(bare.frame.bytes() == drawn(&session, 1.0, 0).frame.bytes());
}

#[test]
fn what_cannot_be_drawn_is_refused_and_what_is_too_large_is_coarser() {
    let session = session(MIXED);
    let of = |width, height, node| TreemapRequest {
        node,
        members: None,
        width,
        height,
    };
    for (request, expected) in [
        (of(0.0, 5.0, None), "session.bad-request"),
        (of(5.0, f64::NAN, None), "session.bad-request"),
        (of(f64::INFINITY, 5.0, None), "session.bad-request"),
        (of(5.0, 16_385.0, None), "session.bad-request"),
        (of(5.0, 5.0, Some(u32::MAX)), "ask.no-such-object"),
    ] {
        assert_eq!(code(treemap(&session, 1, request)), expected, "{request:?}");
    }
    assert_eq!(code(treemap(&session, 9, whole())), "session.no-such-file");
    let paint = |of, ratio| {
        let request = PictureRequest {
            of,
            ratio,
            theme: theme(0),
        };
        picture(&session, 1, request, &Fixed)
    };
    for ratio in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(
            code(paint(whole(), ratio)),
            "session.bad-request",
            "{ratio}"
        );
    }
    let long = paint(of(16_000.0, 2.0, None), 3.0)
        .expect("a picture")
        .frame;
    assert_eq!((long.width(), long.height()), (16_384, 2));
    let large = paint(of(9_000.0, 9_000.0, None), 2.0)
        .expect("a picture")
        .frame;
    assert_eq!((large.width(), large.height()), (5_477, 5_477));
    paint(of(1.0, 1.0, None), 0.01).expect("a picture of nothing");
}

#[test]
fn sizes_are_those_of_the_page() {
    let table = include_str!("../../../../../tests/fixture/numbers.json");
    let table: Value = serde_json::from_str(table).expect("JSON");
    let pairs: Vec<(f64, String)> = asked(table["bytes"].clone());
    for (bytes, text) in pairs.into_iter().filter(|(bytes, _)| bytes.fract() == 0.0) {
        assert_eq!(name::size(bytes as u64), text);
    }
}
