//! `<div id="a">`, of which `DevTools` shows `<div>`.

/// A name that begins with `<`, taken apart where `DevTools` cuts it.
pub(super) struct Tag<'a> {
    /// `div`
    pub(super) name: &'a [u8],
    /// `id="a"`, if there is a blank.
    pub(super) given: Option<&'a [u8]>,
    /// `>`, if it is there.
    pub(super) end: &'a [u8],
}

impl<'a> Tag<'a> {
    pub(super) fn of(text: &'a [u8]) -> Option<Self> {
        let text = text.strip_prefix(b"<")?;
        let end = text.len() - usize::from(text.ends_with(b">"));
        Some(match memchr::memchr(b' ', text) {
            Some(blank) => Self {
                name: &text[..blank],
                given: Some(&text[blank + 1..end.max(blank + 1)]),
                end: &text[end.max(blank + 1)..],
            },
            None => Self {
                name: &text[..end],
                given: None,
                end: &text[end..],
            },
        })
    }

    /// The element without what it is given: `<div>`.
    pub(super) fn alone(&self) -> Vec<u8> {
        [b"<", self.name, b">"].concat()
    }

    /// Whether it reads like an element's name.
    pub(super) fn is_plain(&self) -> bool {
        let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.:#".contains(byte);
        self.name.iter().all(plain)
    }
}
