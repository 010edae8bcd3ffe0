//! Files without their texts.

use std::{fmt::Write, fs};

use super::ask::{Folder, ask, fixture, json, refused, text};
use crate::draw::draw;

#[test]
fn the_figures_stay_and_the_texts_go() {
    let folder = Folder::new("redact");
    let target = folder.path("out.heapsnapshot");
    let file = folder.write(
        "in.heapsnapshot",
        draw("@1 synthetic \"\" 0: shortcut win -> @3\n@3 object Window 16: secret -> @5\n@5 string \"my password\" 24"),
    );
    let said = text(&["redact", &file, "--output", &target]);
    assert!(said.contains("kept") && said.contains("replaced"), "{said}");
    assert!(!fs::read_to_string(&target).unwrap().contains("password"));
    let summary = |file: &str| json(&["summary", file]);
    assert_eq!(summary(&target), summary(&file));
    assert_eq!(folder.names(), ["in.heapsnapshot", "out.heapsnapshot"]);
    text(&["redact", &file, "-o", &target, "--keep", "=my password"]);
    assert!(fs::read_to_string(&target).unwrap().contains("my password"));
    for keep in [&[][..], &["--keep", "builtin"]] {
        text(&[&["redact", &file, "-o", &target], keep].concat());
        assert!(!fs::read_to_string(&target).unwrap().contains("secret"));
    }
    text(&["redact", &file, "-o", &target, "--keep", "names"]);
    assert!(fs::read_to_string(&target).unwrap().contains("secret"));
}

#[test]
fn keys_of_dictionaries_go_and_what_stays_is_listed() {
    let folder = Folder::new("redact-keys");
    let target = folder.path("out.heapsnapshot");
    let secrets = [
        "person1@mail.example",
        "tok_live_0123456789abcdef",
        "4000 0000 0000 0002",
    ];
    let mut heap = String::from(
        "@1 synthetic \"\" 0: shortcut g -> @3\n@3 object global 16: a -> @5, b -> @7, c -> @9, d -> @11\n@11 object Object 16:",
    );
    for (at, secret) in (0..).zip(secrets) {
        let _ = write!(
            heap,
            "{} \"{secret}\" -> @{}",
            if at > 0 { "," } else { "" },
            5 + 2 * at
        );
    }
    for id in [5, 7, 9] {
        let _ = write!(
            heap,
            "\n@{id} object Session 16: ticket -> @{}, owner -> @3\n@{} string all 24",
            id + 100,
            id + 100
        );
    }
    heap += "\n@201 closure Session 16";
    let file = folder.write("in.heapsnapshot", draw(&heap));
    let said = text(&["redact", &file, "-o", &target]);
    assert!(
        said.contains("3 names of the program stay")
            && said.contains("Session 4, owner 3, ticket 3"),
        "{said}"
    );
    let names = &json(&["redact", &file, "-o", &target])["names"];
    assert_eq!(
        names[0],
        serde_json::json!({ "name": "Session", "uses": 4 })
    );
    let redacted = fs::read_to_string(&target).unwrap();
    let before = fs::read_to_string(&file).unwrap();
    for secret in secrets {
        assert!(
            before.contains(secret) && !redacted.contains(secret),
            "{secret}"
        );
    }
    assert_eq!(
        json(&["summary", &target])["classes"][0],
        json(&["summary", &file])["classes"][0]
    );
}

#[test]
fn a_real_file_has_the_same_summary() {
    let folder = Folder::new("redact-real");
    let target = folder.path("out.heapsnapshot");
    let source = fixture("node-mixed.heapsnapshot");
    let said = json(&["redact", &source, "-o", &target]);
    assert!(said["replaced"].as_u64() > Some(0) && said["kept"].as_u64() > Some(0));
    let summary = |file: &str| json(&["summary", file, "--top", "1000"]);
    let figures = |file: &str| -> Vec<_> {
        let all = summary(file)["classes"].as_array().unwrap().clone();
        let figures = ["count", "distance", "shallow", "retained"];
        all.iter()
            .map(|class| figures.map(|figure| class[figure].clone()))
            .collect()
    };
    assert_eq!(figures(&target), figures(&source));
    text(&["redact", &source, "-o", &target, "--keep", "names"]);
    assert_eq!(summary(&target), summary(&source));
}

#[test]
fn a_file_is_not_written_over_itself() {
    let folder = Folder::new("redact-itself");
    let file = folder.unpacked("node-mixed.heapsnapshot");
    let before = fs::read(&file).unwrap();
    let message = refused(2, &["redact", &file, "-o", &file]);
    assert!(message.contains("cannot take the place"), "{message}");
    #[cfg(unix)]
    {
        let link = folder.path("link");
        std::os::unix::fs::symlink(&file, &link).unwrap();
        refused(2, &["redact", &file, "-o", &link]);
        refused(2, &["redact", &link, "-o", &file]);
    }
    // What is there under any other name is not touched either.
    let part = folder.path("node-mixed.part");
    fs::rename(&file, &part).unwrap();
    text(&["redact", &part, "-o", &file]);
    assert_eq!(fs::read(&part).unwrap(), before);
    let profile = folder.unpacked("node-sampling.heapprofile");
    refused(
        2,
        &["profile", &profile, "--export", "collapsed", "-o", &profile],
    );
}

#[test]
fn an_error_leaves_what_was_there() {
    let folder = Folder::new("redact-error");
    let file = folder.unpacked("node-mixed.heapsnapshot");
    let bytes = fs::read(&file).unwrap();
    let cut = folder.write("cut.heapsnapshot", &bytes[..bytes.len() / 2]);
    let target = folder.write("out", "old");
    let names = folder.names();
    assert_eq!(ask(&["redact", &cut, "-o", &target]).code, 1);
    assert_eq!(
        ask(&["redact", &folder.path("missing"), "-o", &target]).code,
        1
    );
    assert_eq!(
        ask(&["profile", &file, "--export", "collapsed", "-o", &target]).code,
        1
    );
    assert_eq!(
        ask(&["redact", &file, "-o", &folder.path("no/such/folder")]).code,
        1
    );
    assert_eq!(
        (
            fs::read_to_string(&target).unwrap().as_str(),
            folder.names()
        ),
        ("old", names)
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_or_a_device_is_written_to_and_stays() {
    use std::os::unix::fs::FileTypeExt;
    let file = fixture("node-mixed.heapsnapshot");
    text(&["redact", &file, "-o", "/dev/null"]);
    assert!(
        fs::metadata("/dev/null")
            .unwrap()
            .file_type()
            .is_char_device()
    );
}
