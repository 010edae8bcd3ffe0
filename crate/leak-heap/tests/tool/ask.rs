//! One call of the tool, and files for it.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use flate2::read::GzDecoder;
use serde_json::Value;

/// What a call ended with.
pub(super) struct Answer {
    pub(super) code: i32,
    pub(super) out: String,
    pub(super) err: String,
}

pub(super) fn command(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leak-heap"));
    command.args(words).stdin(Stdio::null());
    command
}

pub(super) fn ask(words: &[&str]) -> Answer {
    let Output {
        status,
        stdout,
        stderr,
    } = command(words).output().unwrap();
    Answer {
        code: status.code().expect("it ends by itself"),
        out: String::from_utf8(stdout).unwrap(),
        err: String::from_utf8(stderr).unwrap(),
    }
}

/// The text of an answer without errors.
pub(super) fn text(words: &[&str]) -> String {
    let Answer { code, out, err } = ask(words);
    assert_eq!((code, err.as_str()), (0, ""), "{words:?}");
    out
}

/// The same as a program gets it.
pub(super) fn json(words: &[&str]) -> Value {
    serde_json::from_str(&text(&[words, &["--json"]].concat())).unwrap()
}

/// The message of a call that fails with this exit code; nothing else is said.
pub(super) fn refused(code: i32, words: &[&str]) -> String {
    let answer = ask(words);
    assert_eq!((answer.code, answer.out.as_str()), (code, ""), "{words:?}");
    assert!(answer.err.starts_with("error: "), "{}", answer.err);
    answer.err
}

/// A file of `tests/fixture/heap`, compressed.
pub(super) fn fixture(name: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixture/heap");
    format!("{folder}/{name}.gz")
}

/// A JSON file of that folder.
pub(super) fn stored(name: &str) -> Value {
    let file = fs::File::open(fixture(name)).unwrap();
    serde_json::from_reader(GzDecoder::new(file)).unwrap()
}

/// A folder of one test, gone when it is over.
pub(super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn new(test: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
            .join(format!("tool-{test}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub(super) fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    pub(super) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// A fixture, unpacked.
    pub(super) fn unpacked(&self, name: &str) -> String {
        let mut bytes = Vec::new();
        let file = fs::File::open(fixture(name)).unwrap();
        std::io::copy(&mut GzDecoder::new(file), &mut bytes).unwrap();
        self.write(name, bytes)
    }

    pub(super) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
