//! What the sources promise as a whole.
#![forbid(unsafe_code)]

use std::{
    fs,
    path::{Path, PathBuf},
};

const LINES: usize = 400;

#[test]
fn no_source_file_is_longer_than_one_reads_at_once() {
    let mut long = Vec::new();
    for folder in ["crate", "web", "tests"] {
        for file in sources(&root().join(folder)) {
            let lines = fs::read_to_string(&file).unwrap().lines().count();
            if lines > LINES {
                long.push(format!("{}: {lines} lines", file.display()));
            }
        }
    }
    assert!(
        long.is_empty(),
        "split these, {LINES} lines are the limit:\n{}",
        long.join("\n")
    );
}

#[test]
fn the_top_level_holds_only_what_one_looks_for_first() {
    let expected = [
        "Cargo.toml",
        "Cargo.lock",
        "README.md",
        "crate",
        "web",
        "tests",
        "target",
    ];
    for name in names(&root()) {
        let known = expected.contains(&name.as_str())
            || name.starts_with('.')
            || name.starts_with("LICENSE-");
        assert!(
            known,
            "{name} does not belong at the top: move it below crate, web or tests"
        );
    }
}

#[test]
fn the_heap_engine_depends_on_next_to_nothing() {
    let manifest = fs::read_to_string(root().join("crate/heap/Cargo.toml")).unwrap();
    let tables = manifest.split("\n[").skip(1);
    let tables = tables.filter_map(|table| table.split_once("]\n"));
    let known = ["test", "dev-dependencies", "lints"]; // they are no part of what users compile
    let mut needed = Vec::new();
    for (name, lines) in tables.filter(|(name, _)| !known.contains(&name.trim_matches(['[', ']'])))
    {
        assert_eq!(
            name, "dependencies",
            "the engine has features or targets of its own"
        );
        let names = lines.lines().filter_map(|line| line.split_once('='));
        needed.extend(names.map(|(name, _)| name.trim()));
    }
    assert_eq!(needed, ["flate2", "memchr", "rustc-hash", "strsim"]);
}

#[test]
fn bindings_and_their_generator_are_of_one_version() {
    let lock = lock();
    let bindings = versions(&lock, "wasm-bindgen");
    assert_eq!(
        bindings.len(),
        1,
        "more than one wasm-bindgen: {bindings:?}"
    );
    assert_eq!(bindings, versions(&lock, "wasm-bindgen-cli-support"));
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    for package in ["wasm-bindgen", "wasm-bindgen-cli-support"] {
        let exact = format!("{package} = \"={}\"", bindings[0]);
        assert!(
            manifest.contains(&exact),
            "the workspace must pin `{exact}`"
        );
    }
}

#[test]
fn plotters_draws_through_our_own_backend() {
    // The stock one lays out text with the page's DOM, which the chart would then show.
    assert!(versions(&lock(), "plotters-canvas").is_empty());
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .unwrap()
}

fn lock() -> String {
    fs::read_to_string(root().join("Cargo.lock")).unwrap()
}

fn versions<'a>(lock: &'a str, package: &str) -> Vec<&'a str> {
    let head = format!("[[package]]\nname = \"{package}\"\nversion = \"");
    let version = |rest: &'a str| rest.split('"').next().unwrap_or_default();
    lock.split(&head).skip(1).map(version).collect()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for name in names(folder) {
        let path = folder.join(&name);
        if path.is_dir() {
            if name != "node_modules" && name != "target" {
                found.extend(sources(&path));
            }
        } else if path.extension().is_some_and(|end| {
            ["rs", "js", "css", "html"]
                .iter()
                .any(|known| end == *known)
        }) {
            found.push(path);
        }
    }
    found
}
