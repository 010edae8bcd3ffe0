//! Numbers in texts.

/// The whole number at the start of a text, as JavaScript's `parseInt` finds it.
pub(crate) fn leading_number(text: &[u8]) -> Option<f64> {
    if text.first().is_some_and(u8::is_ascii_alphabetic) {
        return None;
    }
    let text = String::from_utf8_lossy(text);
    let is_blank = |c: char| c.is_whitespace() && c != '\u{85}' || c == '\u{FEFF}';
    let text = text.trim_start_matches(is_blank);
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let end = unsigned
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(unsigned.len());
    let number: f64 = unsigned[..end].parse().ok()?;
    Some(if text.starts_with('-') {
        -number
    } else {
        number
    })
}
