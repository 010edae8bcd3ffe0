use std::{fs, path::Path, process::Command};

use crate::process;

/// Runs wasm-opt over `file` where it is installed. It is never needed: what goes wrong is a warning, and the file stays.
pub(super) fn optimise(file: &Path) {
    let Some(program) = process::find("wasm-opt") else {
        return;
    };
    let smaller = file.with_extension("wasm.opt");
    // -g keeps the functions' names: people read them in DevTools.
    let mut wasm_opt = Command::new(program);
    wasm_opt
        .args(["-O3", "-g"])
        .arg(file)
        .arg("-o")
        .arg(&smaller);
    let name = file.file_name().unwrap_or_default().display();
    let outcome = process::run(&mut wasm_opt, "it failed").map_err(|failure| failure.to_string());
    if let Err(reason) =
        outcome.and_then(|()| fs::rename(&smaller, file).map_err(|error| error.to_string()))
    {
        let _ = fs::remove_file(&smaller);
        eprintln!(
            "warning: wasm-opt left {name} as it was: {reason} (it may be older than this Rust; it is not needed)"
        );
    }
}
