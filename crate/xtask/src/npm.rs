//! npm packages: the linter, the type checker and the benchmarks' peers of `tests/`, and what else has a lock.

use std::{fs, path::Path, process::Command, time::SystemTime};

use crate::{Failure, Workspace, process};

/// Why npm packages cannot be used here, if so.
pub(crate) fn absence() -> Option<String> {
    let programs = ["node", "npm"];
    let name = programs.iter().find(|name| process::find(name).is_none())?;
    Some(format!(
        "`{name}` is not on the PATH; install Node.js 20 or newer"
    ))
}

/// Installs what the lock of `tests/` names, unless it is there already.
pub(crate) fn install(workspace: &Workspace) -> Result<(), Failure> {
    install_into(&workspace.tests())
}

/// Installs what the lock in `folder` names, unless it is there already.
pub(crate) fn install_into(folder: &Path) -> Result<(), Failure> {
    let time = |name: &str| -> Option<SystemTime> {
        fs::metadata(folder.join(name)).ok()?.modified().ok()
    };
    // npm writes this file last.
    let installed = time("node_modules/.package-lock.json");
    if installed.is_some() && installed >= time("package-lock.json") {
        return Ok(());
    }
    let npm = process::find("npm").unwrap_or_else(|| "npm".into());
    process::run(
        Command::new(npm)
            .current_dir(folder)
            .args(["ci", "--ignore-scripts"]),
        &format!(
            "`npm ci` in {} failed: see above why; it needs the network once",
            folder.display()
        ),
    )
}

/// The formatter and linter, as `.biome.json` says.
pub(crate) fn biome(workspace: &Workspace) -> Command {
    program(workspace, "@biomejs/biome/bin/biome")
}

/// The type checker over `web/` as its own `tsconfig.json` says, with the bindings from wherever cargo's target directory is.
pub(crate) fn tsc(workspace: &Workspace) -> Result<Command, Failure> {
    let web = workspace.web();
    let config = workspace.target.join("tsconfig.json");
    let text = serde_json::json!({
        "extends": web.join("tsconfig.json"),
        "compilerOptions": { "rootDirs": [web, workspace.site()] },
        "include": [web.join("**/*.js"), web.join("**/*.d.ts")],
    });
    fs::write(&config, text.to_string()).map_err(Failure::at("write", &config))?;
    let mut tsc = program(workspace, "typescript/bin/tsc");
    tsc.arg("-p").arg(config);
    Ok(tsc)
}

/// A program of the installed packages, at the root of the workspace.
fn program(workspace: &Workspace, path: &str) -> Command {
    let mut node = Command::new("node");
    node.current_dir(&workspace.root)
        .arg(workspace.tests().join("node_modules").join(path));
    node
}
