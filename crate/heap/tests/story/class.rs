//! Classes as they are asked for.

use heap::{Code, Snapshot, story};

use super::{at, page};

/// Two classes `Socket` of two files, each with a prototype of the same name.
fn sockets() -> Snapshot {
    page(
        "a -> @11, b -> @12, c -> @13, one -> @21, two -> @31",
        r#"
        @11 object Socket 10 at 4:11:6: __proto__ -> @20
        @12 object Socket 10 at 4:11:6: __proto__ -> @20
        @13 object Socket 10 at 5:1:1: __proto__ -> @30
        @20 object Socket 10 at 4:11:6: constructor -> @21
        @21 closure Socket 10 at 4:11:6: prototype -> @20, internal shared -> @22
        @22 code Socket 10: internal script -> @23
        @23 code "file:///srv/client.js" 10
        @30 object Object 10: constructor -> @31
        @31 closure Socket 10 at 5:1:1: prototype -> @30, internal shared -> @32
        @32 code Socket 10: internal script -> @33
        @33 code "file:///srv/server.js" 10
        "#,
    )
}

#[test]
fn classes_of_a_name_are_told_apart_by_place_and_have_no_prototypes() {
    let snapshot = sockets();
    let classes = story::classes(&snapshot, "Socket").unwrap();
    let found: Vec<_> = classes
        .iter()
        .map(|class| (class.name.as_str(), class.objects.clone()))
        .collect();
    assert_eq!(
        found,
        [
            (
                "Socket (client.js:12:7)",
                vec![at(&snapshot, 11), at(&snapshot, 12)]
            ),
            ("Socket (server.js:2:2)", vec![at(&snapshot, 13)]),
        ]
    );
}

#[test]
fn one_of_them_is_asked_for_as_it_is_written_or_by_key() {
    let snapshot = sockets();
    for name in ["Socket (server.js:2:2)", "5,1,1,Socket"] {
        let classes = story::classes(&snapshot, name).unwrap();
        assert_eq!(classes.len(), 1, "{name}");
        assert_eq!(classes[0].objects, [at(&snapshot, 13)]);
    }
    let error = story::classes(&snapshot, "Socket (other.js:1:1)").unwrap_err();
    assert_eq!(error.code, Code::NoSuchClass);
}
