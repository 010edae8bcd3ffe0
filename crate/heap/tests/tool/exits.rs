//! What is refused, how, and what is none of an error.

use std::{fs, io::Read, process::Stdio};

use super::ask::{Folder, ask, command, fixture, refused, text};

const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/small.heapsnapshot");
const QUESTIONS: [&str; 13] = [
    "summary",
    "compare",
    "search",
    "fields",
    "retainers",
    "paths",
    "findings",
    "strings",
    "detached",
    "what-if",
    "timeline",
    "profile",
    "redact",
];

#[test]
fn help_is_no_error() {
    let all = text(&["help"]);
    for words in [&[][..], &["-h"], &["--help"]] {
        assert_eq!(text(words), all);
    }
    for question in QUESTIONS {
        let help = text(&[question, "--help"]);
        assert_eq!(text(&["help", question]), help);
        assert!(help.starts_with(&format!("leak-heap {question} ")) && all.contains(question));
    }
    assert!(text(&["--version"]).starts_with("leak-heap "));
}

#[test]
fn a_command_line_that_is_not_understood_is_code_2() {
    for (words, said) in [
        (&["sumary", SMALL][..], "`leak-heap help`"),
        (&["summary"], "one file, 0 given"),
        (&["summary", SMALL, SMALL], "one file, 2 given"),
        (&["summary", SMALL, "--sort", "colour"], "retained"),
        (&["summary", SMALL, "--filter", "colour"], "contexts"),
        (&["summary", SMALL, "--cut", "@1.a"], "--cut"),
        (&["summary", SMALL, "--top", "-1"], "-1"),
        (&["summary", SMALL, "@5"], "@5"),
        (&["summary", SMALL, "--top"], "--top"),
        (&["compare", SMALL], "two files"),
        (&["compare", SMALL, SMALL, "--fail"], "--fail"),
        (&["retainers", SMALL], "@1234"),
        (&["retainers", SMALL, "@5", "@7"], "@1234"),
        (&["paths", SMALL, "@five"], "@1234"),
        (&["what-if", SMALL], "--cut"),
        (&["what-if", SMALL, "--cut", "@5"], "@12.cache"),
        (&["what-if", SMALL, "@5", "--cut", "@5.entry"], "not both"),
        (&["redact", SMALL], "--output"),
        (&["redact", SMALL, "-o", "x.gz"], ".gz"),
        (&["redact", SMALL, "-o", "x", "--keep", "all"], "builtin"),
        (&["profile", SMALL, "--export", "svg"], "speedscope"),
        (&["profile", SMALL, "-o", "x"], "--export"),
    ] {
        let message = refused(2, words);
        assert!(
            message.contains(said) && message.contains("leak-heap "),
            "{words:?}: {message}"
        );
    }
}

#[test]
fn what_a_file_cannot_answer_is_code_1_with_advice() {
    let folder = Folder::new("wrong");
    let profile = fixture("node-sampling.heapprofile");
    let (empty, page) = (folder.write("empty", ""), folder.write("page", "<html>"));
    let (other, gzip) = (
        folder.write("other", "[1]"),
        folder.write("cut.gz", [0x1F, 0x8B, 8, 0]),
    );
    let missing = folder.path("missing");
    for (words, said) in [
        (&["summary", &missing][..], "cannot read"),
        (&["summary", &folder.path("")], "cannot read"),
        (&["summary", &gzip], "cannot read"),
        (&["summary", &empty], "file.empty"),
        (&["summary", &page], "file.not-json"),
        (&["summary", &other], "file.other-json"),
        (&["summary", &profile], "`leak-heap profile`"),
        (&["profile", SMALL], "`leak-heap summary`"),
        (
            &["summary", SMALL, "--class", "Nobody"],
            "ask.no-such-class",
        ),
        (
            &["what-if", SMALL, "--class", "Nobody"],
            "ask.no-such-class",
        ),
        (
            &["compare", SMALL, SMALL, "--class", "Nobody"],
            "small.heapsnapshot: ask.no-such-class",
        ),
        (&["retainers", SMALL, "@99"], "ask.no-such-object"),
        (
            &["paths", SMALL, "@5", "--ignore", "@99"],
            "ask.no-such-object",
        ),
        (
            &["what-if", SMALL, "--cut", "@5.nothing"],
            "ask.no-such-edge",
        ),
        (&["timeline", SMALL], "ask.not-recorded"),
    ] {
        let message = refused(1, words);
        assert!(message.contains(said), "{words:?}: {message}");
        let advised = message.contains("cannot read") || message.lines().count() > 1;
        assert!(advised, "{message}");
    }
}

#[test]
fn a_file_without_its_end_is_read_where_it_is_allowed() {
    let folder = Folder::new("partial");
    let path = folder.unpacked("node-mixed.heapsnapshot");
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..bytes.len() - 100_000]).unwrap();
    let message = refused(1, &["summary", &path]);
    assert!(
        message.contains("file.truncated") && message.contains("--partial"),
        "{message}"
    );
    let answer = ask(&["summary", &path, "--partial"]);
    assert_eq!(answer.code, 0);
    assert!(
        answer.out.contains("(compiled code)") && answer.err.contains("the end is missing"),
        "{}",
        answer.err
    );
}

#[test]
fn findings_fail_only_where_there_are_some() {
    let answer = ask(&["findings", &fixture("chromium-dom.heapsnapshot"), "--fail"]);
    assert_eq!(answer.code, 3);
    assert!(
        answer.err.starts_with("--fail: ") && !answer.out.is_empty(),
        "{}",
        answer.err
    );
    assert_eq!(ask(&["findings", SMALL, "--fail"]).code, 0);
}

#[test]
fn who_stops_reading_causes_no_error() {
    for words in [
        &["summary", SMALL][..],
        &["help"],
        &[
            "profile",
            &fixture("node-sampling.heapprofile"),
            "--export",
            "speedscope",
        ],
        &[
            "summary",
            &fixture("node-mixed.heapsnapshot"),
            "--json",
            "--top",
            "10000",
        ],
    ] {
        let mut child = command(words)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut said = String::new();
        child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut said)
            .unwrap();
        assert_eq!(
            (child.wait().unwrap().code(), said.as_str()),
            (Some(0), ""),
            "{words:?}"
        );
    }
}

#[test]
fn ranges_beyond_the_end_are_empty() {
    let most = usize::MAX.to_string();
    for words in [
        &["summary", SMALL, "--top", "0"][..],
        &["summary", SMALL, "--from", &most],
        &["summary", SMALL, "--class", "Cache", "--from", &most],
        &["summary", SMALL, "--from", &most, "--top", &most],
        &["retainers", SMALL, "@7", "--from", &most, "--top", "1"],
        &["strings", SMALL, "--from", &most],
        &["search", SMALL, "--text", "c", "--from", &most],
        &["fields", SMALL, "@5", "--from", &most],
        &["compare", SMALL, SMALL, SMALL, "--from", &most],
        &["compare", SMALL, SMALL, "--top", "0"],
        &["findings", SMALL, "--from", &most],
        &["paths", SMALL, "@7", "--top", "0"],
        &["paths", SMALL, "@7", "--top", &most],
        &["what-if", SMALL, "@7", "--top", "0"],
        &[
            "timeline",
            &fixture("node-timeline.heaptimeline"),
            "--top",
            "0",
        ],
        &[
            "profile",
            &fixture("node-sampling.heapprofile"),
            "--from",
            &most,
        ],
    ] {
        assert!(!text(words).is_empty(), "{words:?}");
        assert!(super::ask::json(words).is_object());
    }
}
