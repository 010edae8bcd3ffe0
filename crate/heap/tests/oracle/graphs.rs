//! The stored graphs.

use std::fs::File;
use std::sync::{Arc, OnceLock};

use flate2::read::GzDecoder;
use serde_json::Value;

use super::surrogates;
use crate::draw::Drawing;

pub(crate) struct Graph {
    pub(crate) seed: u64,
    pub(crate) drawing: Drawing,
    /// The bytes DevTools was given.
    pub(crate) snapshot: Vec<u8>,
    /// DevTools' figures, or its error.
    pub(crate) oracle: Value,
    /// Every second heap has one after it, with DevTools' comparison of the two.
    pub(crate) later: Option<Drawing>,
    pub(crate) later_snapshot: Option<Vec<u8>>,
    pub(crate) diff: Value,
}

const FILE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../tests/fixture/heap/random.json.gz"
);

/// Read once for all tests.
pub(crate) fn graphs() -> Arc<Vec<Graph>> {
    static GRAPHS: OnceLock<Arc<Vec<Graph>>> = OnceLock::new();
    let read = || {
        let file = File::open(FILE).expect("the stored graphs");
        let mut all: Value = serde_json::from_reader(GzDecoder::new(file)).expect("JSON");
        let all = all["graphs"].as_array_mut().expect("graphs");
        Arc::new(all.iter_mut().map(graph).collect())
    };
    Arc::clone(GRAPHS.get_or_init(read))
}

fn graph(entry: &mut Value) -> Graph {
    let bytes = |member: &str| entry[member].as_str().map(|json| json.as_bytes().to_vec());
    let (snapshot, later_snapshot) = (bytes("snapshot").expect("a snapshot"), bytes("later"));
    Graph {
        seed: entry["seed"].as_u64().expect("a seed"),
        drawing: surrogates::drawing(&snapshot),
        later: later_snapshot.as_deref().map(surrogates::drawing),
        snapshot,
        later_snapshot,
        oracle: entry["oracle"].take(),
        diff: entry["diff"].take(),
    }
}

impl Graph {
    pub(crate) fn is_refused(&self) -> bool {
        self.oracle["error"].is_string()
    }
}
