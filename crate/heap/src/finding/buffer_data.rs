//! What an `ArrayBuffer` holds outside of the object.

use super::{index::Index, known_name::KnownName};
use crate::NodeIx;

/// How many bytes lie outside of the object, if it is a buffer.
pub(crate) fn bytes(index: &Index, buffer: NodeIx) -> Option<u64> {
    let data = index.follow(buffer, KnownName::BackingStore)?;
    (index.known(data) == KnownName::ArrayBufferData).then(|| index.snapshot.shallow_size(data))
}
