//! JSON by tokens, from chunks of any size, with the depth on a stack of bits: for all of a heap file but its long tables.

use super::{
    start::Start,
    text::{TextReader, located},
};
use crate::{
    Code, Error,
    ground::error::Wrong,
    limits::{MAX_DEPTH, MAX_TOKEN_BYTES},
};

/// One token. Texts are WTF-8; a number is its characters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Token<'a> {
    ObjectStart,
    ObjectEnd,
    ArrayStart,
    ArrayEnd,
    Key(&'a [u8]),
    Text(&'a [u8]),
    Number(&'a str),
    True,
    False,
    Null,
}

/// The reader: give it bytes, take tokens, until it needs more bytes.
#[derive(Debug)]
pub(crate) struct Tokens {
    start: Start,
    depth: Depth,
    expect: Expect,
    lexing: Lexing,
    text: Vec<u8>,
    /// Bytes of strings are dropped: the caller skips.
    discard: bool,
    at: u64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Expect {
    Value,
    ValueOrEnd,
    Key,
    KeyOrEnd,
    Colon,
    CommaOrEnd,
    Nothing,
}

#[derive(Debug)]
enum Lexing {
    Between,
    Text {
        reader: TextReader,
        key: bool,
    },
    /// A number or one of the three words.
    Word,
}

impl Tokens {
    pub(crate) fn new() -> Self {
        Self {
            start: Start::default(),
            depth: Depth::default(),
            expect: Expect::Value,
            lexing: Lexing::Between,
            text: Vec::new(),
            discard: false,
            at: 0,
        }
    }

    /// Bytes taken so far, those of the tables included.
    pub(crate) fn at(&self) -> u64 {
        self.at
    }

    /// Containers that are open.
    pub(crate) fn depth(&self) -> usize {
        self.depth.length
    }

    /// Whether the one value of the file is complete.
    pub(crate) fn is_complete(&self) -> bool {
        self.expect == Expect::Nothing
    }

    /// From now on texts are checked but not kept (`Key` and `Text` come out empty).
    pub(crate) fn discard_texts(&mut self, discard: bool) {
        self.discard = discard;
    }

    /// Someone else reads on inside an array just opened, until behind its end, `taken` bytes on.
    pub(crate) fn array_read_elsewhere(&mut self, taken: u64, ended: bool) {
        self.at += taken;
        if ended {
            self.depth.pop();
            self.after_value();
        }
    }

    /// The next token, or `None` when `input` is used up before one is complete.
    pub(crate) fn next<'a>(&'a mut self, input: &mut &[u8]) -> Result<Option<Token<'a>>, Error> {
        let before = input.len();
        self.start.feed(input)?;
        let result = self.advance(input);
        self.at += (before - input.len()) as u64;
        let found = result.map_err(located(self.at))?;
        Ok(found.map(|found| self.token(found)))
    }

    fn token(&self, found: Found) -> Token<'_> {
        match found {
            Found::ObjectStart => Token::ObjectStart,
            Found::ObjectEnd => Token::ObjectEnd,
            Found::ArrayStart => Token::ArrayStart,
            Found::ArrayEnd => Token::ArrayEnd,
            Found::Key => Token::Key(&self.text),
            Found::Text => Token::Text(&self.text),
            Found::Word => match &self.text[..] {
                b"true" => Token::True,
                b"false" => Token::False,
                b"null" => Token::Null,
                number => Token::Number(std::str::from_utf8(number).unwrap_or_default()),
            },
        }
    }

    fn advance(&mut self, input: &mut &[u8]) -> Result<Option<Found>, Wrong> {
        loop {
            match &mut self.lexing {
                Lexing::Text { reader, key } => {
                    let key = *key;
                    let ended = reader.feed(input, &mut self.text)?;
                    if self.discard {
                        self.text.clear();
                    } else if self.text.len() > MAX_TOKEN_BYTES {
                        return Err((
                            Code::TooLarge,
                            "a text longer than 16 MB outside the table of strings",
                        ));
                    }
                    if !ended {
                        return Ok(None);
                    }
                    self.lexing = Lexing::Between;
                    if key {
                        self.expect = Expect::Colon;
                        return Ok(Some(Found::Key));
                    }
                    self.after_value();
                    return Ok(Some(Found::Text));
                }
                Lexing::Word => {
                    let in_word = |byte: &u8| byte.is_ascii_alphanumeric() || b"+-.".contains(byte);
                    let stop = input.iter().position(|byte| !in_word(byte));
                    let end = stop.unwrap_or(input.len());
                    self.text.extend_from_slice(&input[..end]);
                    *input = &input[end..];
                    if self.text.len() > 400 {
                        return Err((Code::NotJson, "a word that is no number"));
                    }
                    if stop.is_none() {
                        return Ok(None);
                    }
                    self.check_word()?;
                    self.lexing = Lexing::Between;
                    self.after_value();
                    return Ok(Some(Found::Word));
                }
                Lexing::Between => {
                    let Some((&byte, rest)) = input.split_first() else {
                        return Ok(None);
                    };
                    if matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                        *input = rest;
                        continue;
                    }
                    if !matches!(byte, b'-' | b'0'..=b'9' | b'a'..=b'z') {
                        *input = rest;
                    }
                    if let Some(found) = self.byte(byte)? {
                        return Ok(Some(found));
                    }
                }
            }
        }
    }

    fn byte(&mut self, byte: u8) -> Result<Option<Found>, Wrong> {
        use Expect::{Colon, CommaOrEnd, Key, KeyOrEnd, Nothing, Value, ValueOrEnd};
        let found = match (self.expect, byte) {
            (Nothing, _) => return Err((Code::Trailing, "something follows the end of the JSON")),
            (Value | ValueOrEnd, b'{') => {
                self.depth.push(true)?;
                self.expect = KeyOrEnd;
                Found::ObjectStart
            }
            (Value | ValueOrEnd, b'[') => {
                self.depth.push(false)?;
                self.expect = ValueOrEnd;
                Found::ArrayStart
            }
            (KeyOrEnd | CommaOrEnd, b'}') if self.depth.in_object() => {
                self.depth.pop();
                self.after_value();
                Found::ObjectEnd
            }
            (ValueOrEnd | CommaOrEnd, b']') if !self.depth.in_object() => {
                self.depth.pop();
                self.after_value();
                Found::ArrayEnd
            }
            (Value | ValueOrEnd | Key | KeyOrEnd, b'"') => {
                self.text.clear();
                let key = matches!(self.expect, Key | KeyOrEnd);
                let reader = TextReader::default();
                self.lexing = Lexing::Text { reader, key };
                return Ok(None);
            }
            (Value | ValueOrEnd, b'-' | b'0'..=b'9' | b't' | b'f' | b'n') => {
                self.text.clear();
                self.lexing = Lexing::Word;
                return Ok(None);
            }
            (Colon, b':') => {
                self.expect = Value;
                return Ok(None);
            }
            (CommaOrEnd, b',') => {
                self.expect = if self.depth.in_object() { Key } else { Value };
                return Ok(None);
            }
            _ => return Err((Code::NotJson, "a character that cannot stand here")),
        };
        Ok(Some(found))
    }

    fn check_word(&self) -> Result<(), Wrong> {
        let word = &self.text[..];
        let is_name = matches!(word, b"true" | b"false" | b"null");
        let is_number = || {
            let text = std::str::from_utf8(word).ok()?;
            text.bytes()
                .all(|byte| b"0123456789+-.eE".contains(&byte))
                .then_some(())?;
            text.parse::<f64>().ok()
        };
        if is_name || is_number().is_some() {
            return Ok(());
        }
        Err((Code::NotJson, "a word that is no number"))
    }

    fn after_value(&mut self) {
        self.expect = if self.depth.length == 0 {
            Expect::Nothing
        } else {
            Expect::CommaOrEnd
        };
    }
}

#[derive(Clone, Copy, Debug)]
enum Found {
    ObjectStart,
    ObjectEnd,
    ArrayStart,
    ArrayEnd,
    Key,
    Text,
    Word,
}

/// Which containers are open, a bit each: set for an object.
#[derive(Debug, Default)]
struct Depth {
    bits: Vec<u64>,
    length: usize,
}

impl Depth {
    fn push(&mut self, object: bool) -> Result<(), Wrong> {
        if self.length == MAX_DEPTH {
            return Err((
                Code::TooDeep,
                "more than 16 million containers within each other",
            ));
        }
        let (word, bit) = (self.length / 64, self.length % 64);
        if word == self.bits.len() {
            self.bits.push(0);
        }
        self.bits[word] = self.bits[word] & !(1 << bit) | u64::from(object) << bit;
        self.length += 1;
        Ok(())
    }

    fn pop(&mut self) {
        self.length = self.length.saturating_sub(1);
    }

    fn in_object(&self) -> bool {
        let Some(top) = self.length.checked_sub(1) else {
            return false;
        };
        self.bits[top / 64] >> (top % 64) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &[u8], size: usize) -> Result<Vec<String>, Error> {
        let mut tokens = Tokens::new();
        let mut out = Vec::new();
        for mut chunk in text.chunks(size.max(1)) {
            while let Some(token) = tokens.next(&mut chunk)? {
                out.push(format!("{token:?}"));
            }
        }
        Ok(out)
    }

    #[test]
    fn tokens_are_the_same_however_the_text_is_cut() {
        let text = br#" {"a" : [1, -2.5e3, "x\u0041", true,null,[ ],{}], "b":{"c":false}} "#;
        let whole = read(text, text.len()).unwrap();
        assert_eq!(whole.len(), 19, "{whole:?}");
        for size in 1..text.len() {
            assert_eq!(read(text, size).unwrap(), whole, "in chunks of {size}");
        }
    }

    #[test]
    fn what_is_no_json_has_a_code_and_a_place() {
        for (text, code, at) in [
            ("{]", Code::NotJson, 2),
            ("[1,]", Code::NotJson, 4),
            ("[1 2]", Code::NotJson, 3),
            ("[tru]", Code::NotJson, 4),
            ("[1-]", Code::NotJson, 3),
            ("{} x", Code::Trailing, 3),
            ("\u{7f}ELF", Code::NotJson, 1),
        ] {
            let error = read(text.as_bytes(), 100).unwrap_err();
            assert_eq!((error.code, error.at), (code, Some(at)), "{text}");
        }
    }

    #[test]
    fn a_million_containers_deep_is_no_matter() {
        let text = [vec![b'['; 1_000_000], vec![b']'; 1_000_000]].concat();
        assert_eq!(read(&text, 65536).unwrap().len(), 2_000_000);
    }
}
