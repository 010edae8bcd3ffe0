mod lighthouse;

use super::build;
use crate::{Failure, Workspace, browser::Browser, npm, process};

/// Runs alone, and only when it is named.
const LIGHTHOUSE: &str = "lighthouse";

/// Runs the benchmarks called `names`, or all.
pub(crate) fn bench(workspace: &Workspace, names: &[String]) -> Result<(), Failure> {
    if let Some(reason) = npm::absence() {
        return Err(Failure::new(format!(
            "the benchmarks' peers come from npm: {reason}"
        )));
    }
    build(workspace)?;
    let browser = Browser::ensure()?;
    if let [name] = names
        && name == LIGHTHOUSE
    {
        return lighthouse::run(workspace, &browser);
    }
    npm::install(workspace)?;
    let wants = |name| {
        names.iter().all(|word| word.starts_with('-')) || names.iter().any(|word| word == name)
    };
    if wants("heap") {
        process::run(
            &mut workspace.cargo([
                "build",
                "--release",
                "--package",
                "heap",
                "--example",
                "time",
            ]),
            "the heap engine was not built for this machine: cargo says above why",
        )?;
    }
    let native = workspace.target.join("release/examples/time");
    // What is measured is the browser: its driver need not be optimised.
    let mut cargo = workspace.cargo(["run", "--package", "leak-lab-tests", "--bin", "bench", "--"]);
    cargo
        .args(names)
        .env("LEAK_LAB_SITE", workspace.site())
        .env("LEAK_LAB_HEAP_TIME", native);
    process::run(
        browser.name_to(&mut cargo),
        "the benchmarks did not all run and meet their targets: see above",
    )
}
