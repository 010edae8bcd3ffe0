//! How DevTools reads an edge's name.

use crate::draw::{Drawing, Edge, EdgeKind, Text};

/// A number reads as its digits; a shortcut whose name starts with a number reads as that number.
pub(super) fn edge_name(drawing: &Drawing, edge: &Edge) -> Text {
    if edge.kind.is_numbered() {
        return edge.name_or_index.to_string().into();
    }
    let name = &drawing.strings[edge.name_or_index];
    match leading_number(name) {
        Some(number) if edge.kind == EdgeKind::Shortcut => number.to_string().into(),
        _ => name.clone(),
    }
}

/// JavaScript's `parseInt(text, 10)`; no number: none.
pub(super) fn leading_number(text: &Text) -> Option<f64> {
    let text = text.to_string();
    let text = text.trim_start_matches(|char: char| char.is_whitespace() || char == '\u{feff}');
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let end = unsigned
        .find(|char: char| !char.is_ascii_digit())
        .unwrap_or(unsigned.len());
    let number: f64 = unsigned[..end].parse().ok()?;
    // Adding zero makes -0 print as 0.
    Some(if text.starts_with('-') {
        -number + 0.0
    } else {
        number
    })
}
