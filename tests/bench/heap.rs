//! The heap engine beside `DevTools`' own code: the same files in the same rounds, from the first byte to retained sizes,
//! distances and the rows by constructor.

mod contender;
mod depth;
mod file;
mod node;
mod places;
mod question;
mod renderer;
mod report;
mod round;

use crate::stage::Stage;
use contender::{Contender, Place};
pub(crate) use file::File;
use places::Places;
use round::Rounds;
use std::path::Path;
use tokio::process::Command;

use Contender::{Native, OneThread, TwoThreads, Wasm};
use Place::{Chromium, Node};

const ALL: [Contender; 7] = [
    Native,
    Wasm(Node),
    OneThread(Node),
    TwoThreads(Node),
    Wasm(Chromium),
    OneThread(Chromium),
    TwoThreads(Chromium),
];

/// Who takes part with a file that `DevTools` needs a minute for.
const OURS: [Contender; 3] = [Native, Wasm(Node), Wasm(Chromium)];

pub(crate) async fn run(stage: &Stage, quick: bool) -> Result<(), String> {
    prepare(stage).await?;
    let rounds = if quick { 1 } else { 5 };
    let mut small = vec![File::deep(5).await?, File::deep(50).await?];
    if !quick {
        small.insert(1, File::chromium().await?);
    }
    let places = Places::measure(stage, &small[0]).await?;
    report::head();
    let mut files = Vec::new();
    for file in small {
        files.push(opened(stage, &places, file, &ALL, rounds).await?);
    }
    if !quick {
        files.push(opened(stage, &places, File::deep(250).await?, &ALL, 3).await?);
        files.push(opened(stage, &places, File::deep(1000).await?, &OURS, 1).await?);
    }
    let named = |name: &str| files.iter().find(|rounds| rounds.file.name == name);
    let largest = named("deep-250").or(named("deep-50")).ok_or("no file")?;
    report::ratios(largest);
    for rounds in [named("deep-250"), named("deep-1000")]
        .into_iter()
        .flatten()
    {
        report::memory(&places, rounds);
    }
    report::linearity(&files);
    depth::run(stage, rounds).await?;
    question::run(stage, &largest.file).await?;
    if !quick {
        question::compare(stage, &File::pair().await?).await?;
    }
    Ok(())
}

async fn opened(
    stage: &Stage,
    places: &Places,
    file: File,
    contenders: &[Contender],
    rounds: usize,
) -> Result<Rounds, String> {
    let rounds = Rounds::run(stage, file, contenders, rounds).await?;
    report::rows(places, &rounds);
    Ok(rounds)
}

/// Puts `DevTools`' code beside the scripts that run it.
async fn prepare(stage: &Stage) -> Result<(), String> {
    let bundle = Path::new(env!("CARGO_MANIFEST_DIR")).join("oracle/bundle.mjs");
    let output = Command::new("node")
        .args([bundle, stage.path().join("oracle")])
        .output()
        .await
        .map_err(|error| format!("DevTools' code runs in Node, but that did not start: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("DevTools' code was not bundled: {}", said.trim()))
}
