//! Where files come from, and what they are.

use std::{
    fs::{self, File},
    io::Write,
    process::Stdio,
};

use flate2::{Compression, write::GzEncoder};

use super::ask::{Folder, ask, command, json, refused, text};

const SMALL: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../heap/tests/small.heapsnapshot"
);
const JULIA: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../heap/tests/producer/julia.heapsnapshot"
);
/// 7,834 of a compressed file's bytes: all objects and edges, and all names but one.
const CUT: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/tool/cut.heapsnapshot.gz"
);

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// What is said when a file comes from the standard input.
fn piped(words: &[&str], file: &str) -> String {
    let mut command = command(words);
    let output = command.stdin(File::open(file).unwrap()).output().unwrap();
    assert!(output.status.success(), "{words:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_cut_compressed_file_is_told_and_opened() {
    let message = refused(1, &["summary", CUT]);
    for said in [
        "file.truncated",
        "The end of the file is missing",
        "--partial",
    ] {
        assert!(message.contains(said), "{message}");
    }
    let answer = ask(&["summary", CUT, "--partial"]);
    assert_eq!(answer.code, 0);
    assert!(
        answer.out.starts_with("644,480 bytes, 1,208 objects"),
        "{}",
        answer.out
    );
    assert!(answer.err.contains("16 of 17 names"), "{}", answer.err);
}

#[test]
fn compressed_files_behind_each_other_and_what_is_no_file_behind_them() {
    let folder = Folder::new("members");
    let bytes = fs::read(SMALL).unwrap();
    let (first, second) = bytes.split_at(500);
    let members = [packed(first), packed(second), vec![0; 512]].concat();
    let expected = text(&["summary", SMALL]);
    assert_eq!(
        text(&["summary", &folder.write("members.gz", &members)]),
        expected
    );
    let whole = packed(&bytes);
    let mut changed = whole.clone();
    *changed.last_mut().unwrap() ^= 1;
    let changed = folder.write("changed.gz", &changed);
    let message = refused(1, &["summary", &changed]);
    assert!(
        message.contains("file.gzip") && message.lines().count() > 1,
        "{message}"
    );
    let answer = ask(&["summary", &changed, "--partial"]);
    assert_eq!(answer.out, expected);
    assert!(answer.err.contains("damaged gzip"), "{}", answer.err);
    let early = folder.write("early.gz", &whole[..200]);
    for partial in [&[][..], &["--partial"]] {
        let message = refused(1, &[&["summary", &early], partial].concat());
        assert!(message.contains("file.truncated"), "{message}");
    }
    let both = ["compare", &changed, CUT, "--partial"];
    let told = ask(&both).err;
    let order = ["changed.gz: damaged gzip", "names are there"].map(|words| told.find(words));
    assert!(order[0].is_some() && order[0] < order[1], "{told}");
    assert!(refused(1, &["compare", &early, &changed]).contains("early.gz"));
    assert!(refused(1, &["compare", &changed, &early]).contains("changed.gz"));
    // What the bytes are of says more than that they are cut.
    let page = packed(b"<!doctype html><title>404 Not Found</title>");
    let page = folder.write("page.gz", &page[..page.len() - 4]);
    assert!(refused(1, &["summary", &page]).contains("file.html"));
    let cut = refused(1, &["redact", CUT, "-o", &folder.path("out")]);
    assert!(cut.contains("file.truncated"), "{cut}");
}

#[test]
fn a_line_is_the_standard_input_once() {
    let folder = Folder::new("input");
    let gzip = folder.write("small.gz", packed(&fs::read(SMALL).unwrap()));
    let expected = text(&["summary", SMALL]);
    for file in [SMALL, &gzip] {
        assert_eq!(piped(&["summary", "-"], file), expected);
    }
    assert_eq!(
        piped(&["retainers", "-", "7"], SMALL),
        text(&["retainers", SMALL, "@7"])
    );
    assert_eq!(
        piped(&["compare", "-", SMALL], SMALL),
        text(&["compare", SMALL, SMALL])
    );
    assert!(refused(2, &["compare", "-", "-"]).contains("standard input"));
    assert!(refused(2, &["redact", "-", "-o", "x"]).contains("twice"));
    assert!(refused(1, &["summary", "-"]).contains("file.empty"));
    // A pipe may give its bytes one by one.
    let mut child = command(&["summary", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = child.stdin.take().unwrap();
    for byte in fs::read(&gzip).unwrap() {
        pipe.write_all(&[byte]).unwrap();
    }
    drop(pipe);
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
}

#[test]
fn a_number_is_an_object_with_its_sign_and_without() {
    for id in ["140266963149888", "4829153440"] {
        let sign = format!("@{id}");
        for words in [&["retainers"][..], &["paths"], &["fields"], &["what-if"]] {
            let ask = |id: &str| text(&[words, &[JULIA, id]].concat());
            assert_eq!(ask(id), ask(&sign));
        }
        assert_eq!(json(&["fields", JULIA, id])["object"]["id"].to_string(), id);
        let found = json(&["search", JULIA, "--text", &sign]);
        assert_eq!(found["objects"][0]["id"].to_string(), id);
    }
    let folder = Folder::new("number");
    folder.write("12345", fs::read(SMALL).unwrap());
    let mut command = command(&["summary", "./12345"]);
    let output = command.current_dir(folder.path("")).output().unwrap();
    assert!(output.status.success());
}

#[test]
fn other_files_are_told_with_what_to_do() {
    let folder = Folder::new("others");
    let webkit = r#"{"version":3,"type":"Inspector","nodes":[0,0,0,0,7,48,1,0],"nodeClassNames":["<root>","Object"],"edges":[0,7,0,0],"edgeTypes":["Internal","Property","Index","Variable"],"edgeNames":["first"]}"#;
    let profile = r#"{"nodes":[{"id":1,"callFrame":{"functionName":"(root)","scriptId":"0","url":"","lineNumber":-1,"columnNumber":-1},"hitCount":0}],"startTime":1000,"endTime":2000,"samples":[1],"timeDeltas":[100]}"#;
    for (name, text, said) in [
        (
            "webkit.json",
            webkit,
            ["file.webkit-heap", "Bun.generateHeapSnapshot(\"v8\")"],
        ),
        (
            "work.cpuprofile",
            profile,
            ["file.cpu-profile", ".heapprofile"],
        ),
    ] {
        let file = folder.write(name, text);
        let gzip = folder.write("other.gz", packed(text.as_bytes()));
        for question in ["summary", "profile", "findings"] {
            for file in [&file, &gzip] {
                let message = refused(1, &[question, file]);
                assert!(said.iter().all(|said| message.contains(said)), "{message}");
            }
        }
    }
}
