//! Files without their texts.

use std::fs;

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
    text(&["redact", &file, "-o", &target, "--keep", "builtin"]);
    assert!(!fs::read_to_string(&target).unwrap().contains("secret"));
}

#[test]
fn a_real_file_has_the_same_summary() {
    let folder = Folder::new("redact-real");
    let target = folder.path("out.heapsnapshot");
    let source = fixture("node-mixed.heapsnapshot");
    let said = json(&["redact", &source, "-o", &target]);
    assert!(said["replaced"].as_u64() > Some(0) && said["kept"].as_u64() > Some(0));
    // Names of scripts are texts: where rows of one name are told apart by them, they read differently.
    let summary = |file: &str| {
        let mut summary = json(&["summary", file, "--top", "1000"]);
        for row in summary["classes"].as_array_mut().unwrap() {
            row["shown"].take();
        }
        summary
    };
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
