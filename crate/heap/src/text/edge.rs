//! Names of edges as `DevTools` reads them.

use super::{
    number::leading_number,
    short::{Text, digits},
};
use crate::{EdgeIx, EdgeKind, EdgeName, Graph};

pub(crate) fn edge_text(graph: &Graph, edge: EdgeIx) -> Text<'_> {
    match graph.edge_name(edge) {
        EdgeName::Index(index) => digits(index),
        EdgeName::Text(text) => match shortcut_number(graph, edge, text) {
            Some(number) => Text::Owned(javascript(number).into_bytes().into()),
            None => Text::Borrowed(text),
        },
    }
}

/// Whether the name counts as a text, not as a number (DevTools: `hasStringName`).
pub(crate) fn has_text(graph: &Graph, edge: EdgeIx) -> bool {
    match graph.edge_name(edge) {
        EdgeName::Index(_) => false,
        EdgeName::Text(text) => shortcut_number(graph, edge, text).is_none(),
    }
}

fn shortcut_number(graph: &Graph, edge: EdgeIx, text: &[u8]) -> Option<f64> {
    if graph.edge_kind(edge) != EdgeKind::Shortcut {
        return None;
    }
    leading_number(text)
}

/// A whole number as JavaScript prints it.
fn javascript(number: f64) -> String {
    if number.is_infinite() {
        return if number > 0.0 {
            "Infinity"
        } else {
            "-Infinity"
        }
        .into();
    }
    if number.abs() < 1e21 {
        // Adding zero makes -0 print as 0.
        return format!("{}", number + 0.0);
    }
    format!("{number:e}").replace('e', "e+")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_printed_as_in_javascript() {
        let printed = |text: &str| javascript(leading_number(text.as_bytes()).unwrap());
        assert_eq!(printed("0012x"), "12");
        assert_eq!(printed("-0"), "0");
        assert_eq!(printed("\u{feff} -7"), "-7");
        assert_eq!(printed("123456789012345678901"), "123456789012345680000");
        assert_eq!(printed("1234567890123456789012"), "1.2345678901234568e+21");
        assert_eq!(printed(&"9".repeat(400)), "Infinity");
        assert_eq!(leading_number("\u{85}1".as_bytes()), None);
    }
}
