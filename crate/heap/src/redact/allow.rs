//! Texts that are kept.

use rustc_hash::FxHashSet;

/// Texts that say nothing about a program and its data, and may stay as they are.
#[derive(Clone, Debug)]
pub struct AllowList {
    texts: FxHashSet<Vec<u8>>,
}

/// What the rules look for and what V8 and `DevTools` write themselves: kept in any case.
const FIXED: &[&str] = &[
    "",
    "Object",
    "Array",
    "Function",
    "RegExp",
    "__proto__",
    "V8EventListener",
    "DevTools console",
    "elements",
    "first",
    "second",
    "value",
    "truncated",
    "length",
    "hash",
    "int",
    "bool",
    "code",
    "map",
    "native_context",
    "context",
    "shared",
    "script",
    "scope_info",
    "scope_id",
    "source_url",
    "name_or_scope_info",
    "function_name",
    "start_position",
    "end_position",
    "sloppy_function_map",
    "true",
    "false",
    "null",
    "undefined",
    "<dummy>",
    "smi number",
    "heap number",
    "number",
    "symbol",
    "private symbol",
    "bigint",
    "internal",
    "(concatenated string)",
    "(sliced string)",
];

/// Elements of HTML whose tags stay.
const TAGS: &str = "a abbr article aside audio b base body br button canvas caption code col colgroup data dd details dialog div dl dt em \
    embed fieldset figure footer form g h1 h2 h3 h4 h5 h6 head header hr html i iframe img input label legend li link main map mark \
    meta nav noscript object ol optgroup option output p path picture pre progress q s script section select slot small source span \
    strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track u ul var video";

impl AllowList {
    /// Nothing but what the rules and V8 itself need.
    pub fn empty() -> Self {
        let fixed = FIXED.iter().map(|text| text.as_bytes().to_vec());
        Self {
            texts: fixed.collect(),
        }
    }

    /// The names of JavaScript's and the browser's own objects and properties, and tags of HTML.
    pub fn standard() -> Self {
        let mut list = Self::empty();
        let names = include_str!("standard.txt").lines();
        for name in names.filter(|line| !line.starts_with('#')) {
            list.add(name.as_bytes());
        }
        for tag in TAGS.split_whitespace() {
            list.add(format!("<{tag}>").as_bytes());
        }
        list
    }

    /// Keeps this text, too (WTF-8), wherever it stands as a whole: also as the content of a string.
    pub fn add(&mut self, text: &[u8]) {
        self.texts.insert(text.to_vec());
    }

    /// Whether it stays, be it as a whole, or as `get …`, `… (prototype)` and the like.
    pub(super) fn has(&self, text: &[u8]) -> bool {
        self.has_with(text, |_| false)
    }

    /// The same of a list with more on it.
    pub(super) fn has_with(&self, text: &[u8], more: impl Fn(&[u8]) -> bool) -> bool {
        const BEFORE: [&[u8]; 4] = [b"get ", b"set ", b"bound ", b"<symbol "];
        const BEHIND: [&[u8]; 5] = [
            b" (prototype)",
            b" (internal cache)",
            b" [JSGlobalObject]",
            b" [JSGlobalProxy]",
            b">",
        ];
        let text = BEFORE
            .iter()
            .find_map(|part| text.strip_prefix(*part))
            .unwrap_or(text);
        let core = BEHIND.iter().find_map(|part| text.strip_suffix(*part));
        let is_listed = |text: &[u8]| self.texts.contains(text) || more(text);
        is_listed(text) || core.is_some_and(is_listed)
    }

    /// Whether the whole text is on the list.
    pub(super) fn has_exactly(&self, text: &[u8]) -> bool {
        self.texts.contains(text)
    }
}

impl Default for AllowList {
    fn default() -> Self {
        Self::standard()
    }
}
