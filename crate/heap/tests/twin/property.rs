//! How a property's name is shown in an interface's.

use std::fmt::Write;

use crate::draw::Text;

/// Names that could be mistaken for the interface's own punctuation are quoted as JSON.
pub(super) fn shown(name: &Text) -> Text {
    let confusing = |unit: &u16| b",'\"{}".iter().any(|mark| u16::from(*mark) == *unit);
    if !name.units().iter().any(confusing) {
        return name.clone();
    }
    let mut out = String::from("\"");
    for char in char::decode_utf16(name.units().iter().copied()) {
        match char {
            Ok(char) => {
                // What serde_json escapes in a string is what JavaScript escapes.
                let quoted = serde_json::Value::from(char.to_string()).to_string();
                out.push_str(&quoted[1..quoted.len() - 1]);
            }
            Err(lone) => {
                write!(out, "\\u{:04x}", lone.unpaired_surrogate()).expect("a string takes all");
            }
        }
    }
    out.push('"');
    out.into()
}
