//! What modules import: no circles, and no way out of the engine. Parsed, so that no spelling of an import escapes.
#![forbid(unsafe_code)]

#[path = "imports/circle.rs"]
mod circle;
#[path = "imports/module.rs"]
mod module;
#[path = "imports/resolve.rs"]
mod resolve;

use std::{fs, path::Path};

use circle::circles;
use resolve::{Crate, Place};

/// Root files below `crate/`.
const FREE_OF_CIRCLES: [&str; 13] = [
    "catalogue/src/lib.rs",
    "claim/src/lib.rs",
    "contract/src/lib.rs",
    "heap/src/lib.rs",
    "inspect/src/lib.rs",
    "lab/src/lib.rs",
    "lab-web/src/lib.rs",
    "leak-heap/src/main.rs",
    "raster/src/lib.rs",
    "scope/src/lib.rs",
    "xtask/src/lib.rs",
    "xtask/src/main.rs",
    "../tests/fuzz/src/lib.rs",
];

#[test]
fn no_module_needs_what_needs_it() {
    let mut found = Vec::new();
    for root in FREE_OF_CIRCLES {
        for knot in circles(&read(root)) {
            let names: Vec<String> = knot.iter().map(|name| name.join("::")).collect();
            found.push(format!("{root}: {}", names.join(" ↔ ")));
        }
    }
    assert!(
        found.is_empty(),
        "import circles: move what they share below them\n{}",
        found.join("\n")
    );
}

#[test]
fn the_heap_engine_has_no_clock_no_thread_and_no_files() {
    let found = ways_out(&read("heap/src/lib.rs"));
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn ways_out(engine: &Crate) -> Vec<String> {
    let mut found = Vec::new();
    for module in engine.modules.keys() {
        for place in engine.places(module) {
            if let Place::Elsewhere(path) = place
                && leads_out(&path)
            {
                found.push(format!("{} uses {}", module.join("::"), path.join("::")));
            }
        }
    }
    found
}

/// To the system, or to a crate that the engine's manifest does not name.
fn leads_out(path: &[String]) -> bool {
    const SYSTEM: [&str; 8] = [
        "env", "fs", "net", "os", "path", "process", "thread", "time",
    ];
    match path[0].as_str() {
        "std" => path
            .get(1)
            .is_some_and(|part| SYSTEM.contains(&part.as_str())),
        "wasm_bindgen" | "js_sys" | "web_sys" => true,
        _ => false,
    }
}

fn read(root: &str) -> Crate {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(root);
    Crate::read(&file)
}

/// A crate of these files.
fn written(name: &str, files: &[(&str, &str)]) -> Crate {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    for (file, text) in files {
        let file = folder.join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    Crate::read(&folder.join("lib.rs"))
}

#[test]
fn a_circle_is_seen_through_re_exports_globs_and_bare_paths() {
    let root = "mod one; mod two; pub use one::One; pub use two::*;";
    for (case, one, two) in [
        (
            "plain",
            "use crate::two::Two; pub struct One;",
            "use crate::one::One; pub struct Two;",
        ),
        (
            "re-export",
            "use crate::Two; pub struct One;",
            "use crate::{One as Other}; pub struct Two;",
        ),
        (
            "path",
            "pub struct One; fn f() { crate::two::g() }",
            "pub fn g() -> super::One { super::One }",
        ),
        (
            "macro",
            "pub struct One; fn f() { println!(\"{}\", crate::two::g()) }",
            "use crate::*; pub fn g() -> One { One }",
        ),
    ] {
        let found = circles(&written(
            case,
            &[("lib.rs", root), ("one.rs", one), ("two.rs", two)],
        ));
        assert_eq!(found, [[["one"], ["two"]]], "{case}");
    }
    let straight = [
        ("lib.rs", root),
        ("one.rs", "pub struct One;"),
        ("two.rs", "use crate::One; pub struct Two(One);"),
    ];
    assert!(circles(&written("straight", &straight)).is_empty());
}

#[test]
fn a_circle_of_rooms_is_seen_where_no_files_make_one() {
    let files = [
        ("lib.rs", "mod a; mod b;"),
        ("a.rs", "pub mod high; pub mod low;"),
        ("a/high.rs", "use crate::b::Middle;"),
        ("a/low.rs", "pub struct Low;"),
        ("b.rs", "use crate::a::low::Low; pub struct Middle(Low);"),
    ];
    assert_eq!(circles(&written("rooms", &files)), [[["a"], ["b"]]]);
}

#[test]
fn no_spelling_of_an_import_escapes() {
    for (case, text) in [
        ("group", "use std::{fs, time};"),
        (
            "rename",
            "use std::fs as files; fn f() { files::read(\"\"); }",
        ),
        ("glob", "use std::fs::*;"),
        ("bare", "fn f() { std::fs::read(\"\"); }"),
        ("through", "use std as s; fn f() { s::fs::read(\"\"); }"),
        (
            "macro",
            "fn f() { println!(\"{:?}\", std::fs::read(\"\")); }",
        ),
        ("extern", "fn f() { ::std::fs::read(\"\"); }"),
    ] {
        let engine = written(&format!("out-{case}"), &[("lib.rs", text)]);
        assert!(!ways_out(&engine).is_empty(), "{case}");
    }
    let pure = written(
        "in",
        &[(
            "lib.rs",
            "use std::{io::Write, ops::Range}; fn f() { Vec::<u8>::new(); }",
        )],
    );
    assert_eq!(ways_out(&pure), [""; 0]);
}
