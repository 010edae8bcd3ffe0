use std::fs;

use super::build;
use crate::{Failure, Workspace, browser::Browser, process};

/// Executes the claims in a real browser and writes what they were checked on.
pub(crate) fn verify(workspace: &Workspace) -> Result<(), Failure> {
    build(workspace)?;
    let browser = Browser::ensure()?;
    let noted = workspace.target.join("checked.json");
    let checked = workspace.web().join("checked.json");
    let mut cargo = workspace.cargo(["test", "--package", "leak-lab-tests", "--test", "claims"]);
    cargo
        .env("LEAK_LAB_SITE", workspace.site())
        .env("LEAK_LAB_VERIFY", &noted);
    process::run(
        browser.name_to(&mut cargo),
        "the claims were not all confirmed: see above which, and correct the claim or its scenario",
    )?;
    // Only now: a claim that failed must not be noted as checked.
    fs::copy(&noted, &checked).map_err(Failure::at("write", &checked))?;
    // The site carries the file too.
    build(workspace)?;
    println!("every claim holds: see {}", workspace.short(&checked));
    Ok(())
}
