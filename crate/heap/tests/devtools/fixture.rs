//! The files in `tests/fixture/heap`.

use std::{fs, io::Read, path::PathBuf};

use flate2::read::GzDecoder;
use heap::{Analysis, Reader, Snapshot};
use serde_json::Value;

/// Snapshots and timelines that DevTools can read.
pub(crate) const SNAPSHOTS: [&str; 10] = [
    "node-mixed.heapsnapshot",
    "node-deep.heapsnapshot",
    "node-pair-before.heapsnapshot",
    "node-pair-after.heapsnapshot",
    "node-pair-last.heapsnapshot",
    "node-timeline.heaptimeline",
    "chromium-dom.heapsnapshot",
    "chromium-dom-panel.heapsnapshot",
    "chromium-wasm.heapsnapshot",
    "chromium-timeline.heaptimeline",
];

/// A file of the folder, unpacked.
pub(crate) fn bytes(name: &str) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixture/heap");
    let path = folder.join(format!("{name}.gz"));
    let packed = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut bytes = Vec::new();
    GzDecoder::new(&packed[..]).read_to_end(&mut bytes).unwrap();
    bytes
}

/// A JSON file of the folder.
pub(crate) fn json(name: &str) -> Value {
    serde_json::from_slice(&bytes(name)).unwrap()
}

/// DevTools' figures for a snapshot.
pub(crate) fn oracle(snapshot: &str) -> Value {
    let (stem, _) = snapshot.rsplit_once('.').unwrap();
    json(&format!("{stem}.oracle.json"))
}

/// Everything calculated.
pub(crate) fn open(bytes: &[u8]) -> Snapshot {
    let mut reader = Reader::new(Some(bytes.len() as u64));
    for chunk in bytes.chunks(1 << 16) {
        reader.feed(chunk).unwrap();
    }
    Analysis::new(reader.finish().unwrap()).finish()
}
