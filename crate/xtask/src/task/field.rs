use std::{fs, process::Command};

use crate::{Failure, Workspace, browser::Browser, command_line::Field, npm, process};

/// Programs and leaks of published packages: what the engine says of their heaps.
pub(crate) fn field(workspace: &Workspace, field: Field) -> Result<(), Failure> {
    if let Some(reason) = npm::absence() {
        return Err(Failure::new(format!(
            "the programs come from npm: {reason}"
        )));
    }
    let browser = Browser::ensure()?;
    process::run(
        &mut workspace.cargo(["build", "--release", "--package", "leak-heap"]),
        "leak-heap was not built: cargo says above why",
    )?;
    let home = workspace.target.join("field");
    let sources = workspace.tests().join("field");
    fs::create_dir_all(&home).map_err(Failure::at("make", &home))?;
    for name in ["package.json", "package-lock.json", ".npmrc"] {
        let copy = home.join(name);
        if fs::read(&copy).ok() != fs::read(sources.join(name)).ok() {
            fs::copy(sources.join(name), &copy).map_err(Failure::at("write", &copy))?;
        }
    }
    npm::install_into(&home)?;
    let mut node = Command::new("node");
    node.current_dir(&workspace.root)
        .arg(sources.join("run.mjs"))
        .arg("--home")
        .arg(&home)
        .arg("--heaps")
        .arg(field.keep.unwrap_or_else(|| home.join("heaps")))
        .arg("--engine")
        .arg(workspace.target.join("release/leak-heap"))
        .arg("--chromium")
        .arg(browser.chromium());
    for (flag, given) in [
        ("--programs", field.programs),
        ("--leaks", field.leaks),
        ("--again", field.again),
    ] {
        if given {
            node.arg(flag);
        }
    }
    process::run(
        node.arg("--").args(field.names),
        "the field is not as it should be: see above",
    )
}
