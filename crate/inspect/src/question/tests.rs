//! Questions to real files, natively: what JavaScript gets before it is JavaScript's.

#![allow(clippy::float_cmp, reason = "bytes are whole numbers")]

mod apart;
mod life;
mod list;
mod object;
mod over_time;
mod why;

use std::{fs::File as Disk, io::Read as _, path::Path};

use flate2::read::GzDecoder;
use heap::Snapshot;
use packed::PackedReader;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::object::{ObjectColumn, Rows};
use crate::{Problem, Session, file::File};

const MIXED: &str = "node-mixed.heapsnapshot";

/// A session with these fixtures open, numbered from 1.
fn session<const N: usize>(names: [&str; N]) -> Session {
    let mut session = Session::new();
    for name in names {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixture/heap");
        let packed = Disk::open(folder.join(format!("{name}.gz"))).expect("a fixture");
        let mut bytes = Vec::new();
        GzDecoder::new(packed)
            .read_to_end(&mut bytes)
            .expect("well compressed");
        let reading = File::Reading(Box::new(PackedReader::new(name, None)));
        let number = session.admit(reading, None).expect("a free number");
        let file = session.file_mut(number).expect("it is there");
        file.feed(&bytes).expect("a heap file");
        file.end(false).expect("whole");
        while !file.step() {}
    }
    session
}

/// A request as JavaScript would write it.
fn asked<R: DeserializeOwned>(request: Value) -> R {
    serde_json::from_value(request).expect("a request")
}

fn snapshot(session: &Session, file: u32) -> &Snapshot {
    session.snapshot(file).expect("a snapshot")
}

/// All rows, in the order of the file.
const ALL: Rows = Rows {
    by: ObjectColumn::File,
    descending: false,
    from: 0,
    to: u32::MAX,
};

/// The same for requests in JSON.
fn all(mut request: Value) -> Value {
    for (name, value) in [
        ("by", json!("file")),
        ("from", json!(0)),
        ("to", json!(u32::MAX)),
    ] {
        request[name] = value;
    }
    request
}

fn code<T>(answer: Result<T, Problem>) -> &'static str {
    answer.err().map_or("answered", |problem| problem.code)
}
