//! Files whose texts are made to do harm, and others no table is wide enough for.

use serde_json::Value;

use super::ask::{Folder, ask, json, text};
use crate::draw::draw;

/// Names that clear a screen, turn text around, break lines; everything leads to some of them.
const HARMFUL: &str = r#"
    @1 synthetic "" 0: shortcut win -> @3, element 1 -> @9
    @3 object "A\u001b[2J\u0007\u009b31m\nB\u202eC" 16 at 7:1:2: "x\u001b]0;t\u0007\ny" -> @5, "x\u001b]0;t\u0007\ny" -> @7, s -> @11
    @5 string "\u001b[31m \u0000\u007f" 32
    @7 string "\u001b[31m \u0000\u007f" 32
    @9 synthetic "(GC roots)" 0: element 1 -> @5
    @11 object "Detached <a\u001b[1m>" 64 detached: back -> @3
    sample 1000 9
    sample 2000 90
    function (root) "" 0:0:0
    function "f\u001b[2J" "a\u009bb.js" 7:1:2
    trace 1 none (root) 0 0
    trace 2 1 "f\u001b[2J" 3 48
"#;

fn is_harmful(character: char) -> bool {
    (character.is_control() && character != '\n') || ('\u{202A}'..='\u{202E}').contains(&character)
}

#[test]
fn no_file_writes_controls_to_the_terminal() {
    let folder = Folder::new("harmful");
    let file = folder.write("a.heaptimeline", draw(HARMFUL));
    let later = folder.write("b.heaptimeline", draw(&HARMFUL.replace("@7", "@17")));
    let class = "A\u{1b}[2J\u{7}\u{9b}31m\nB\u{202e}C";
    for words in [
        &["summary", &file][..],
        &["summary", &file, "--class", class],
        &["summary", &file, "--class", "\u{1b}[2J"],
        &["retainers", &file, "@5"],
        &["retainers", &file, "@3"],
        &["paths", &file, "@5"],
        &["paths", &file, "@11"],
        &["strings", &file],
        &["search", &file, "--text", "a"],
        &["search", &file, "--text", "@5"],
        &["fields", &file, "@3"],
        &["findings", &file],
        &["detached", &file],
        &["timeline", &file, "@11"],
        &["what-if", &file, "@5"],
        &["what-if", &file, "@11"],
        &["what-if", &file, "--cut", "@3.s"],
        &["timeline", &file],
        &["compare", &file, &later],
        &["compare", &later, &file, "--fail-on-growth", "*"],
        &["compare", &file, &file, &later],
        &["\u{1b}[2J", &file],
        &["summary", "\u{1b}[2J"],
    ] {
        for format in [&[][..], &["--json"]] {
            let answer = ask(&[words, format].concat());
            assert!(
                !answer.out.contains(is_harmful),
                "{words:?}: {:?}",
                answer.out
            );
            assert!(
                !answer.err.contains(is_harmful),
                "{words:?}: {:?}",
                answer.err
            );
            assert!(answer.out.is_empty() || answer.code != 1, "{words:?}");
        }
    }
    // Escaped, not changed: a program gets what the file says.
    let full = json(&["paths", &file, "@3", "--full"]);
    assert_eq!(full["paths"][0]["sentence"], class);
}

#[test]
fn nor_does_a_profile() {
    let folder = Folder::new("harmful-profile");
    let frame = |name: &str| {
        format!(
            r#"{{"functionName":"{name}","scriptId":"7","url":"\u001b]0;x\u0007","lineNumber":1,"columnNumber":1}}"#
        )
    };
    let file = folder.write(
        "a.heapprofile",
        format!(
            r#"{{"head":{{"callFrame":{},"selfSize":0,"id":1,"children":[{{"callFrame":{},"selfSize":8,"id":2,"children":[]}}]}},"samples":[]}}"#,
            frame("(root)"),
            frame("f\\u001b[2J\\u009b1m\\u007f"),
        ),
    );
    for more in [
        &[][..],
        &["--json"],
        &["--export", "collapsed"],
        &["--export", "speedscope"],
    ] {
        let out = text(&[&["profile", &file], more].concat());
        assert!(out.contains('f') && !out.contains(is_harmful), "{out:?}");
    }
}

#[test]
fn lone_surrogates_become_a_sign_of_their_own() {
    let folder = Folder::new("surrogates");
    let file = folder.write(
        "a.heapsnapshot",
        draw("@1 synthetic \"\" 0: a -> @3\n@3 object \"x\\ud800\" 16: \"\\udc00\" -> @5\n@5 string \"\\ud83d \\ude00\" 8"),
    );
    assert_eq!(
        json(&["summary", &file, "--sort", "name"])["classes"][1]["name"],
        "x\u{FFFD}"
    );
    assert_eq!(
        json(&["retainers", &file, "@5"])["retainers"][0]["reference"],
        "\u{FFFD}"
    );
    assert!(text(&["paths", &file, "@5"]).contains('\u{FFFD}'));
}

#[test]
fn long_names_do_not_fill_the_screen() {
    let folder = Folder::new("long");
    let name = "é".repeat(300_000);
    let file = folder.write(
        "a.heapsnapshot",
        draw(&format!("@1 synthetic \"\" 0: \"{name}\" -> @3\n@3 object \"{name}\" 16: \"{name}\" -> @5, weak \"{name}\" -> @7\n@5 string \"{name}\" 8\n@7 string \"{name}\" 8")),
    );
    for words in [
        &["summary", &file][..],
        &["summary", &file, "--class", "(string)"],
        &["retainers", &file, "@5"],
        &["paths", &file, "@5"],
        &["strings", &file],
        &["search", &file, "--text", "é"],
        &["fields", &file, "@3"],
        &["what-if", &file, "@5"],
        &["findings", &file],
    ] {
        let out = text(words);
        let longest = out.lines().map(|line| line.chars().count()).max();
        assert!(longest < Some(320), "{words:?}: {longest:?}");
    }
    let Value::String(whole) = &json(&["strings", &file])["groups"][0]["value"] else {
        panic!("a text")
    };
    assert_eq!(*whole, name);
}

#[test]
fn a_deep_path_is_shown_by_its_ends() {
    use std::fmt::Write;
    let folder = Folder::new("deep");
    let mut picture = String::from("@1 synthetic \"\" 0: head -> @3\n");
    for id in (3..4001).step_by(2) {
        let _ = writeln!(picture, "@{id} object Node 16: next -> @{}", id + 2);
    }
    picture += "@4001 object Last 16";
    let file = folder.write("a.heapsnapshot", draw(&picture));
    let out = text(&["paths", &file, "@4001", "--full"]);
    assert!(
        out.lines().count() < 60 && out.contains("← … 1,959 more …"),
        "{out}"
    );
    let told = text(&["paths", &file, "@4001"]);
    assert!(told.contains("← next of Node, 500 times @3001\n"), "{told}");
    assert!(told.lines().count() < 10, "{told}");
    let steps = &json(&["paths", &file, "@4001"])["paths"][0]["steps"];
    assert_eq!(steps.as_array().map(Vec::len), Some(1999));
    assert!(text(&["retainers", &file, "@4001"]).lines().count() < 40);
}
