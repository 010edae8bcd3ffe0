//! Names that mean something to one rule or another.

use super::Limits;
use crate::draw::{NodeKind, Text};

/// The name of a node, picked for its type.
pub(super) fn node(kind: NodeKind, pick: usize, limits: Limits) -> Text {
    let names: &[&str] = match kind {
        // Plain objects are what interfaces are made of: they must be many.
        NodeKind::Object => &[
            "Object",
            "Object",
            "Object",
            "Object",
            "Foo",
            "Array",
            "Window",
            "RegExp",
            "Function",
            "(system)",
            "{a, b}",
            "<div>",
            "<div id=x>",
            "Detached Foo",
            "V8EventListener",
            "system / Context",
            "system / Context / f",
        ],
        NodeKind::Native => &[
            "<div>",
            "<div id=x>",
            "<p class=\"a b\">",
            "HTMLDivElement",
            "Detached <div id=x>",
            "Detached Foo",
            "Foo",
            "Object",
            "system / ExternalStringData",
            "system / JSArrayBufferData",
            "V8EventListener",
        ],
        NodeKind::Hidden => &["system / NativeContext", "system / Map", "Foo"],
        NodeKind::Array => &["(map descriptors)", "(object properties)", ""],
        NodeKind::Synthetic => &[
            "(GC roots)",
            "(Document DOM trees)",
            "(Global handles)",
            "(Document DOM trees)",
        ],
        _ => &[
            "",
            "Foo",
            "Array",
            "V8EventListener",
            "(system)",
            "é😀",
            "system / Context",
        ],
    };
    own(names, pick, limits)
}

/// The name of an edge, whatever its type.
pub(super) fn edge(pick: usize, limits: Limits) -> Text {
    let names = [
        "a",
        "b",
        "c",
        "a",
        "b",
        "d",
        "__proto__",
        "elements",
        "code",
        "1",
        "4",
        "12 apples",
        "sloppy_function_map",
        "x,y",
        "say \"hi\"",
        "{\n}",
        "é",
        "\u{ffff}",
        "😀",
        LONG,
        "win / DevTools console",
        "constructor",
        "map",
        "7 / part of key (A @1) -> value (B @3) pair in WeakMap (table @5)",
        "7 / part of key (A\n @1) -> value (B @3) pair in WeakMap (table @5)",
    ];
    own(&names, pick, limits)
}

/// The property of a plain object: few, so that objects share them.
pub(super) fn property(pick: usize, limits: Limits) -> Text {
    own(
        &[
            "a",
            "b",
            "c",
            "d",
            "__proto__",
            "x,y",
            "\u{ffff}",
            "😀",
            LONG,
            LONGER,
            "'",
        ],
        pick,
        limits,
    )
}

const LONG: &str = "aVeryLongNameThatFillsAnInterfaceOfADevToolsWindowToHalf";
const LONGER: &str = "aNameSoLongThatNoOtherCanStandBesideItInTheWindowOfDevToolsOnWhichAllHaveToBeShownInOneLineAndItIsStillNotAtItsEnd12345";

fn own(names: &[&str], pick: usize, limits: Limits) -> Text {
    let lone = names.len() / 8 + 1;
    match pick % (names.len() + if limits.lone_surrogates { lone } else { 0 }) {
        pick if pick < names.len() => names[pick].into(),
        pick if pick % 2 == 0 => Text::from_units(vec![0xd83d]),
        _ => Text::from_units(vec![u16::from(b'<'), 0xde00, u16::from(b' '), 0xd83d]),
    }
}
