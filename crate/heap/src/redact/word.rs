//! Names that read like a program's.

/// Longer names are rare in programs, and keys are often long.
const LONGEST: usize = 40;
/// `utf8`, `h264`: more digits are a number, a date or a part of a key.
const DIGITS: usize = 3;
/// `lengths` has five in a row; in random letters there are more.
const CONSONANTS: usize = 5;
/// No word of a constant's name is as long.
const CAPITALS: usize = 12;

/// Whether a name reads like an identifier made of words.
pub(super) fn is_word(name: &[u8]) -> bool {
    let rest = name.strip_prefix(b"#").unwrap_or(name);
    let [first, ..] = rest else { return false };
    let allowed = |byte: &u8| byte.is_ascii_alphanumeric() || b"_$".contains(byte);
    let digits = rest.iter().filter(|byte| byte.is_ascii_digit()).count();
    rest.len() <= LONGEST
        && !first.is_ascii_digit()
        && rest.iter().all(allowed)
        && digits <= DIGITS
        && !is_random(rest)
}

/// Whether letters follow each other as in no word: without vowels, in upper and lower case by turns, or many capitals in a row.
fn is_random(name: &[u8]) -> bool {
    let mut parts = name.split(|byte| !byte.is_ascii_alphabetic());
    parts.any(|part| {
        let breaks = |byte: &u8| byte.is_ascii_uppercase() || b"aeiouy".contains(byte);
        let no_word = part.split(breaks).any(|run| run.len() > CONSONANTS);
        let pairs = part.windows(2);
        let turns =
            pairs.filter(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase());
        let capitals = part.len() >= CAPITALS && part.iter().all(u8::is_ascii_uppercase);
        no_word || capitals || part.len() > 8 && 3 * turns.count() > part.len()
    })
}

/// Whether V8 or the browser can have written it: they name their own things in plain words, some with a number.
pub(super) fn is_plain(name: &[u8]) -> bool {
    let allowed =
        |byte: &u8| byte.is_ascii_alphanumeric() || b" _-+/()<>:.,#*&~$[]={}".contains(byte);
    let mut digits = name.split(|byte| !byte.is_ascii_digit());
    let words = name.split(|byte| !byte.is_ascii_alphanumeric());
    let mixed = |word: &[u8]| {
        let digits = word.iter().filter(|byte| byte.is_ascii_digit()).count();
        digits > DIGITS && digits < word.len()
    };
    name.len() <= 2 * LONGEST
        && name.iter().all(allowed)
        && digits.all(|run| run.len() <= 6)
        && !words.into_iter().any(|word| mixed(word) || is_random(word))
}

#[cfg(test)]
mod tests {
    use super::{is_plain, is_word};

    #[test]
    fn words_are_told_from_keys() {
        for word in [
            "Session",
            "onResize",
            "_cache",
            "$el",
            "MAX_SIZE",
            "utf8",
            "HTMLDivElement",
            "#items",
            "a",
            "XMLHttpRequest",
            "rhythms",
            "isHTTPSEnabled",
            "base64url",
        ] {
            assert!(is_word(word.as_bytes()), "{word}");
        }
        for key in [
            "",
            "ada@mail.example",
            "4000 0000 0000 0002",
            "4711",
            "1st",
            "é",
            "user-agent",
            "tok_live_0123456789abcdef",
            "https://a.example",
            "a b",
            "AKIAIOSFODNN7EXAMPLE12",
            "sXkQzrTbWvPl",
            "aBcDeFgHiJkL",
            "x".repeat(41).as_str(),
        ] {
            assert!(!is_word(key.as_bytes()), "{key}");
        }
    }

    #[test]
    fn names_of_v8_are_plain() {
        for name in [
            "(object elements)",
            "system / Map",
            "blink::LocalFrame",
            "5 / DevTools console",
            "std::vector<int>",
            "NodeList",
            "12",
            "(Document DOM trees)",
            "native_bind",
            "UTF8",
        ] {
            assert!(is_plain(name.as_bytes()), "{name}");
        }
        for name in [
            "ada@mail.example",
            "4000123412341234",
            "tok_live_0123456789abcdef",
            "Zoë",
            "it's",
        ] {
            assert!(!is_plain(name.as_bytes()), "{name}");
        }
    }
}
