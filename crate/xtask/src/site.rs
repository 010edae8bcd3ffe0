//! Builds the static site: compile, bind, optimise, assemble.

mod assemble;
mod bindings;
mod compile;
mod optimise;

use std::path::Path;

use crate::{Failure, Workspace, process, toolchain};
use assemble::Draft;

/// The wasm modules of the site, each a crate of that name.
pub(crate) const MODULES: [&str; 4] = ["lab", "lab-web", "scope", "inspect"];

/// Whether to spend seconds on wasm-opt.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Optimise {
    WhereInstalled,
    Never,
}

/// Replaces `target/site` by a fresh one, or fails and leaves it as it was.
pub(crate) fn build(workspace: &Workspace, optimise: Optimise) -> Result<(), Failure> {
    toolchain::ensure_wasm_target(workspace)?;
    compile::compile(workspace)?;
    let draft = Draft::new(workspace)?;
    draft.copy_web(&workspace.web())?;
    catalogue(workspace, draft.folder())?;
    for module in MODULES {
        bindings::generate(&compile::output(workspace, module), &draft.wasm())?;
        if optimise == Optimise::WhereInstalled {
            let file = format!("{}_bg.wasm", compile::file(module));
            optimise::optimise(&draft.wasm().join(file));
        }
    }
    draft.publish()?;
    println!("the site is in {}", workspace.short(&workspace.site()));
    Ok(())
}

/// What the page shows of the scenarios, written by a native program that has them all.
fn catalogue(workspace: &Workspace, folder: &Path) -> Result<(), Failure> {
    let mut cargo = workspace.cargo(["run", "--quiet", "--package", "catalogue", "--", "site"]);
    process::run(
        cargo.arg(folder),
        "the catalogue of scenarios could not be written: see above",
    )
}
