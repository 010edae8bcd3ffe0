//! Short texts without memory of their own.

use std::ops::Deref;

/// A name on its way through a sort.
#[derive(Clone, Debug)]
pub(crate) enum Text<'a> {
    Borrowed(&'a [u8]),
    /// Digits of an index, and how many there are.
    Digits([u8; 10], u8),
    Owned(Box<[u8]>),
}

impl Deref for Text<'_> {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Text::Borrowed(text) => text,
            Text::Digits(digits, count) => &digits[..usize::from(*count)],
            Text::Owned(text) => text,
        }
    }
}

/// An index, written out.
pub(crate) fn digits(mut index: u32) -> Text<'static> {
    let mut digits = [0; 10];
    let mut count = 0;
    loop {
        digits[count] = b'0' + (index % 10) as u8;
        index /= 10;
        count += 1;
        if index == 0 {
            break;
        }
    }
    digits[..count].reverse();
    Text::Digits(digits, count as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indexes_are_written_out() {
        for index in [0, 7, 10, 4_294_967_295] {
            assert_eq!(*digits(index), *index.to_string().as_bytes());
        }
    }
}
