//! What an `ArrayBuffer` holds outside of the object.

use super::{index::Index, word::Word};
use crate::NodeIx;

/// How many bytes lie outside of the object, if it is a buffer.
pub(crate) fn bytes(index: &Index, buffer: NodeIx) -> Option<u64> {
    let data = index.follow(buffer, Word::BackingStore)?;
    (index.word(data) == Word::ArrayBufferData).then(|| index.snapshot.shallow_size(data))
}
