//! Rule 6, first half: what a node is filed under, plain objects aside.

use crate::draw::{Drawing, NodeKind, Text};

/// DevTools knows a class by a place in the strings, and adds its own names without looking for them there.
/// So equal texts can be two classes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Class {
    /// A name in the file.
    Own(usize),
    /// The same after `Detached `.
    Detached(usize),
    /// A name DevTools adds.
    Added(Text),
    /// What an interface is called.
    Interface(Text),
}

impl Class {
    pub(super) fn text(&self, drawing: &Drawing) -> Text {
        match self {
            Self::Own(place) => drawing.strings[*place].clone(),
            Self::Detached(place) => {
                let mut text = Text::from("Detached ");
                text.push_text(&drawing.strings[*place]);
                text
            }
            Self::Added(text) | Self::Interface(text) => text.clone(),
        }
    }
}

pub(super) fn classes(drawing: &Drawing, names: &[Text], renamed: &[bool]) -> Vec<Class> {
    let class = |node: usize| {
        let place = drawing.nodes[node].name;
        let added = |text: &str| Class::Added(text.into());
        match drawing.nodes[node].kind {
            NodeKind::Hidden => added("(system)"),
            NodeKind::Code => added("(compiled code)"),
            NodeKind::Closure => added("Function"),
            NodeKind::RegExp => added("RegExp"),
            NodeKind::Object | NodeKind::Native => match tag(&names[node]) {
                Some(tag) => Class::Added(tag),
                None if renamed[node] => Class::Detached(place),
                None => Class::Own(place),
            },
            kind => added(&format!("({})", kind.word())),
        }
    };
    (0..names.len()).map(class).collect()
}

/// `<div id=x>` is filed under `<div>`.
fn tag(name: &Text) -> Option<Text> {
    let from = match name {
        name if name.starts_with("<") => 0,
        name if name.starts_with("Detached <") => 10,
        _ => return None,
    };
    let units = name.units();
    let blank = units[from..]
        .iter()
        .position(|unit| *unit == u16::from(b' '));
    let Some(blank) = blank else {
        return Some(name.clone());
    };
    let mut tag = Text::from_units(units[..from + blank].into());
    tag.push(">");
    Some(tag)
}
