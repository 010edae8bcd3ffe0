use super::build;
use crate::{Failure, Workspace, browser::Browser, process};

/// Takes the guide's pictures of the real Memory tab: of the scenarios called `names`, or of all.
pub(crate) fn shots(workspace: &Workspace, names: &[String]) -> Result<(), Failure> {
    build(workspace)?;
    let browser = Browser::ensure()?;
    let folder = workspace.web().join("shots");
    let mut cargo = workspace.cargo(["run", "--package", "leak-lab-tests", "--bin", "shots", "--"]);
    cargo
        .args(names)
        .env("LEAK_LAB_SITE", workspace.site())
        .env("LEAK_LAB_SHOTS", &folder);
    process::run(
        browser.name_to(&mut cargo),
        "the pictures were not all taken: see above what DevTools did not show; those before it are kept",
    )?;
    // The site carries them too.
    build(workspace)?;
    println!("the pictures are in {}", workspace.short(&folder));
    Ok(())
}
