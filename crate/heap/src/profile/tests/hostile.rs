use super::*;
use crate::{
    Code,
    profile::{By, Sort},
};

fn code(text: &str) -> (&'static str, Option<u64>) {
    let error = read(text.as_bytes(), 5).unwrap_err();
    let whole = read(text.as_bytes(), 1000).unwrap_err();
    assert_eq!(error, whole, "{text}");
    (error.code.name(), error.at)
}

#[test]
fn a_file_cut_anywhere_is_truncated() {
    let mut chance = Chance(77);
    let tree = chance.tree(&mut 20);
    let file = chance.file(&tree);
    for cut in 1..file.len() {
        let error = read(&file.as_bytes()[..cut], 64).unwrap_err();
        assert_eq!((error.code, error.at), (Code::Truncated, Some(cut as u64)));
    }
    assert_eq!(read(b"", 1).unwrap_err().code, Code::Empty);
}

#[test]
fn a_million_calls_deep_is_no_matter() {
    const DEPTH: usize = 1_000_000;
    let profile = read(&chain(DEPTH), 1 << 16).unwrap();
    assert_eq!(profile.nodes.len(), DEPTH + 1);
    assert_eq!(profile.nodes.total[0], DEPTH as f64);
    let functions = profile.functions(Sort::descending(By::Total), 0..9);
    assert_eq!(functions.rows.len(), 1);
    assert_eq!(functions.rows[0].sums.total, DEPTH as f64);
    assert_eq!(functions.rows[0].sums.own, DEPTH as f64);
    assert_eq!(profile.heaviest_stack().len(), DEPTH + 1);
    assert_eq!(profile.stack(DEPTH as u32).len(), DEPTH + 1);
    let mut out = Vec::new();
    profile.write_speedscope("deep", &mut out).unwrap();
    assert!(out.len() < 100 * DEPTH);
}

/// Keeps nothing of what is written but its length.
struct Count<'a>(&'a mut usize);

impl std::io::Write for Count<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        *self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_deep_stack_is_collapsed_without_being_kept() {
    let profile = read(&chain(5_000), 1 << 16).unwrap();
    let mut counted = 0;
    profile.write_collapsed(Count(&mut counted)).unwrap();
    let expected: usize = (1..=5_000)
        .map(|depth| "(root) 1\n".len() + 2 * depth)
        .sum();
    assert_eq!(counted, expected);
}

#[test]
fn other_files_are_told_apart() {
    for (text, expected) in [
        ("5", ("file.other-json", Some(1))),
        ("[]", ("file.other-json", Some(1))),
        ("{}", ("file.other-json", Some(2))),
        (r#"{"a":1}"#, ("file.other-json", Some(7))),
        (r#"{"head":null}"#, ("file.other-json", Some(12))),
        (
            r#"{"nodes":[{"id":1}],"samples":[1,2]}"#,
            ("file.other-json", Some(32)),
        ),
        (r#"{"snapshot":{"meta":{}}}"#, ("file.other-kind", Some(11))),
        (
            r#"{"nodes":[1],"snapshot":{}}"#,
            ("file.other-kind", Some(23)),
        ),
        ("\u{7f}ELF", ("file.crash-dump", None)),
        ("\u{1f}x", ("file.compressed", Some(0))),
    ] {
        assert_eq!(code(text), expected, "{text}");
    }
}

#[test]
fn what_is_wrong_has_a_code_and_a_place() {
    let frame = r#""callFrame":{}"#;
    for (text, expected) in [
        (r#"{"head":{}}"#.into(), ("heap.member", Some(10))),
        (
            format!(r#"{{"head":{{{frame},{frame}}}}}"#),
            ("heap.member", Some(35)),
        ),
        (
            format!(r#"{{"head":{{{frame}}},"head":{{}}}}"#),
            ("heap.member", Some(33)),
        ),
        (
            format!(r#"{{"head":{{{frame}}}}} {{"#),
            ("file.trailing", Some(27)),
        ),
        (
            r#"{"head":{"selfSize":-1}}"#.into(),
            ("heap.number", Some(22)),
        ),
        (
            r#"{"head":{"selfSize":1e999}}"#.into(),
            ("heap.number-too-large", Some(25)),
        ),
        (r#"{"head":{"id":1.5}}"#.into(), ("heap.number", Some(17))),
        (r#"{"head":{"id":"1"}}"#.into(), ("heap.number", Some(17))),
        (
            r#"{"samples":[{"size":2}]}"#.into(),
            ("heap.member", Some(22)),
        ),
    ] {
        assert_eq!(code(&text), expected, "{text}");
    }
}

#[test]
fn the_same_error_again_after_an_error() {
    let mut reader = Reader::new();
    reader.feed(b"{]").unwrap();
    let error = reader.feed(&[b' '; 5000]).unwrap_err();
    assert_eq!((error.code.name(), error.at), ("file.not-json", Some(2)));
    assert_eq!(reader.feed(b"{}").unwrap_err(), error);
    assert_eq!(reader.finish().unwrap_err(), error);
}

#[test]
fn a_value_of_any_type_anywhere_never_panics() {
    let values = [
        "1",
        "-1",
        "1e400",
        "0.5",
        r#""x""#,
        "null",
        "true",
        "[]",
        "{}",
        "[[1]]",
        r#"{"id":2}"#,
    ];
    let file = r#"{"head":{"callFrame":{"functionName":"f","scriptId":"1","url":"u","lineNumber":1,"columnNumber":2},"selfSize":3,"id":1,"children":[{"callFrame":{},"id":5}]},"samples":[{"size":3,"nodeId":1,"ordinal":9}]}"#;
    let whole: serde_json::Value = serde_json::from_str(file).unwrap();
    assert!(read(file.as_bytes(), 100).is_ok());
    let mut accepted = 0;
    for pointer in pointers(&whole) {
        for value in values {
            let mut changed = whole.clone();
            let mark = serde_json::Value::from("MARK");
            *changed.pointer_mut(&pointer).unwrap() = mark;
            let text = changed.to_string().replace(r#""MARK""#, value);
            let result = read(text.as_bytes(), 11);
            assert_eq!(result, read(text.as_bytes(), 1), "{text}");
            accepted += usize::from(result.is_ok());
        }
    }
    // Numbers for numbers, texts for texts, a list without items or an object without members where these may stand.
    assert!((20..60).contains(&accepted), "{accepted}");
}

fn pointers(value: &serde_json::Value) -> Vec<String> {
    let mut all = vec![String::new()];
    let below = |name: &str, value: &serde_json::Value| -> Vec<String> {
        let inner = pointers(value).into_iter();
        inner.map(|inner| format!("/{name}{inner}")).collect()
    };
    match value {
        serde_json::Value::Object(members) => {
            all.extend(members.iter().flat_map(|(name, value)| below(name, value)));
        }
        serde_json::Value::Array(items) => {
            let items = items.iter().enumerate();
            all.extend(items.flat_map(|(at, value)| below(&at.to_string(), value)));
        }
        _ => {}
    }
    all
}

#[test]
fn bytes_changed_at_random_never_panic() {
    let mut chance = Chance(3);
    let tree = chance.tree(&mut 30);
    let file = chance.file(&tree).into_bytes();
    for _ in 0..20_000 {
        let mut changed = file.clone();
        for _ in 0..=chance.below(2) {
            let at = chance.below(changed.len() as u64) as usize;
            changed[at] = b"{}[]\",:0-eE.\\u\x00\xff"[chance.below(16) as usize];
        }
        if let Ok(profile) = read(&changed, 100) {
            profile.functions(Sort::ascending(By::Name), 0..5);
            profile.write_collapsed(std::io::sink()).unwrap();
            profile.write_speedscope("", std::io::sink()).unwrap();
        }
    }
}
