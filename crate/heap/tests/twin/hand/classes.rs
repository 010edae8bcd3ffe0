//! Rule 6.

use super::{of, shown};

#[test]
fn by_type() {
    let (_, figures) = of(r#"
        @1 synthetic "" 0
        @3 hidden x 0
        @5 code x 0
        @7 closure f 0
        @9 regexp /x/ 0
        @11 object "<a href=b>" 0
        @13 object "<a>" 0
        @15 native Foo 0
        @17 concatenated-string x 0
        @19 number "heap number" 0
        @21 object-shape x 0
        @23 native "<p id=1>" 0 detached
    "#);
    let expected = [
        "(synthetic)",
        "(system)",
        "(compiled code)",
        "Function",
        "RegExp",
        "<a>",
        "<a>",
        "Foo",
        "(concatenated string)",
        "(number)",
        "(object shape)",
        "Detached <p>",
    ];
    assert_eq!(shown(&figures.class_name), expected);
}

#[test]
fn plain_objects_by_their_properties() {
    let (_, figures) = of(r#"
        @1 synthetic "" 0
        @3 object Object 1: b -> @1, a -> @1, __proto__ -> @1
        @5 object Object 1: b -> @1, a -> @1
        @7 object Object 1: a -> @1, b -> @1, c -> @1
        @9 object Object 1: "c" -> @1
        @11 object Object 1: c -> @1
        @13 object Object 1: "x,y" -> @1, internal a -> @1
        @15 object Object 1: "x,y" -> @1
        @17 object Foo 1: b -> @1, a -> @1
    "#);
    assert_eq!(shown(&figures.interfaces), ["{b, a}", "{c}", "{\"x,y\"}"]);
    let expected = [
        "(synthetic)",
        "{b, a}",
        "{b, a}",
        "{b, a}",
        "{c}",
        "{c}",
        "{\"x,y\"}",
        "{\"x,y\"}",
        "Foo",
    ];
    assert_eq!(shown(&figures.class_name), expected);
}

#[test]
fn no_interfaces_with_the_root_last() {
    let (_, figures) = of(r#"
        @3 object Object 1: a -> @1
        @5 object Object 1: a -> @1
        root @1 synthetic "" 0
    "#);
    assert_eq!(
        shown(&figures.class_name),
        ["Object", "Object", "(synthetic)"]
    );
}

#[test]
fn a_text_ends_before_it_is_too_long() {
    let (long, longer) = ("l".repeat(59), "m".repeat(60));
    let object = |id: u32, first: &str, second: &str| {
        format!("@{id} object Object 1: {first} -> @1, {second} -> @1\n")
    };
    let graph = |second: &str| {
        format!(
            "@1 synthetic \"\" 0\n{}{}",
            object(3, &long, second),
            object(5, &long, second)
        )
    };
    // 1 for the brace and 59 make 60; neither ", " nor "}" counts.
    assert_eq!(
        of(&graph(&longer)).1.class_name[1].len(),
        1 + 59 + 2 + 60 + 1
    );
    assert_eq!(
        of(&graph(&format!("{longer}m"))).1.class_name[1].len(),
        1 + 59 + 1
    );
}
