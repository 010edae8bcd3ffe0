//! Names with places left open.

/// A name as `DevTools` prints it, in which `…` stands for any characters and `@#` for any object's number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    text: String,
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Literal(Vec<u8>),
    /// `@` and digits, one at least.
    Number,
    Anything,
}

impl Pattern {
    /// From its text.
    pub fn new(text: &str) -> Self {
        let mut pieces = Vec::new();
        let mut literal = Vec::new();
        let mut rest = text;
        while let Some(char) = rest.chars().next() {
            let (piece, length) = if char == '…' {
                (Some(Piece::Anything), char.len_utf8())
            } else if rest.starts_with("@#") {
                (Some(Piece::Number), 2)
            } else {
                (None, char.len_utf8())
            };
            match piece {
                Some(piece) => {
                    if !literal.is_empty() {
                        pieces.push(Piece::Literal(std::mem::take(&mut literal)));
                    }
                    pieces.push(piece);
                }
                None => literal.extend_from_slice(&rest.as_bytes()[..length]),
            }
            rest = &rest[length..];
        }
        if !literal.is_empty() {
            pieces.push(Piece::Literal(literal));
        }
        Self {
            text: text.to_owned(),
            pieces,
        }
    }

    /// As it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether a name (WTF-8) is of this pattern.
    pub fn matches(&self, name: &[u8]) -> bool {
        // Where the last `…` was met, and the least of the name that it covers: all that ever has to be tried again.
        let mut again: Option<(usize, usize)> = None;
        let (mut piece, mut at) = (0, 0);
        loop {
            let step = match self.pieces.get(piece) {
                Some(Piece::Anything) => {
                    again = Some((piece, at));
                    Some(0)
                }
                Some(one) => one.length_at(&name[at..]),
                None => (at == name.len()).then_some(0),
            };
            match (step, again) {
                (Some(_), _) if piece == self.pieces.len() => return true,
                (Some(length), _) => {
                    piece += 1;
                    at += length;
                }
                (None, Some((open, covered))) if covered < name.len() => {
                    again = Some((open, covered + 1));
                    (piece, at) = (open + 1, covered + 1);
                }
                (None, _) => return false,
            }
        }
    }
}

impl Piece {
    /// How much of the name's beginning it takes.
    fn length_at(&self, name: &[u8]) -> Option<usize> {
        match self {
            Self::Literal(text) => name.starts_with(text).then_some(text.len()),
            Self::Number => {
                let digits = name.strip_prefix(b"@")?;
                let count = digits
                    .iter()
                    .take_while(|byte| byte.is_ascii_digit())
                    .count();
                (count > 0).then_some(count + 1)
            }
            Self::Anything => Some(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn a_name_is_matched_whole() {
        let cases = [
            ("Lab", "Lab", true),
            ("Lab", "Label", false),
            ("Lab", "La", false),
            ("", "", true),
            ("", "x", false),
            ("Window…", "Window / http://localhost", true),
            ("Window…", "Window", true),
            ("Window…", "Detached Window", false),
            ("[…]", "[12]", true),
            ("[…]", "[12", false),
            ("…", "", true),
            ("a…b…c", "abbc", true),
            ("a…b…c", "abcbd", false),
            ("…bc", "abcbc", true),
            (
                "… / part of key (Key @#) -> value (… @#) pair in WeakMap (table @#)",
                "2 / part of key (Key @7) -> value (V @91) pair in WeakMap (table @13)",
                true,
            ),
            ("Key @#", "Key @", false),
            ("Key @#", "Key @12", true),
            ("Key @#", "Key @1a", false),
            ("# Delta", "# Delta", true),
        ];
        for (pattern, name, expected) in cases {
            let matches = Pattern::new(pattern).matches(name.as_bytes());
            assert_eq!(matches, expected, "{pattern:?} of {name:?}");
        }
    }
}
