//! The graphs' strings hold lone surrogates, which `serde_json` refuses. They pass it in disguise.

use serde_json::Value;

use crate::draw::{Drawing, Text};

/// Private characters nobody else uses here, one for each surrogate.
const DISGUISE: u16 = 0xe800;
const SURROGATE: u16 = 0xd800;

pub(super) fn drawing(snapshot: &[u8]) -> Drawing {
    let json = disguised(str::from_utf8(snapshot).expect("UTF-8"));
    let json: Value = serde_json::from_str(&json).expect("JSON");
    let mut drawing = Drawing::from_json(&json);
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
        let unit = unit.and_then(|digits| u16::from_str_radix(digits, 16).ok());
        let length = if let Some(unit @ SURROGATE..0xe000) = unit {
            out.extend(char::from_u32(u32::from(unit - SURROGATE + DISGUISE)));
            6
        } else {
            out.push_str(&escape[..2]);
            2
        };
        rest = &escape[length..];
    }
    out + rest
}
