//! What is refused, how, and what is none of an error.

use std::{fs, io::Read, process::Stdio};

use super::ask::{Folder, ask, command, fixture, refused, text};

const SMALL: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../heap/tests/small.heapsnapshot"
);

/// As the help lists them.
fn questions(help: &str) -> Vec<&str> {
    let (_, list) = help.split_once("Questions:\n").unwrap();
    list.lines()
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_whitespace().next())
        .collect()
}

#[test]
fn help_is_no_error() {
    let all = text(&["help"]);
    for words in [&[][..], &["-h"], &["--help"]] {
        assert_eq!(text(words), all);
    }
    assert_eq!(questions(&all).len(), 14 + 1, "{all}");
    for question in questions(&all).into_iter().filter(|name| *name != "help") {
        let help = text(&[question, "--help"]);
        assert_eq!(text(&["help", question]), help);
        assert!(
            help.contains(&format!("Usage: leak-heap {question} ")),
            "{help}"
        );
        assert!(
            help.contains("--json") && help.contains("--quiet"),
            "{help}"
        );
    }
    assert!(text(&["--version"]).starts_with("leak-heap "));
}

#[test]
fn only_what_a_question_takes_is_accepted() {
    // Each is an option of some other question, or a word of this one's help.
    for words in [
        &["summary", SMALL, "--cut", "@5.entry"][..],
        &["summary", SMALL, "--memory"],
        &["redact", SMALL, "-o", "x", "--partial"],
        &["profile", SMALL, "--partial"],
        &["paths", SMALL, "@5", "--from", "1"],
        &["strings", SMALL, "--sort", "name"],
        &["fields", SMALL, "@5", "--ignore", "@7"],
        &["detached", SMALL, "--fail"],
        &["compare", SMALL, SMALL, "--growth"],
    ] {
        assert!(
            refused(2, words).contains("unexpected argument"),
            "{words:?}"
        );
    }
}

#[test]
fn a_command_line_that_is_not_understood_is_code_2() {
    for (words, said) in [
        (&["sumary", SMALL][..], "'summary'"),
        (&["summary"], "<FILE>"),
        (&["summary", SMALL, SMALL], "unexpected argument"),
        (&["summary", SMALL, "--sort", "colour"], "retained"),
        (&["summary", SMALL, "--filter", "colour"], "contexts"),
        (&["summary", SMALL, "--cut", "@1.a"], "--cut"),
        (&["summary", SMALL, "--top", "-1"], "-1"),
        (&["summary", SMALL, "@5"], "@5"),
        (&["summary", SMALL, "--top"], "--top"),
        (&["summary", SMALL, "--sort", "id"], "--class"),
        (
            &[
                "summary",
                SMALL,
                "--filter",
                "console",
                "--between",
                "@1..@5",
            ],
            "cannot be used with",
        ),
        (&["compare", SMALL], "<AFTER>"),
        (&["compare", SMALL, SMALL, "--fail"], "--fail"),
        (&["retainers", SMALL], "<@ID>"),
        (&["retainers", SMALL, "@5", "@7"], "'@7'"),
        (&["paths", SMALL, "@five"], "@1234"),
        (&["what-if", SMALL], "--cut"),
        (&["what-if", SMALL, "--cut", "@5"], "@12.cache"),
        (&["redact", SMALL], "--output"),
        (&["redact", SMALL, "-o", "x.gz"], ".gz"),
        (&["redact", SMALL, "-o", "x", "--keep", "all"], "builtin"),
        (&["profile", SMALL, "--export", "svg"], "speedscope"),
        (&["profile", SMALL, "-o", "x"], "--export"),
    ] {
        let message = refused(2, words);
        assert!(
            message.contains(said) && message.contains("'--help'"),
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
        (&["summary", &gzip], "file.truncated"),
        (&["summary", &empty], "file.empty"),
        (&["summary", &page], "file.html"),
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
    // What is merely large, or looks like a leak to one file alone, fails nothing.
    let mixed = fixture("node-mixed.heapsnapshot");
    let answer = ask(&["findings", &mixed, "--fail"]);
    assert!(answer.code == 0 && answer.out.contains("shaped like a leak"));
}

#[test]
fn growth_fails_findings() {
    let files =
        ["before", "after", "last"].map(|name| fixture(&format!("node-pair-{name}.heapsnapshot")));
    let [before, after, last] = files.each_ref().map(String::as_str);
    let three = ["findings", before, after, last, "--fail"];
    assert_eq!(ask(&three).code, 0);
    let answer = ask(&[&three[..], &["--actions", "10"]].concat());
    assert_eq!(answer.code, 3);
    assert!(
        answer.err.starts_with("--fail: 4 findings"),
        "{}",
        answer.err
    );
    let only = ask(&[
        &three[..],
        &["--actions", "10", "--only", "timers,listeners"],
    ]
    .concat());
    assert_eq!(only.code, 0);
    let except = [
        &three[..],
        &[
            "--actions",
            "10",
            "--except",
            "growing-collection,keyed-cache,growing-classes,growing-object",
        ],
    ]
    .concat();
    assert_eq!(ask(&except).code, 0);
    let unknown = ask(&["findings", before, "--only", "leaks"]);
    assert!(
        unknown.code == 2 && unknown.err.contains("[possible values: detached-tree, "),
        "{}",
        unknown.err
    );
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
