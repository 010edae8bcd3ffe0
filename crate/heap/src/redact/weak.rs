//! The names within `7 / part of key (Foo @5) -> value (Bar @7) pair in WeakMap (table @9)`.

use std::ops::Range;

use memchr::memmem;

use crate::figure::analysis::weak_pair;

/// Where the key's and the value's name stand, if the text is such an entry.
pub(super) fn weak_names(text: &[u8]) -> Option<[Range<usize>; 2]> {
    let (part, _) = weak_pair(text)?;
    let key = text.len() - part.len() + b" / part of key (".len();
    let table = memmem::rfind(text, b") pair in WeakMap (table @")?;
    let value_end = memmem::rfind(&text[..table], b" @")?;
    let mut arrows = memmem::find_iter(&text[key..value_end], b") -> value (");
    let (key_end, value) = arrows.find_map(|at| {
        let arrow = key + at;
        let digits = text[key..arrow].iter().rev();
        let digits = digits.take_while(|byte| byte.is_ascii_digit()).count();
        let name = text[key..arrow - digits].strip_suffix(b" @")?;
        (digits > 0).then_some((key + name.len(), arrow + b") -> value (".len()))
    })?;
    Some([key..key_end, value..value_end])
}

#[cfg(test)]
mod tests {
    use super::weak_names;

    #[test]
    fn both_names_are_found() {
        let text: &[u8] =
            b"1 / part of key (a) -> value (b @1) -> value ( @2) pair in WeakMap (table @3)";
        let [key, value] = weak_names(text).unwrap();
        assert_eq!(&text[key], b"a) -> value (b");
        assert_eq!(&text[value], b"");
        assert_eq!(weak_names(b"1 / part of key"), None);
    }
}
