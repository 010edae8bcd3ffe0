//! Tiles of the dominator tree.

use heap::{
    Column, NodeIx, Snapshot, Sort,
    treemap::{Area, Options, Tile, TileKind, Whole},
};
use proptest::prelude::*;

use super::{ALL, at, drawn, grown};
use crate::random::{Limits, drawing};

/// To scale as a whole, and as fine as can be.
const EXACT: Options = Options {
    width: 400.0,
    height: 300.0,
    depth: 100,
    least: 0.0,
    alone: 0.0,
    strip: 0.0,
    rim: 0.0,
    most: 2_000,
};

fn inner(tiles: &[Tile], at: usize) -> Vec<Tile> {
    let is_inner = |(own, tile): &(usize, &Tile)| *own > 0 && tile.parent as usize == at;
    let inner = tiles.iter().enumerate().filter(is_inner);
    inner.map(|(_, tile)| *tile).collect()
}

fn area(tile: &Tile) -> f64 {
    tile.area.width() * tile.area.height()
}

fn is_near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-6 * (1.0 + one.abs().max(other.abs()))
}

/// What a tile shows, and of what: of several the number.
fn told(heap: &Snapshot, tiles: &[Tile]) -> Vec<String> {
    let told = |tile: &Tile| {
        let Tile {
            kind,
            size,
            count,
            depth,
            ..
        } = tile;
        let id = heap.graph().id(tile.node).0;
        format!("{depth} {kind:?} @{id} {count}: {size}")
    };
    tiles.iter().map(told).collect()
}

#[test]
fn small_siblings_of_a_class_are_one_tile_and_what_is_too_small_the_last() {
    let heap = drawn(
        r#"
        @1 synthetic "" 0: shortcut win -> @3
        @3 object Window 100: a -> @5, b -> @7, c -> @9, d -> @11, e -> @13, f -> @15, g -> @17
        @5 object Large 300: x -> @19
        @7 object Leaky 30
        @9 object Leaky 40
        @11 object Leaky 30
        @13 object One 60
        @15 object Tiny 2
        @17 object Tinier 1
        @19 string "text" 437
        "#,
    );
    let options = Options {
        width: 100.0,
        height: 10.0,
        least: 35.0,
        alone: 110.0,
        ..EXACT
    };
    let expected = [
        "0 Object @3 9: 1000",
        "1 Object @5 2: 737",
        "1 ShallowSize @3 1: 100",
        "1 Class @9 3: 100",
        "1 Object @13 1: 60",
        "1 Rest @15 2: 3",
        "2 Object @19 1: 437",
        "2 ShallowSize @5 1: 300",
    ];
    let window = at(&heap, 3);
    assert_eq!(told(&heap, &heap.treemap(window, &options)), expected);
    let shallow = Options {
        depth: 1,
        ..options
    };
    assert_eq!(told(&heap, &heap.treemap(window, &shallow)), expected[..6]);
    // Where there are to be fewer tiles they are larger, and none is opened once there are enough.
    for (most, tiles) in [(4, 5), (3, 3)] {
        let few = Options {
            most,
            alone: 0.0,
            ..options
        };
        assert_eq!(heap.treemap(window, &few).len(), tiles, "{most}");
    }
}

#[test]
fn a_tile_of_a_class_opens_into_its_members_the_largest_first() {
    let heap = drawn(
        r#"
        @1 synthetic "" 0: shortcut win -> @3
        @3 object Window 100: a -> @5, b -> @7, c -> @9, d -> @11, e -> @13, f -> @15
        @5 object Leaky 500
        @7 object Leaky 30
        @9 object Leaky 30: x -> @17
        @11 object Leaky 30
        @13 object Other 40
        @15 object Leaky 0
        @17 string "text" 20
        "#,
    );
    let options = Options {
        width: 110.0,
        height: 10.0,
        least: 1.0,
        alone: 200.0,
        ..EXACT
    };
    let tiles = heap.treemap(at(&heap, 3), &options);
    let class = tiles.iter().find(|tile| tile.kind == TileKind::Class);
    let Tile { node, count, .. } = class.expect("a tile of them");
    assert_eq!((*node, *count), (at(&heap, 9), 4));
    let opened = |count, least| {
        let options = Options { least, ..options };
        told(&heap, &heap.treemap(Whole::Class(*node, count), &options))
    };
    let expected = [
        "0 Class @9 4: 110",
        "1 Object @9 2: 50",
        "1 Object @7 1: 30",
        "1 Object @11 1: 30",
        "2 ShallowSize @9 1: 30",
        "2 Object @17 1: 20",
    ];
    // What has no size is counted, but no tile of its own.
    assert_eq!(opened(4, 1.0), expected);
    assert_eq!(
        opened(3, 1.0),
        [&["0 Class @9 3: 110"][..], &expected[1..]].concat()
    );
    assert_eq!(opened(1, 1.0)[0], "0 Object @9 2: 50");
    assert_eq!(
        opened(4, 400.0),
        ["0 Class @9 4: 110", "1 Class @7 3: 60", "1 Object @9 2: 50"]
    );
    // None is large enough: they come together until they are.
    assert_eq!(
        opened(4, 510.0),
        ["0 Class @9 4: 110", "1 Class @9 2: 80", "1 Class @11 2: 30"]
    );
}

#[test]
fn of_equal_members_the_first_of_the_file_is_the_first_whatever_order_they_are_held_in() {
    for edges in [
        "a -> @5, b -> @7, c -> @9",
        "a -> @9, b -> @7, c -> @5",
        "a -> @7, b -> @9, c -> @5",
    ] {
        let heap = drawn(&format!(
            r#"
            @1 synthetic "" 0: shortcut win -> @3
            @3 object Window 0: {edges}
            @5 object Leaky 30
            @7 object Leaky 30
            @9 object Leaky 30
            "#
        ));
        let options = Options {
            alone: 1e9,
            ..EXACT
        };
        let tiles = heap.treemap(at(&heap, 3), &options);
        assert_eq!(told(&heap, &tiles)[1], "1 Class @5 3: 90");
        let opened = heap.treemap(Whole::Class(tiles[1].node, 3), &options);
        assert_eq!(opened.len(), 4, "{edges}");
    }
}

#[test]
fn of_very_many_members_one_comes_to_each_in_the_end() {
    let ids = || (5..60_005).step_by(2);
    let edges: Vec<String> = ids().map(|id| format!("p{id} -> @{id}")).collect();
    let nodes: Vec<String> = ids().map(|id| format!("@{id} object Leaky 16")).collect();
    let (edges, nodes) = (edges.join(", "), nodes.join("\n"));
    let root = "@1 synthetic \"\" 0: shortcut win -> @3";
    let text = format!("{root}\n@3 object Window 0: {edges}\n{nodes}");
    let heap = drawn(&text);
    let options = Options {
        least: 60.0,
        alone: 500.0,
        ..EXACT
    };
    let whole = heap.treemap(at(&heap, 3), &options);
    let (mut node, mut count) = (whole[1].node, whole[1].count);
    assert_eq!(
        (whole.len(), whole[1].kind, count),
        (2, TileKind::Class, 30_000)
    );
    let mut sums = Vec::new();
    while count > 1 {
        let tiles = heap.treemap(Whole::Class(node, count), &options);
        let last = tiles.last().expect("members");
        assert!(last.count < count, "it comes nearer to each");
        assert_eq!(tiles[1..].iter().map(|tile| tile.count).sum::<u32>(), count);
        (node, count) = (last.node, last.count);
        sums.push(tiles.len() - 1);
    }
    assert_eq!(sums, [100, 300]);
}

#[test]
fn a_strip_and_a_rim_are_left_free_where_there_is_room_for_more() {
    let heap = drawn(
        r#"
        @1 synthetic "" 0: shortcut win -> @3
        @3 object Window 0: a -> @5
        @5 object A 8: b -> @7
        @7 object B 8
        "#,
    );
    let options = Options {
        height: 50.0,
        strip: 10.0,
        rim: 1.0,
        ..EXACT
    };
    let tiles = heap.treemap(at(&heap, 1), &options);
    let areas: Vec<Area> = tiles.iter().map(|tile| tile.area).collect();
    let nested = |by: f64| Area {
        left: by,
        top: 10.0 * by,
        right: 400.0 - by,
        bottom: 50.0 - by,
    };
    assert_eq!(areas[..3], [nested(0.0), nested(1.0), nested(2.0)]);
    assert_eq!((tiles[3].depth, tiles.len()), (3, 5));
    for (height, tiles) in [(22.0, 1), (22.5, 2)] {
        let low = Options { height, ..options };
        assert_eq!(heap.treemap(at(&heap, 1), &low).len(), tiles);
    }
}

prop_compose! {
    fn options()(
        width in 1.0..2_000.0_f64, height in 1.0..2_000.0_f64, depth in 1..8_u32,
        least in 0.0..2_000.0_f64, more in 0.0..4_000.0_f64, strip in 0.0..20.0_f64, rim in 0.0..4.0_f64,
        most in 1..60_usize,
    ) -> Options {
        Options { width, height, depth, least, alone: least + more, strip, rim, most }
    }
}

proptest! {
    #![proptest_config(crate::random::cases(200))]

    #[test]
    fn areas_are_sizes(drawing in drawing(Limits { huge: true, root_anywhere: true, ..Limits::default() })) {
        let heap = grown(&drawing);
        for node in heap.graph().nodes() {
            let whole = heap.retained_size(node) as f64;
            for tile in heap.treemap(node, &EXACT) {
                let share = if whole > 0.0 { tile.size as f64 / whole } else { 1.0 };
                prop_assert!(is_near(area(&tile), 120_000.0 * share), "{tile:?}");
            }
        }
    }

    #[test]
    fn a_tile_of_a_class_and_what_it_opens_into_are_the_same_objects(
        drawing in drawing(Limits { root_anywhere: true, ..Limits::default() }), options in options()
    ) {
        let heap = grown(&drawing);
        for node in heap.graph().nodes() {
            for tile in heap.treemap(node, &options).iter().filter(|tile| tile.kind == TileKind::Class) {
                let opened = heap.treemap(Whole::Class(tile.node, tile.count), &options);
                prop_assert_eq!((opened[0].kind, opened[0].size, opened[0].count), (TileKind::Class, tile.size, tile.count));
                let parts = inner(&opened, 0);
                let sum: u64 = parts.iter().map(|part| part.size).sum();
                prop_assert!(parts.is_empty() || sum == tile.size);
                let members: u32 = parts.iter().map(|part| if part.kind == TileKind::Class { part.count } else { 1 }).sum();
                prop_assert!(members <= tile.count);
                prop_assert!(parts.iter().all(|part| heap.class(part.node) == heap.class(tile.node)));
            }
        }
    }

    #[test]
    fn tiles_lie_beside_each_other_within_the_one_around_them(
        drawing in drawing(Limits { huge: true, root_anywhere: true, ..Limits::default() }), options in options()
    ) {
        let heap = grown(&drawing);
        for node in heap.graph().nodes() {
            let tiles = heap.treemap(node, &options);
            prop_assert!(tiles.len() <= 2 * options.most + 1, "{} tiles", tiles.len());
            for (own, tile) in tiles.iter().enumerate() {
                let parts = inner(&tiles, own);
                prop_assert!(parts.is_empty() || tile.depth < options.depth);
                for (index, part) in parts.iter().enumerate() {
                    prop_assert_eq!(part.depth, tile.depth + 1);
                    let (around, within) = (tile.area, part.area);
                    prop_assert!(within.left >= around.left && within.right <= around.right, "{part:?} in {tile:?}");
                    prop_assert!(within.top >= around.top && within.bottom <= around.bottom, "{part:?} in {tile:?}");
                    for other in &parts[..index] {
                        let (one, other) = (part.area, other.area);
                        let is_beside = one.right <= other.left || other.right <= one.left;
                        let is_above = one.bottom <= other.top || other.bottom <= one.top;
                        prop_assert!(is_beside || is_above, "{one:?} and {other:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn parts_are_all_there_is_to_scale_and_large_enough(
        drawing in drawing(Limits { root_anywhere: true, ..Limits::default() }), options in options()
    ) {
        let heap = grown(&drawing);
        for node in heap.graph().nodes() {
            let tiles = heap.treemap(node, &options);
            for own in 0..tiles.len() {
                let parts = inner(&tiles, own);
                if !parts.is_empty() {
                    check_parts(&heap, &tiles[own], &parts, options)?;
                }
            }
        }
    }
}

fn check_parts(
    heap: &Snapshot,
    whole: &Tile,
    parts: &[Tile],
    options: Options,
) -> Result<(), TestCaseError> {
    prop_assert_eq!(whole.kind, TileKind::Object);
    let sum: u64 = parts.iter().map(|part| part.size).sum();
    let has = |kind: TileKind| parts.iter().any(|part| part.kind == kind);
    let shallow = heap.shallow_size(whole.node);
    let hidden = !has(TileKind::ShallowSize) && !has(TileKind::Rest);
    prop_assert_eq!(sum + if hidden { shallow } else { 0 }, whole.size);
    prop_assert!(parts.is_sorted_by_key(|part| std::cmp::Reverse(part.size)));

    let room = (whole.area.width() - 2.0 * options.rim)
        * (whole.area.height() - options.strip - options.rim);
    for part in parts {
        let fair = room * (part.size as f64 / whole.size as f64);
        prop_assert!(is_near(area(part), fair), "{part:?} of {fair}");
        prop_assert!(part.kind == TileKind::Rest || fair >= options.least.min(room) * (1.0 - 1e-9));
    }

    let children: Vec<NodeIx> = heap
        .dominated(whole.node, Sort::ascending(Column::File), ALL)
        .rows;
    let told: u32 = parts
        .iter()
        .map(|part| match part.kind {
            TileKind::ShallowSize => 0,
            TileKind::Object => 1,
            TileKind::Class | TileKind::Rest => part.count,
        })
        .sum();
    let empty = |node: &NodeIx| heap.retained_size(*node) == 0;
    if has(TileKind::Rest) {
        prop_assert_eq!(told as usize, children.len());
    } else {
        prop_assert!(
            told as usize + children.iter().filter(|node| empty(node)).count() >= children.len()
        );
    }
    for part in parts.iter().filter(|part| part.kind == TileKind::Object) {
        prop_assert!(children.contains(&part.node));
        prop_assert_eq!(part.size, heap.retained_size(part.node));
        let several = children
            .iter()
            .filter(|&&child| heap.class(child) == heap.class(part.node));
        let small = several.filter(|&&child| {
            room * (heap.retained_size(child) as f64 / whole.size as f64) < options.alone
        });
        prop_assert!(
            small.count() <= 1 || room * (part.size as f64 / whole.size as f64) >= options.alone
        );
    }
    Ok(())
}
