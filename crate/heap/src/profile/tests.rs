//! Profiles read, asked and written, each beside its twin.

// Sizes in the tests are exact, and lines small.
#![allow(clippy::float_cmp, clippy::cast_possible_wrap)]

mod answers;
mod exports;
mod files;
mod hostile;

use super::{
    Profile, Reader,
    twin::{Chance, Twin},
};
use crate::Error;

/// Reads in chunks of `size` bytes.
fn read(text: &[u8], size: usize) -> Result<Profile, Error> {
    let mut reader = Reader::new();
    for chunk in text.chunks(size) {
        reader.feed(chunk)?;
    }
    reader.finish()
}

/// Some hundred trees, small and not so small, each with the profile that was read from its file.
fn trees() -> impl Iterator<Item = (Twin, Profile)> {
    (1..300).map(|seed| {
        let mut chance = Chance(seed * 0x9E37_79B9);
        let mut room = seed / 3;
        let tree = chance.tree(&mut room);
        let file = chance.file(&tree);
        let profile = read(file.as_bytes(), 1 << 16).unwrap();
        (tree, profile)
    })
}

/// A chain of `depth` calls of one function below the head, of one byte each.
fn chain(depth: usize) -> Vec<u8> {
    let open = r#"{"selfSize":1,"callFrame":{"functionName":"f"},"children":["#;
    let head = r#"{"head":{"callFrame":{"functionName":"(root)"},"children":["#;
    [head, &open.repeat(depth), &"]}".repeat(depth), "]}}"]
        .concat()
        .into_bytes()
}
