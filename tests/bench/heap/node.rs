//! A contender in a process of its own: our program, or Node.

use super::contender::Run;
use crate::stage::Stage;
use std::path::Path;
use tokio::process::Command;

/// The engine as a program: `cargo xtask bench` builds it and says where it is. `then` is `--ask`, or a file to compare with.
pub(crate) async fn native(file: &Path, then: Option<&Path>) -> Result<Run, String> {
    let program = std::env::var_os("LEAK_LAB_HEAP_TIME")
        .ok_or("LEAK_LAB_HEAP_TIME names no program: `cargo xtask bench heap` builds it")?;
    run(Command::new(program).arg(file).args(then)).await
}

/// A contender in Node; `then` as for the native one.
pub(crate) async fn open(
    stage: &Stage,
    contender: &str,
    file: &Path,
    then: Option<&Path>,
) -> Result<Run, String> {
    let script = stage.path().join("bench/heap/node.mjs");
    let mut node = Command::new("node");
    node.arg("--max-old-space-size=12000")
        .args([script.as_path(), Path::new(contender), file])
        .args(then);
    run(&mut node).await
}

async fn run(command: &mut Command) -> Result<Run, String> {
    let program = command.as_std().get_program().display().to_string();
    let output = command
        .kill_on_drop(true)
        .output()
        .await
        .map_err(|error| format!("{program} did not start: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(format!("{program} failed: {}", said.trim()));
    }
    serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("{program} answered strangely, {error}: {}", said.trim()))
}
