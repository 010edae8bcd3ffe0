//! What stands on a tile.

use heap::{
    NodeIx, NodeKind, Snapshot, format,
    treemap::{Tile, TileKind},
    wtf8,
};

/// Characters of a name: a text can be all of a file.
const LONGEST: usize = 120;

pub(super) fn of(snapshot: &Snapshot, tile: &Tile) -> String {
    let count = format::number(tile.count.into());
    match tile.kind {
        TileKind::Object => object(snapshot, tile.node),
        TileKind::ShallowSize => "shallow size".into(),
        TileKind::Class => format!("{count} × {}", cut(snapshot.class_name(tile.node))),
        TileKind::Rest => format!("… and {count} more"),
    }
}

/// Bytes as the page prints them beside the picture.
pub(super) fn size(bytes: u64) -> String {
    let (unit, name) = match bytes {
        0..1_000 => return format!("{bytes} B"),
        1_000..999_950 => (1_000, "kB"),
        _ => (1_000_000, "MB"),
    };
    let tenths = bytes.saturating_add(unit / 20) / (unit / 10);
    format!("{}.{} {name}", format::number(tenths / 10), tenths % 10)
}

fn object(snapshot: &Snapshot, node: NodeIx) -> String {
    let graph = snapshot.graph();
    if node == graph.root() {
        return "(root)".into();
    }
    let name = snapshot.name(node);
    match graph.kind(node) {
        NodeKind::String | NodeKind::ConsString | NodeKind::SlicedString => {
            format!("\"{}\"", cut(&name))
        }
        _ if name.is_empty() => cut(snapshot.class_name(node)),
        _ => cut(&name),
    }
}

fn cut(name: &[u8]) -> String {
    // A character has four bytes at most.
    let start = wtf8::lossy(&name[..name.len().min(4 * LONGEST)]);
    let mut end = start.char_indices().map(|(at, _)| at).skip(LONGEST);
    match end.next() {
        Some(end) => format!("{}…", &start[..end]),
        None if name.len() > 4 * LONGEST => format!("{start}…"),
        None => start.into_owned(),
    }
}
