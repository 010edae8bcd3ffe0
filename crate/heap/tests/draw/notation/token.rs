//! A line of a drawing, cut into words.

use crate::draw::Text;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token {
    /// Up to the next blank or comma.
    Word(String),
    Quoted(Text),
    /// `@5`
    Id(u64),
    /// `->`
    Arrow,
    Comma,
    /// At the end of a word only: `7:1:2` is one word.
    Colon,
}

pub(crate) fn tokens(line: &str) -> Vec<Token> {
    let mut rest = line.trim_start();
    let mut found = Vec::new();
    while let Some(first) = rest.chars().next() {
        let used = match first {
            '#' => break,
            ',' => {
                found.push(Token::Comma);
                1
            }
            ':' => {
                found.push(Token::Colon);
                1
            }
            '"' => {
                let (text, used) = quoted(rest);
                found.push(Token::Quoted(text));
                used
            }
            _ => word(rest, &mut found),
        };
        rest = rest[used..].trim_start();
    }
    found
}

fn word(rest: &str, found: &mut Vec<Token>) -> usize {
    let end = rest
        .find(|char: char| char.is_whitespace() || char == ',')
        .unwrap_or(rest.len());
    let word = rest[..end].strip_suffix(':').unwrap_or(&rest[..end]);
    found.push(match word.strip_prefix('@').map(str::parse) {
        Some(Ok(id)) => Token::Id(id),
        _ if word == "->" => Token::Arrow,
        _ => Token::Word(word.into()),
    });
    word.len()
}

fn quoted(rest: &str) -> (Text, usize) {
    let mut units = Vec::new();
    let mut chars = rest.char_indices().skip(1);
    while let Some((at, char)) = chars.next() {
        match char {
            '"' => return (Text::from_units(units), at + 1),
            '\\' => match chars.next().expect("a character after the backslash").1 {
                'n' => units.push(u16::from(b'\n')),
                't' => units.push(u16::from(b'\t')),
                'u' => {
                    let digits: String = chars.by_ref().take(4).map(|(_, digit)| digit).collect();
                    units.push(u16::from_str_radix(&digits, 16).expect("four hexadecimal digits"));
                }
                plain => units.extend(plain.encode_utf16(&mut [0; 2]).iter()),
            },
            plain => units.extend(plain.encode_utf16(&mut [0; 2]).iter()),
        }
    }
    panic!("no closing quote: {rest}");
}
