//! How long answers take once files are open: natively, and by the session of the wasm module in Node.

use super::{contender::Run, file::File, node};
use crate::{stage::Stage, table::at_most};
use std::path::Path;

/// What is asked of one file.
pub(crate) async fn run(stage: &Stage, file: &File) -> Result<(), String> {
    ask(stage, file, Path::new("--ask")).await
}

/// The comparison of two files that are open.
pub(crate) async fn compare(stage: &Stage, [before, after]: &[File; 2]) -> Result<(), String> {
    ask(stage, before, &after.path).await
}

async fn ask(stage: &Stage, file: &File, then: &Path) -> Result<(), String> {
    let native = node::native(&file.path, Some(then)).await?;
    print("native", &native);
    print(
        "wasm",
        &node::open(stage, "wasm", &file.path, Some(then)).await?,
    );
    Ok(())
}

fn print(by: &str, run: &Run) {
    for asked in &run.asked {
        if let Some(most) = share(&asked.what) {
            let share = asked.first / 1e3 / run.seconds;
            let what = format!("{by}: {}, of the time to open", asked.what);
            at_most(&what, share, "x", most);
            continue;
        }
        at_most(
            &format!("{by}: {}, first", asked.what),
            asked.first,
            "ms",
            AT_ONCE,
        );
        at_most(
            &format!("{by}: {}, again", asked.what),
            asked.usual,
            "ms",
            AT_ONCE,
        );
    }
}

/// What follows ways through all of a heap, beside opening the last file: files of 250 MB are to be answered in a second or so.
fn share(what: &str) -> Option<f64> {
    match what {
        "findings" | "report" => Some(0.5),
        // As findings in each of the two; only one of them was opened in the time it is measured by.
        "what grows over two files" => Some(1.0),
        "who holds a class, and the least to cut"
        | "who holds the largest class, and the least to cut" => Some(0.33),
        "realms" => Some(0.25),
        _ => None,
    }
}

/// Milliseconds that a person does not wait for.
const AT_ONCE: f64 = 100.0;
