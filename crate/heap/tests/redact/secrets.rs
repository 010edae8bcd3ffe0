use heap::{
    Code,
    redact::{AllowList, Names, Options, Plan},
};

use super::{check_same, open, redacted};
use crate::draw::draw;

const HEAP: &str = r#"
    @1 synthetic "" 0: shortcut "Window / https://secret.example/?token=1" -> @3, element 1 -> @2
    @2 synthetic "(GC roots)" 0: "5 / DevTools console" -> @7
    @3 object "Window / https://secret.example/?token=1" 16 at 7:1:2
        mine -> @5, other -> @7, "https://secret.example/x.js" -> @9, secretKey -> @11
    @5 string "my password" 20
    @7 string "my password" 20
    @9 native "<div id=\"secret\" class=\"x\">" 40: internal "1 / part of key (my password @5) -> value (<div id=\"secret\" class=\"x\"> @9) pair in WeakMap (table @3)" -> @5
    @11 object SecretClass 16: "/home/secret/app.js" -> @13, a -> @15
    @13 regexp "^secret+$" 8
    @15 code "system / Script / secret.js" 8: internal name -> @17
    @17 number "heap number" 8: internal value -> @19
    @19 string "4711" 0
    @21 number int 8: internal value -> @23
    @23 string "42" 0
    function secretFunction secret.js 7:1:2
    trace 1 root secretFunction 0 0
"#;

#[test]
fn nothing_of_the_contents_is_left() {
    let bytes = draw(HEAP);
    let options = Options {
        names: Names::Kept,
        ..Options::default()
    };
    let redacted = redacted(&bytes, &options, 7);
    let text = String::from_utf8(redacted.clone()).unwrap();
    for secret in [
        "password",
        "secret\\\"",
        "secret.example",
        "secret.js",
        "^secret",
        "4711",
        "/home",
        "token",
    ] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
    for kept in [
        "\"42\"",
        "SecretClass",
        "secretKey",
        "secretFunction",
        "<div ",
        "5 / DevTools console",
        "Window / ",
        "system / Script / ",
        " pair in WeakMap (table @3)",
    ] {
        assert!(text.contains(kept), "{kept}: {text}");
    }
    check_same(&open(&bytes), &open(&redacted));
}

#[test]
fn names_are_kept_only_if_they_are_on_the_list() {
    let bytes = draw(HEAP);
    let options = Options {
        names: Names::Allowed,
        keep: AllowList::standard(),
    };
    let text = String::from_utf8(redacted(&bytes, &options, 1)).unwrap();
    assert!(!text.to_lowercase().contains("secret"), "{text}");
    assert!(
        text.contains("\"Window / ") && text.contains("\"name\""),
        "{text}"
    );
    let mut keep = AllowList::empty();
    keep.add(b"SecretClass");
    let options = Options {
        names: Names::Allowed,
        keep,
    };
    let text = String::from_utf8(redacted(&bytes, &options, 1)).unwrap();
    assert!(
        text.contains("SecretClass") && !text.contains("secretKey"),
        "{text}"
    );
}

#[test]
fn texts_outside_of_the_table_are_emptied() {
    let plain = String::from_utf8(draw("@1 synthetic \"\" 0")).unwrap();
    let odd = plain.replacen(
        "{\"snapshot\":{",
        "{\"Secret\":[\"Secret\",1,{\"secret\":\"secret\"}],\"snapshot\":{\"title\":\"secret\",",
        1,
    );
    let text = String::from_utf8(redacted(odd.as_bytes(), &Options::default(), 3)).unwrap();
    assert!(!text.to_lowercase().contains("secret"), "{text}");
    assert!(text.starts_with(
        "{\"\":[\"\",1,{\"\":\"\"}],\"snapshot\":{\"title\":\"\",\"meta\":{\"node_fields\""
    ));
    open(text.as_bytes());
}

#[test]
fn another_file_than_the_planned_one_is_refused() {
    let bytes = draw(HEAP);
    let redactor = || {
        let mut plan = Plan::new(Options::default());
        plan.feed(&bytes).unwrap();
        plan.finish().unwrap()
    };
    let other = draw("@1 synthetic \"\" 0: x -> @1");
    let cut = &bytes[..bytes.len() - 1];
    let more =
        String::from_utf8(bytes.clone())
            .unwrap()
            .replacen("\"<dummy>\"", "\"<dummy>\",\"\"", 1);
    for file in [&other[..], cut, more.as_bytes()] {
        let mut redactor = redactor();
        let fed = redactor.feed(file, &mut Vec::new());
        let error = fed.and_then(|()| redactor.finish()).unwrap_err();
        assert_eq!(error.code, Code::Count);
    }
}
