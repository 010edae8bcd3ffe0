//! Why objects are alive and what would free them, held against plain searches.

mod brute;
mod common_paths;
mod cuts;
mod drawn;
mod files;
mod holders;
mod paths;
mod smallest;

use heap::{NodeIx, Snapshot};

use crate::{
    draw::{Drawing, Style},
    fixture,
};

fn open(drawing: &Drawing) -> Snapshot {
    fixture::open(&drawing.to_json(&Style::V8))
}

fn indexes(nodes: &[NodeIx]) -> Vec<usize> {
    nodes.iter().map(|node| node.0 as usize).collect()
}
