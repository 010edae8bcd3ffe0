//! What the views answer, on drawn heaps and beside simple twins on random ones.

mod dominators;
mod duplicates;
mod edges;
mod filters;
mod ignored;
mod lists;
mod names;
mod prepared;
mod search;
mod treemap;

use std::ops::Range;

use heap::{Analysis, NodeIx, ObjectId, Reader, Snapshot, wtf8};

use crate::draw::{Drawing, Style, draw};

const ALL: Range<usize> = 0..usize::MAX;

fn open(bytes: &[u8]) -> Snapshot {
    let mut reader = Reader::new(None);
    reader.feed(bytes).expect("a heap file");
    Analysis::new(reader.finish().expect("a heap")).finish()
}

fn drawn(text: &str) -> Snapshot {
    open(&draw(text))
}

fn grown(drawing: &Drawing) -> Snapshot {
    open(&drawing.to_json(&Style::V8))
}

fn at(snapshot: &Snapshot, id: u64) -> NodeIx {
    snapshot.graph().find(ObjectId(id)).expect("an object")
}

fn ids(snapshot: &Snapshot, nodes: &[NodeIx]) -> Vec<u64> {
    let id = |node: &NodeIx| snapshot.graph().id(*node).0;
    nodes.iter().map(id).collect()
}

fn name(snapshot: &Snapshot, id: u64) -> String {
    wtf8::lossy(&snapshot.name(at(snapshot, id))).into_owned()
}

fn units(text: &[u8]) -> Vec<u16> {
    wtf8::utf16(text).collect()
}
