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
    match memchr::memmem::find(&head[from..], b" / ") {
        Some(at) => &text[..from + at],
        None => text,
    }
}
