//! Names without what DevTools and Chromium put around them.

/// `Detached Window / https://app.example` is a `Window`, `system / Context / scope @457` a `system / Context`.
pub(crate) fn stem(text: &[u8]) -> &[u8] {
    /// No name that is looked for is longer.
    const LONGEST: usize = 64;
    let text = text.strip_prefix(b"Detached ").unwrap_or(text);
    let head = &text[..text.len().min(LONGEST)];
    let from = if head.starts_with(b"system / ") {
        b"system / ".len()
    } else {
        0
    };
    let between = b" / ";
    let mut places = head[from..].windows(between.len());
    match places.position(|place| place == between) {
        Some(at) => &text[..from + at],
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn a_name_is_known_without_its_surroundings() {
        for (text, word) in [
            ("Window / https://app.example", "Window"),
            ("Detached HTMLDocument", "HTMLDocument"),
            ("system / Context / scope @457", "system / Context"),
            ("system / Context", "system / Context"),
            (
                "Window [JSGlobalObject] / https://app.example",
                "Window [JSGlobalObject]",
            ),
            ("", ""),
        ] {
            assert_eq!(stem(text.as_bytes()), word.as_bytes());
        }
    }
}
