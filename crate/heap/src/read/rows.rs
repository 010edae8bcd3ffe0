//! The long tables of whole numbers: rows of a fixed width, from chunks of any size.
//!
//! Whole rows inside a chunk are read eight bytes at a time without branching on digits; what straddles a chunk's end,
//! or is not written as V8 writes it, goes byte by byte.

use crate::{Code, Error, limits::MAX_FIELDS};

/// Takes rows as they come.
pub(crate) trait RowSink {
    /// One row; `at` is the byte offset at or closely before it.
    fn row(&mut self, row: &[u64], at: u64) -> Result<(), Error>;
}

/// Reads from behind the opening bracket up to and with the closing one.
#[derive(Debug)]
pub(crate) struct Rows {
    width: usize,
    row: [u64; MAX_FIELDS],
    filled: usize,
    expect: Expect,
    number: u64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Expect {
    ValueOrEnd,
    Value,
    MoreDigits,
    CommaOrEnd,
}

impl Rows {
    /// Rows of `width` numbers, at most [`MAX_FIELDS`].
    pub(crate) fn new(width: usize) -> Self {
        Self {
            width: width.clamp(1, MAX_FIELDS),
            row: [0; MAX_FIELDS],
            filled: 0,
            expect: Expect::ValueOrEnd,
            number: 0,
        }
    }

    /// Takes from `input` what belongs to the table and says whether the table ended; `at` is where `input` begins.
    pub(crate) fn feed(
        &mut self,
        input: &mut &[u8],
        at: u64,
        sink: &mut impl RowSink,
    ) -> Result<bool, Error> {
        let length = input.len();
        loop {
            if self.filled == 0 && matches!(self.expect, Expect::ValueOrEnd | Expect::Value) {
                let start = at + (length - input.len()) as u64;
                let before = input.len();
                match self.width {
                    3 => whole_rows::<3>(input, start, sink)?,
                    5 => whole_rows::<5>(input, start, sink)?,
                    6 => whole_rows::<6>(input, start, sink)?,
                    7 => whole_rows::<7>(input, start, sink)?,
                    _ => {}
                }
                if input.len() < before {
                    self.expect = Expect::Value;
                }
            }
            let here = at + (length - input.len()) as u64;
            let Some((&byte, rest)) = input.split_first() else {
                return Ok(false);
            };
            *input = rest;
            if self.byte(byte, here, sink)? {
                return Ok(true);
            }
        }
    }

    fn byte(&mut self, byte: u8, at: u64, sink: &mut impl RowSink) -> Result<bool, Error> {
        match (self.expect, byte) {
            (Expect::MoreDigits, b'0'..=b'9') => {
                let longer = self.number.checked_mul(10);
                self.number = longer
                    .and_then(|number| number.checked_add(u64::from(byte - b'0')))
                    .ok_or_else(|| Error::at(Code::NumberTooLarge, at, "a number beyond 2^64"))?;
            }
            (Expect::Value | Expect::ValueOrEnd, b'0'..=b'9') => {
                self.number = u64::from(byte - b'0');
                self.expect = Expect::MoreDigits;
            }
            (_, b' ' | b'\n' | b'\r' | b'\t') => {
                if self.expect == Expect::MoreDigits {
                    self.number_ends(at, sink)?;
                }
            }
            (Expect::MoreDigits | Expect::CommaOrEnd, b',') => {
                if self.expect == Expect::MoreDigits {
                    self.number_ends(at, sink)?;
                }
                self.expect = Expect::Value;
            }
            (Expect::MoreDigits | Expect::CommaOrEnd | Expect::ValueOrEnd, b']') => {
                if self.expect == Expect::MoreDigits {
                    self.number_ends(at, sink)?;
                }
                if self.filled != 0 {
                    let what = format!("the table ends within a row of {} numbers", self.width);
                    return Err(Error::at(Code::Count, at, what));
                }
                return Ok(true);
            }
            (Expect::Value | Expect::ValueOrEnd, b'-') => {
                return Err(Error::at(Code::Number, at, "a negative number"));
            }
            (Expect::MoreDigits, b'.' | b'e' | b'E') => {
                return Err(Error::at(Code::Number, at, "a number that is not whole"));
            }
            _ => {
                return Err(Error::at(
                    Code::NotJson,
                    at,
                    "a character that cannot stand in a table of numbers",
                ));
            }
        }
        Ok(false)
    }

    fn number_ends(&mut self, at: u64, sink: &mut impl RowSink) -> Result<(), Error> {
        self.row[self.filled] = self.number;
        self.filled += 1;
        self.expect = Expect::CommaOrEnd;
        if self.filled == self.width {
            self.filled = 0;
            sink.row(&self.row[..self.width], at)?;
        }
        Ok(())
    }
}

/// Takes rows off `input` while they are written as V8 does: digits, a comma, and a line's end before some commas.
fn whole_rows<const WIDTH: usize>(
    input: &mut &[u8],
    at: u64,
    sink: &mut impl RowSink,
) -> Result<(), Error> {
    let mut row = [0; WIDTH];
    let text = *input;
    let mut from = 0;
    // A number takes 8 bytes at a time and is followed by at most two more.
    'rows: while text.len() - from >= 16 * WIDTH {
        let mut next = from;
        for value in &mut row {
            let Some(&eight) = text[next..].first_chunk::<8>() else {
                break 'rows;
            };
            let eight = u64::from_le_bytes(eight);
            // A single digit and a comma: types, counts and flags mostly are.
            let digit = (eight & 0xFF).wrapping_sub(0x30);
            if eight >> 8 & 0xFF == 0x2C && digit < 10 {
                *value = digit;
                next += 2;
                continue;
            }
            let (number, digits) = leading_number(eight);
            *value = number;
            next += digits;
            if digits == 8 {
                match more_digits(&text[next..], number) {
                    Some((number, more)) => {
                        *value = number;
                        next += more;
                    }
                    None => break 'rows,
                }
            } else if digits == 0 {
                break 'rows;
            }
            next += match text.get(next) {
                Some(b',') => 1,
                Some(b'\n') if text.get(next + 1) == Some(&b',') => 2,
                _ => break 'rows,
            };
        }
        sink.row(&row, at + from as u64)?;
        from = next;
    }
    *input = &text[from..];
    Ok(())
}

/// The number at the start of eight characters (the first one in the lowest byte), and how many digits it has there.
fn leading_number(eight: u64) -> (u64, usize) {
    let digits = eight ^ 0x3030_3030_3030_3030;
    // The top bit of each byte that is no digit; a carry only ever reaches bytes behind the first such one.
    let others = (digits.wrapping_add(0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080;
    let count = (others.trailing_zeros() / 8) as usize;
    if count == 0 {
        return (0, 0);
    }
    // Leading zeros in front, then pairs, fours, and all eight are put together.
    let padded = digits << (64 - 8 * count);
    let pairs = padded.wrapping_mul(10).wrapping_add(padded >> 8);
    let low = (pairs & 0x0000_00FF_0000_00FF).wrapping_mul(0x000F_4240_0000_0064);
    let high = (pairs >> 16 & 0x0000_00FF_0000_00FF).wrapping_mul(0x0000_2710_0000_0001);
    (low.wrapping_add(high) >> 32, count)
}

/// What follows the first eight digits, if it ends within a few bytes and below 2^64.
fn more_digits(text: &[u8], first: u64) -> Option<(u64, usize)> {
    let mut number = first;
    for (index, &byte) in text.iter().enumerate() {
        if !byte.is_ascii_digit() {
            return Some((number, index));
        }
        number = number
            .checked_mul(10)?
            .checked_add(u64::from(byte - b'0'))?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Flat(Vec<u64>);

    impl RowSink for Flat {
        fn row(&mut self, row: &[u64], _at: u64) -> Result<(), Error> {
            self.0.extend(row);
            Ok(())
        }
    }

    fn read(text: &[u8], width: usize, size: usize) -> Result<Vec<u64>, Error> {
        let (mut rows, mut flat, mut at) = (Rows::new(width), Flat::default(), 0);
        let mut ended = false;
        for chunk in text.chunks(size) {
            let mut input = chunk;
            ended = rows.feed(&mut input, at, &mut flat)?;
            at += chunk.len() as u64;
        }
        assert!(ended);
        Ok(flat.0)
    }

    #[test]
    fn numbers_of_every_length_come_out_in_chunks_of_every_size() {
        let mut numbers: Vec<u64> = (0..20).map(|power| 10_u64.pow(power)).collect();
        numbers.extend((1..20).map(|power| 10_u64.pow(power) - 1));
        numbers.extend([u64::MAX, 4_294_967_296, 0]);
        numbers.resize(42 * 5, 7);
        for width in [3, 5, 6, 7, 2] {
            let row = |row: &[u64]| row.iter().map(u64::to_string).collect::<Vec<_>>().join(",");
            let text = numbers
                .chunks(width)
                .map(row)
                .collect::<Vec<_>>()
                .join("\n,");
            let text = format!("{text}\n]");
            for size in (1..80).chain([text.len()]) {
                assert_eq!(
                    read(text.as_bytes(), width, size).unwrap(),
                    numbers,
                    "{width} {size}"
                );
            }
        }
        assert_eq!(read(b" 1 ,\r\n 2\t,3 ] ", 3, 100).unwrap(), [1, 2, 3]);
        assert_eq!(read(b"]", 3, 1).unwrap(), [0_u64; 0]);
    }

    #[test]
    fn what_is_no_table_has_a_code_and_a_place() {
        for (text, code, at) in [
            ("1,2]", Code::Count, 3),
            ("1,-2,3]", Code::Number, 2),
            ("1.5,2,3]", Code::Number, 1),
            ("1,2,99999999999999999999]", Code::NumberTooLarge, 23),
            ("1,,2]", Code::NotJson, 2),
            ("1,2,3,]", Code::NotJson, 6),
            ("1 2", Code::NotJson, 2),
            ("\"1\"]", Code::NotJson, 0),
        ] {
            let error = read(text.as_bytes(), 3, 100).unwrap_err();
            assert_eq!((error.code, error.at), (code, Some(at)), "{text}");
        }
    }
}
