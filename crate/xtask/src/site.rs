//! Builds the static site: compile, bind, optimise, assemble.

mod assemble;
mod bindings;
mod compile;
mod optimise;

use crate::{Failure, Workspace, toolchain};
use assemble::Draft;

/// The wasm modules of the site, each a crate of that name.
pub(crate) const MODULES: [&str; 3] = ["lab", "scope", "inspect"];

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
    for module in MODULES {
        bindings::generate(&compile::output(workspace, module), &draft.wasm())?;
        if optimise == Optimise::WhereInstalled {
            optimise::optimise(&draft.wasm().join(format!("{module}_bg.wasm")));
        }
    }
    draft.publish()?;
    println!("the site is in {}", workspace.short(&workspace.site()));
    Ok(())
}
