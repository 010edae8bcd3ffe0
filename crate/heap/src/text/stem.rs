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
    let is_between = |&at: &usize| at > from && head[at - 1..].starts_with(b" / ");
    let mut slashes = memchr::memchr_iter(b'/', &head[from..]).map(|at| from + at);
    match slashes.find(is_between) {
        Some(at) => &text[..at - 1],
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
