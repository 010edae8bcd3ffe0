//! The file's numbers. JavaScript wrote them, so `3.0` and `3e0` are whole.

use crate::Code;
use crate::ground::error::Wrong;

/// 2^53: beyond it neither JavaScript nor a sum of ours would be exact.
const MAX: f64 = 9_007_199_254_740_992.0;

/// Bytes: not negative, but not always whole, as they are estimates.
pub(super) fn size(text: &str) -> Result<f64, Wrong> {
    let value = parse(text)?;
    if value < 0.0 {
        return Err((Code::Number, "a negative size"));
    }
    // Makes of -0 a 0.
    Ok(value + 0.0)
}

/// An id or an ordinal.
pub(super) fn whole(text: &str) -> Result<u64, Wrong> {
    let value = parse(text)?;
    if value < 0.0 || value.fract() != 0.0 {
        return Err((Code::Number, "an id that is not a whole number from 0 on"));
    }
    Ok(value as u64)
}

/// A line or column: from 0 on in the file with -1 for none, from 1 on here with 0 for none.
pub(super) fn position(text: &str) -> Result<u32, Wrong> {
    let value = parse(text)?;
    if value < -1.0 || value.fract() != 0.0 {
        return Err((Code::Number, "a line or column that is no whole number"));
    }
    if value >= f64::from(u32::MAX) {
        return Err((Code::NumberTooLarge, "a line or column beyond 32 bits"));
    }
    Ok((value + 1.0) as u32)
}

fn parse(text: &str) -> Result<f64, Wrong> {
    let value: f64 = text.parse().map_err(|_| (Code::Number, "no number"))?;
    if value > MAX {
        return Err((Code::NumberTooLarge, "a number beyond 2^53"));
    }
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn javascript_numbers_in_all_their_writings() {
        assert_eq!(size("1234.5"), Ok(1234.5));
        assert!(size("-0").unwrap().is_sign_positive());
        assert_eq!(whole("3.0"), Ok(3));
        assert_eq!(whole("1e3"), Ok(1000));
        assert_eq!(whole("9007199254740992"), Ok(1 << 53));
        assert_eq!(position("-1"), Ok(0));
        assert_eq!(position("4294967294"), Ok(u32::MAX));
    }

    #[test]
    fn what_v8_cannot_have_meant_is_refused() {
        let code = |wrong: Wrong| wrong.0;
        for text in ["-1", "1.5", "-1e999"] {
            assert_eq!(whole(text).map_err(code), Err(Code::Number), "{text}");
        }
        for text in ["9007199254740994", "1e999"] {
            assert_eq!(
                size(text).map_err(code),
                Err(Code::NumberTooLarge),
                "{text}"
            );
        }
        assert_eq!(size("-0.5").map_err(code), Err(Code::Number));
        assert_eq!(position("-2").map_err(code), Err(Code::Number));
        assert_eq!(
            position("4294967295").map_err(code),
            Err(Code::NumberTooLarge)
        );
    }
}
