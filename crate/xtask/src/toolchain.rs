//! The parts of the Rust toolchain that a fresh machine lacks.

use std::{env, fs, process::Command};

use crate::{Failure, Workspace, process};

pub(crate) const WASM: &str = "wasm32-unknown-unknown";
/// For tests of what needs no browser: with files and a standard output.
pub(crate) const WASI: &str = "wasm32-wasip1";

/// Sees to it that Rust can compile for the page.
pub(crate) fn ensure_wasm_target(workspace: &Workspace) -> Result<(), Failure> {
    ensure_target(workspace, WASM)
}

/// Sees to it that Rust can compile for a target.
pub(crate) fn ensure_target(workspace: &Workspace, target: &str) -> Result<(), Failure> {
    if has_target(workspace, target) {
        return Ok(());
    }
    let Some(rustup) = process::find("rustup") else {
        return Err(Failure::new(format!(
            "Rust's {target} target is missing and there is no rustup to add it: install rustup (https://rustup.rs), \
             or the target with whatever installed Rust (on Debian: `apt install libstd-rust-dev-wasm32`)"
        )));
    };
    println!("adding Rust's {target} target");
    process::run(
        Command::new(rustup)
            .current_dir(&workspace.root)
            .args(["target", "add", target]),
        &format!(
            "`rustup target add {target}` failed: see above what it said, and type it again yourself"
        ),
    )
}

/// Looks for the standard library itself, so that it does not matter who installed it.
fn has_target(workspace: &Workspace, target: &str) -> bool {
    let mut rustc = rustc(workspace);
    rustc.args(["--print", "target-libdir", "--target", target]);
    let libraries = process::output(&mut rustc).and_then(|folder| fs::read_dir(folder).ok());
    libraries.is_some_and(|mut files| {
        files.any(|file| {
            file.is_ok_and(|file| file.file_name().to_string_lossy().starts_with("libcore-"))
        })
    })
}

/// The compiler's version, such as `1.95.0`.
pub(crate) fn version(workspace: &Workspace) -> Option<String> {
    let said = process::output(rustc(workspace).arg("--version"))?;
    said.split(' ').nth(1).map(str::to_owned)
}

fn rustc(workspace: &Workspace) -> Command {
    let mut rustc = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    rustc.current_dir(&workspace.root);
    rustc
}

/// Sees to it that `cargo TASK` works, which the rustup component of that name brings.
pub(crate) fn ensure_component(
    workspace: &Workspace,
    task: &str,
    component: &str,
) -> Result<(), Failure> {
    if process::succeeds(&mut workspace.cargo([task, "--version"])) {
        return Ok(());
    }
    let Some(rustup) = process::find("rustup") else {
        let message =
            format!("`cargo {task}` is missing: install {component} with whatever installed Rust");
        return Err(Failure::new(message));
    };
    println!("adding {component}");
    process::run(
        Command::new(rustup)
            .current_dir(&workspace.root)
            .args(["component", "add", component]),
        &format!(
            "`rustup component add {component}` failed: see above what it said, and type it again yourself"
        ),
    )
}
