//! What V8 and the browser call their own.

use super::{role::Role, word::is_plain};

/// What V8 or the browser calls its own, and the program nothing.
pub(super) fn is_of_v8(name: &[u8], role: Role) -> bool {
    role.intersects(Role::INTERNAL) && !role.intersects(Role::EDGE) && is_plain(name)
}

/// `scope @5`
pub(super) fn is_scope(segment: &[u8]) -> bool {
    let number = segment.strip_prefix(b"scope @");
    number.is_some_and(|number| number.iter().all(u8::is_ascii_digit))
}

/// `(object elements)`, `(ArrayMap builtin handle)`.
pub(super) fn is_v8(name: &[u8]) -> bool {
    let inner = name
        .strip_prefix(b"(")
        .and_then(|name| name.strip_suffix(b")"));
    is_plain(name)
        && inner.is_some_and(|inner| {
            inner
                .iter()
                .all(|byte| byte.is_ascii_alphanumeric() || b" _-/+".contains(byte))
        })
}
