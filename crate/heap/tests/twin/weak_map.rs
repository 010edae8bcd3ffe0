//! The names V8 gives to the two edges that lead to a value in a `WeakMap`:
//! `7 / part of key (Foo @5) -> value (Bar @9) pair in WeakMap (table @3)`.

use crate::draw::Text;

#[derive(Debug, PartialEq)]
pub(super) struct Pair {
    /// All after the leading number: equal on both sides.
    pub(super) shared: Text,
    pub(super) table: f64,
}

pub(super) fn parse(name: &Text) -> Option<Pair> {
    // A lone surrogate stands for any one character, as would the replacement: the parse is the same.
    let text = name.to_string();
    if text.contains(['\n', '\r', '\u{2028}', '\u{2029}']) {
        return None;
    }
    let shared = text.trim_start_matches(|char: char| char.is_ascii_digit());
    let digits = text.len() - shared.len();
    let middle = shared.strip_prefix(" / part of key (")?.strip_suffix(')')?;
    let (middle, table) = number_after(middle, ") pair in WeakMap (table @")?;
    let (middle, _) = number_after(middle, " @")?;
    let key_and_value = middle
        .match_indices(") -> value (")
        .map(|(at, _)| &middle[..at]);
    let has_key = key_and_value
        .into_iter()
        .any(|key| number_after(key, " @").is_some());
    (digits > 0 && has_key).then(|| Pair {
        shared: Text::from_units(name.units()[digits..].into()),
        table,
    })
}

/// Cuts `mark` and a number off the end.
fn number_after<'a>(text: &'a str, mark: &str) -> Option<(&'a str, f64)> {
    let rest = text.trim_end_matches(|char: char| char.is_ascii_digit());
    let number = text[rest.len()..].parse().ok()?;
    Some((rest.strip_suffix(mark)?, number))
}

#[test]
fn only_the_whole_pattern_counts() {
    let table = |name: &str| parse(&name.into()).map(|pair| pair.table);
    assert_eq!(
        table("7 / part of key (Foo @5) -> value (Bar @9) pair in WeakMap (table @3)"),
        Some(3.0)
    );
    assert_eq!(
        table("12 / part of key ( @5) -> value ( @9) pair in WeakMap (table @03)"),
        Some(3.0)
    );
    assert_eq!(
        table("1 / part of key (a) -> value (b @1) -> value (c @9) pair in WeakMap (table @3)"),
        Some(3.0)
    );
    assert_eq!(
        table(" / part of key (Foo @5) -> value (Bar @9) pair in WeakMap (table @3)"),
        None
    );
    assert_eq!(
        table("7 / part of key (Foo @5) -> value (Bar @9) pair in WeakMap (table @3) "),
        None
    );
    assert_eq!(
        table("7 / part of key (Foo) -> value (Bar @9) pair in WeakMap (table @3)"),
        None
    );
    assert_eq!(
        table("7 / part of key (Fo\no @5) -> value (Bar @9) pair in WeakMap (table @3)"),
        None
    );
    for break_ in ['\n', '\r', '\u{2028}', '\u{2029}'] {
        let name =
            format!("7 / part of key (Fo{break_}o @5) -> value (B @9) pair in WeakMap (table @3)");
        assert_eq!(table(&name), None);
    }
    let pair = parse(&"7 / part of key (A @5) -> value (B @9) pair in WeakMap (table @3)".into());
    assert_eq!(
        pair.expect("a pair").shared,
        " / part of key (A @5) -> value (B @9) pair in WeakMap (table @3)"
    );
}
