//! The graphs' strings hold lone surrogates, which serde_json refuses. They pass it in disguise.

use serde_json::Value;

use crate::draw::{Drawing, Text};

/// Private characters nobody else uses here, one for each surrogate.
const DISGUISE: u16 = 0xe800;
const SURROGATE: u16 = 0xd800;

/// In disguise.
pub(super) fn json(json: &[u8]) -> Value {
    serde_json::from_str(&disguised(str::from_utf8(json).expect("UTF-8"))).expect("JSON")
}

pub(super) fn drawing(snapshot: &str) -> Drawing {
    let mut drawing = Drawing::from_json(&json(snapshot.as_bytes()));
    for text in &mut drawing.strings {
        let shown = |unit: &u16| match unit {
            0xe800..0xf000 => unit - DISGUISE + SURROGATE,
            unit => *unit,
        };
        *text = Text::from_units(text.units().iter().map(shown).collect());
    }
    drawing
}

/// All escaped surrogates, pairs too: undisguised they are a pair again.
fn disguised(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        let unit = escape.get(2..6).filter(|_| escape.as_bytes()[1] == b'u');
        match unit.and_then(|digits| u16::from_str_radix(digits, 16).ok()) {
            Some(unit @ SURROGATE..0xe000) => {
                out.extend(char::from_u32(u32::from(unit - SURROGATE + DISGUISE)));
                rest = &escape[6..];
            }
            _ => {
                out.push_str(&escape[..2]);
                rest = &escape[2..];
            }
        }
    }
    out + rest
}
