use std::{env, fs, path::PathBuf};

use super::{MODULES, Module};
use crate::{Failure, Workspace, process, toolchain::WASM};

/// Of the workspace: size first.
const PROFILE: &str = "page";

pub(super) fn compile(workspace: &Workspace) -> Result<(), Failure> {
    let mut cargo = workspace.cargo(["build", "--profile", PROFILE, "--target", WASM]);
    for module in MODULES {
        cargo.args(["--package", module.name]);
    }
    let flags: Vec<_> = dependencies()
        .map(|folder| format!("'--remap-path-prefix={}='", folder.display()))
        .collect();
    cargo
        .arg("--config")
        .arg(format!("target.{WASM}.rustflags=[{}]", flags.join(",")));
    process::run(
        &mut cargo,
        "the build of the wasm modules failed: cargo says above where",
    )
}

/// The module that `compile` made of a crate.
pub(super) fn output(workspace: &Workspace, module: &Module) -> PathBuf {
    workspace
        .target
        .join(WASM)
        .join(PROFILE)
        .join(format!("{}.wasm", module.file()))
}

/// The folders that hold the sources of dependencies. Panic messages carry their paths, which must not tell where, and
/// through which registry, a site was compiled.
fn dependencies() -> impl Iterator<Item = PathBuf> {
    let named = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = named.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let sources = home.and_then(|home| fs::read_dir(home.join("registry").join("src")).ok());
    let mut folders: Vec<_> = sources
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    folders.sort(); // other flags, or the same in another order, would compile everything again
    folders.into_iter()
}
