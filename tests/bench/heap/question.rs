//! How long answers take once a file is open: natively, and through the session of the wasm module in Node.

use super::{contender::Run, file::File, node};
use crate::{stage::Stage, table::at_most};
use serde_json::json;
use std::path::Path;

/// Milliseconds that a person does not notice.
const AT_ONCE: f64 = 50.0;

/// What is asked of one file.
pub(crate) async fn run(stage: &Stage, file: &File) -> Result<(), String> {
    print(
        "native",
        &node::native(&file.path, Some(Path::new("--ask"))).await?,
        AT_ONCE,
    );
    let asks = json!([["overview", "overview"]]).to_string();
    print(
        "wasm",
        &node::open(stage, "wasm", &file.path, &asks).await?,
        AT_ONCE,
    );
    Ok(())
}

/// The comparison of two files that are open.
pub(crate) async fn compare([before, after]: &[File; 2]) -> Result<(), String> {
    let run = node::native(&before.path, Some(&after.path)).await?;
    print("native", &run, 150.0);
    Ok(())
}

fn print(by: &str, run: &Run, bound: f64) {
    for asked in &run.asked {
        at_most(
            &format!("{by}: {}, first", asked.what),
            asked.first,
            "ms",
            bound,
        );
        at_most(
            &format!("{by}: {}, again", asked.what),
            asked.usual,
            "ms",
            bound,
        );
    }
}
