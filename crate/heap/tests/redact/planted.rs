//! Data in every place where a program can put them.

use std::fmt::Write;

use heap::redact::{Options, Plan, Summary};

use super::{check_same, check_texts, open};
use crate::draw::draw;

/// Twenty kinds of data: each is content of a string here, and a name there.
const SECRETS: &[&str] = &[
    // Tokens of services
    "tok_live_0123456789abcdef",
    "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
    "xoxb-2401-7312-aBcDeF",
    "AKIAIOSFODNN7EXAMPLE",
    // Mail addresses
    "ada@mail.example",
    "b.lovelace+x@mail.example",
    // Card numbers
    "4000 0000 0000 0002",
    "5555555555554444",
    "3782-822463-10005",
    // Signed tokens
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N",
    // Names of people
    "Ada",
    "Lovelace",
    "Grace Hopper",
    "Zoë",
    "Łukasz",
    "孫文",
    "O'Brien",
    // Addresses of machines and people
    "https://intra.example/?user=7",
    "file:///home/ada/app.js",
    "/home/ada/.ssh/key",
    "C:\\\\Users\\\\ada",
    "10.0.0.17",
    "2001:db8::17",
    "Rue de la Paix 5",
    "db.intra.example:5432",
    // Identifiers
    "550e8400-e29b-41d4-a716-446655440000",
    "user4711",
    "order_20240117",
    "DE89370400440532013000",
    "078-05-1120",
    // Passwords and keys
    "hunter2",
    "correct horse battery staple",
    "-----BEGIN KEY-----",
    "dGhpcyBpcyBhIHNlY3JldA==",
    "0xdeadbeef00c0ffee",
    "sXkQzrTbWvPlMnB",
    // Numbers, dates and places as texts
    "4711",
    "90210",
    "1985-10-26",
    "+49301234567",
    "52.5200066",
    "€ 12.50",
    // Headers, queries, markup, code
    "Bearer abc123",
    "sid=9f86d081; Path=/",
    "SELECT secret FROM people",
    "<b>Ada</b>",
    "return 'tajna'",
    "^Ada.*$",
    // Words of other languages, and such that no program has for names
    "Приватно",
    "diagnosis",
    "pregnant",
    "🙂🤐",
];

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// Everything is twice in the heap, so that it does not go for being there once: as key of a dictionary of objects and of one of
/// strings, as key of a `Map`, class, function, variable, symbol, address of a script, attribute, text in code.
#[allow(clippy::too_many_lines, reason = "a list of places")]
fn planted() -> String {
    let mut out = String::from("@1 synthetic \"\" 0: shortcut Window -> @3, element 1 -> @5\n");
    let mut root =
        String::from("@3 object Window 16: known -> @100001, known2 -> @100003, known3 -> @100005");
    let mut id = 7;
    let mut node = |out: &mut String, text: String| {
        let this = id;
        id += 2;
        let _ = writeln!(out, "@{this} {text}");
        this
    };
    for round in 0..2 {
        let (mut objects, mut strings, mut table) = (String::new(), String::new(), String::new());
        for (at, secret) in SECRETS.iter().enumerate() {
            let name = quoted(secret);
            let string = node(&mut out, format!("string {name} 24"));
            let object = node(&mut out, format!("object Object 24: n -> @{string}"));
            let _ = write!(
                objects,
                "{}{name} -> @{object}",
                if at > 0 { ", " } else { ": " }
            );
            let _ = write!(
                strings,
                "{}{name} -> @{string}",
                if at > 0 { ", " } else { ": " }
            );
            let _ = write!(
                table,
                "{}element {at} -> @{string}",
                if at > 0 { ", " } else { ": " }
            );
            for kind in ["object", "native"] {
                let made = node(&mut out, format!("{kind} {name} 16"));
                let _ = write!(
                    table,
                    ", element {} -> @{made}",
                    at + 1000 * usize::from(kind == "native") + 1000
                );
            }
            let scope = node(
                &mut out,
                format!("object \"system / Context / {secret}\" 16: context {name} -> @{string}"),
            );
            let once = if round == 0 { name } else { "f".into() };
            let closure = node(
                &mut out,
                format!("closure {once} 32: internal context -> @{scope}"),
            );
            for made in [
                format!("symbol \"<symbol {secret}>\" 16"),
                format!("code \"system / SharedFunctionInfo / {secret}\" 16"),
                format!(
                    "hidden \"system / Script / {secret}.js\" 16: internal source -> @{string}"
                ),
                format!("native \"<div id='{secret}'>\" 16"),
                format!(
                    "object \"Detached {secret}\" 16: \"<symbol {secret}>\" -> @{string}, \"get {secret}\" -> @{closure}"
                ),
                format!("regexp \"{secret}\" 16"),
            ] {
                let made = node(&mut out, made);
                let _ = write!(table, ", element {} -> @{made}", made + 10_000);
            }
            let _ = write!(
                table,
                ", element {} -> @{closure}, \"x {secret} y\" -> @{closure}",
                at + 5000
            );
        }
        let objects = node(&mut out, format!("object Object 16{objects}"));
        let strings = node(&mut out, format!("object Object 16{strings}"));
        let table = node(&mut out, format!("array \"\" 16{table}"));
        let map = node(
            &mut out,
            format!("object Map 16: internal table -> @{table}"),
        );
        for (at, of) in [objects, strings, map].into_iter().enumerate() {
            let _ = write!(root, ", element {} -> @{of}", 10 * round + at);
        }
    }
    // The same keys three times: it is their values that tell a dictionary.
    for round in 0..3 {
        let string = node(&mut out, "string x 24".into());
        let keys: Vec<String> = SECRETS
            .iter()
            .map(|secret| format!("{} -> @{string}", quoted(secret)))
            .collect();
        let again = node(&mut out, format!("object Object 16: {}", keys.join(", ")));
        let _ = write!(root, ", element {} -> @{again}", 100 + round);
    }
    out.push_str(&root);
    out.push_str("\n@5 synthetic \"(GC roots)\" 0\n");
    for id in [100_001, 100_003, 100_005] {
        let _ = writeln!(
            out,
            "@{id} object Session 24: startedAt -> @{}, entries -> @{}\n@{} number 1 8\n@{} object Array 16",
            id + 10,
            id + 20,
            id + 10,
            id + 20
        );
    }
    out.push_str("@100031 closure Session 24\nfunction \"Ada Lovelace\" \"https://intra.example/ada.js\" 7:1:2\ntrace 1 root \"Ada Lovelace\" 0 0\n");
    out
}

fn redact(bytes: &[u8]) -> (Vec<u8>, Summary) {
    let mut plan = Plan::new(Options::default());
    plan.feed(bytes).unwrap();
    let mut redactor = plan.finish().unwrap();
    let mut out = Vec::new();
    redactor.feed(bytes, &mut out).unwrap();
    (out, redactor.finish().unwrap())
}

#[test]
fn none_of_fifty_secrets_is_left() {
    assert!(SECRETS.len() >= 50);
    let bytes = draw(&planted());
    let (made, summary) = redact(&bytes);
    check_texts(&bytes, &made);
    let (before, after) = (open(&bytes), open(&made));
    check_same(&before, &after);
    let strings = |snapshot: &heap::Snapshot| -> Vec<String> {
        let all = snapshot.graph().strings().iter();
        all.map(|text| heap::wtf8::lossy(text).into_owned())
            .collect()
    };
    let (before, after) = (strings(&before), strings(&after));
    for secret in SECRETS {
        let secret = secret.replace("\\\\", "\\");
        let has = |list: &[String]| list.iter().any(|text| text.contains(&secret));
        assert!(has(&before), "{secret} was there");
        let left = after.iter().find(|text| text.contains(&secret));
        assert_eq!(left, None, "{secret}");
    }
    // What is the program's stays, and is listed.
    let kept: Vec<(&[u8], u64)> = summary
        .names
        .iter()
        .map(|kept| (&kept.name[..], kept.uses))
        .collect();
    assert!(kept.contains(&(&b"Session"[..], 4)), "{kept:?}");
    assert!(kept.contains(&(&b"startedAt"[..], 3)), "{kept:?}");
    for (name, _) in kept {
        assert!(after.iter().any(|text| text.as_bytes() == name));
    }
}

#[test]
fn what_is_there_once_goes_and_what_a_shape_has_stays() {
    let heap = |shapes: usize| {
        let mut out = String::from("@1 synthetic \"\" 0: ");
        let ids: Vec<usize> = (0..shapes).map(|at| 11 + 10 * at).collect();
        let edges: Vec<String> = ids
            .iter()
            .map(|id| format!("{} -> @{id}", id / 10))
            .collect();
        let _ = writeln!(out, "{}", edges.join(", "));
        for id in ids {
            let _ = writeln!(
                out,
                "@{id} object Object 16: ticket -> @{}, owner -> @{}",
                id + 2,
                id + 4
            );
            let _ = writeln!(out, "@{} string x 8\n@{} object Person 8", id + 2, id + 4);
        }
        out
    };
    for (shapes, stays) in [(1, false), (2, false), (3, true)] {
        let (made, summary) = redact(&draw(&heap(shapes)));
        let text = String::from_utf8(made).unwrap();
        assert_eq!(text.contains("\"ticket\""), stays, "{shapes}");
        assert_eq!(summary.names.len(), 2 * usize::from(stays), "{summary:?}");
        // There is no function of that name.
        assert!(!text.contains("Person"));
    }
}
