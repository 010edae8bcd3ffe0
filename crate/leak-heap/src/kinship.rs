//! Says what is wrong with files that are compared by the numbers of their objects.

use std::path::PathBuf;

use heap::{Kinship, Snapshot};

use crate::output;

/// A note on standard error for each file that does not follow the one before it.
pub(crate) fn note(files: &[PathBuf], snapshots: &[Snapshot]) {
    for (pair, names) in snapshots.windows(2).zip(files.windows(2)) {
        let (first, second) = (names[0].display(), names[1].display());
        match Kinship::of(&pair[0], &pair[1]) {
            Kinship::InOrder | Kinship::Unknown => {}
            Kinship::Reversed => output::warn(&format!(
                "note: {second} was taken before {first}: what came is shown as gone. Give the files in the order in which they were taken"
            )),
            Kinship::Strangers => output::warn(&format!(
                "note: {first} and {second} are not of one process, or their producer numbers objects anew: by number, other objects are taken for the same. `leak-heap compare --structure` compares counts and sizes"
            )),
        }
    }
}
