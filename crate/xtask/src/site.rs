//! Builds the static site: compile, bind, optimise, assemble.

mod assemble;
mod bindings;
mod compile;
mod optimise;
mod preload;

use std::path::Path;

use crate::{Failure, Workspace, process, toolchain};
use assemble::Draft;

/// A wasm module of the site.
pub(crate) struct Module {
    /// Of its crate.
    pub(crate) name: &'static str,
    /// Whether the page throws instances away and makes new ones.
    pub(crate) resettable: bool,
    /// Whether opening the page loads it, there or in a worker.
    pub(crate) first_view: bool,
}

impl Module {
    /// The name of its files: what is compiled, and what is generated for it in `wasm/`.
    pub(crate) fn file(&self) -> String {
        self.name.replace('-', "_")
    }

    /// The file of its code, in `wasm/`.
    pub(crate) fn binary(&self) -> String {
        format!("{}_bg.wasm", self.file())
    }
}

#[rustfmt::skip]
pub(crate) const MODULES: &[Module] = &[
    Module { name: "lab", resettable: true, first_view: true },
    Module { name: "lab-web", resettable: true, first_view: false },
    Module { name: "scope", resettable: true, first_view: true },
    Module { name: "inspect", resettable: true, first_view: false },
];

/// Heap files in `tests/fixture` that are offered to those who have none.
const SAMPLES: [&str; 6] = [
    "sample/basket-before.heapsnapshot.gz",
    "sample/basket-after.heapsnapshot.gz",
    "sample/basket-later.heapsnapshot.gz",
    "heap/chromium-dom.heapsnapshot.gz",
    "heap/chromium-timeline.heaptimeline.gz",
    "heap/node-sampling.heapprofile.gz",
];

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
    draft.copy_samples(&workspace.tests().join("fixture"), &SAMPLES)?;
    catalogue(workspace, draft.folder())?;
    for module in MODULES {
        bindings::generate(module, &compile::output(workspace, module), &draft.wasm())?;
        if optimise == Optimise::WhereInstalled {
            optimise::optimise(&draft.wasm().join(module.binary()));
        }
    }
    preload::write(draft.folder())?;
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
