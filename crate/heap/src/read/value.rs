//! The small JSON that describes a file, as a value.

use super::json::Token;
use crate::{Code, Error, limits::MAX_HEADER_BYTES, wtf8};

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Value>),
    Object(Vec<(String, Value)>),
}

impl Value {
    /// A member of an object; the last one where there are several.
    pub(crate) fn get(&self, key: &str) -> Option<&Value> {
        let Value::Object(members) = self else {
            return None;
        };
        members
            .iter()
            .rev()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value)
    }

    pub(crate) fn list(&self) -> Option<&[Value]> {
        match self {
            Value::List(items) => Some(items),
            _ => None,
        }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A whole number from 0 to 2^53.
    pub(crate) fn whole(&self) -> Option<u64> {
        match *self {
            Value::Number(number)
                if number >= 0.0 && number <= 2_f64.powi(53) && number.fract() == 0.0 =>
            {
                Some(number as u64)
            }
            _ => None,
        }
    }
}

/// Puts tokens together; one value, of bounded size and depth.
#[derive(Debug, Default)]
pub(crate) struct ValueBuilder {
    open: Vec<Open>,
    bytes: usize,
}

#[derive(Debug)]
enum Open {
    List(Vec<Value>),
    Object(Vec<(String, Value)>, Option<String>),
}

/// Deep enough for any description V8 writes, and safe to drop.
const DEPTH: usize = 64;

impl ValueBuilder {
    /// The value, once its last token is there.
    pub(crate) fn token(&mut self, token: Token<'_>, at: u64) -> Result<Option<Value>, Error> {
        self.bytes += 16
            + match token {
                Token::Key(text) | Token::Text(text) => text.len(),
                _ => 0,
            };
        if self.bytes > MAX_HEADER_BYTES || self.open.len() > DEPTH {
            return Err(Error::at(
                Code::TooLarge,
                at,
                "the description of the file is too large",
            ));
        }
        let value = match token {
            Token::ObjectStart => {
                self.open.push(Open::Object(Vec::new(), None));
                return Ok(None);
            }
            Token::ArrayStart => {
                self.open.push(Open::List(Vec::new()));
                return Ok(None);
            }
            Token::Key(name) => {
                if let Some(Open::Object(_, key)) = self.open.last_mut() {
                    *key = Some(wtf8::lossy(name).into_owned());
                }
                return Ok(None);
            }
            Token::ObjectEnd | Token::ArrayEnd => match self.open.pop() {
                Some(Open::Object(members, _)) => Value::Object(members),
                Some(Open::List(items)) => Value::List(items),
                None => return Ok(None),
            },
            Token::Text(text) => Value::Text(wtf8::lossy(text).into_owned()),
            Token::Number(number) => Value::Number(number.parse().unwrap_or(f64::NAN)),
            Token::True => Value::Bool(true),
            Token::False => Value::Bool(false),
            Token::Null => Value::Null,
        };
        match self.open.last_mut() {
            None => return Ok(Some(value)),
            Some(Open::List(items)) => items.push(value),
            Some(Open::Object(members, key)) => {
                members.push((key.take().unwrap_or_default(), value));
            }
        }
        Ok(None)
    }
}
