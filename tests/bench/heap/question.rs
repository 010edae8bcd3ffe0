//! How long answers take once a file is open: natively, and through the session of the wasm module.

use super::{contender::Run, file::File, node};
use crate::{stage::Stage, table::at_most};
use serde_json::json;

/// What is asked of one file.
pub(crate) async fn run(stage: &Stage, file: &File) -> Result<(), String> {
    let questions = [("overview", json!(["overview"]))];
    let asks: Vec<_> = questions.iter().map(|(_, ask)| ask.clone()).collect();
    let asks = json!(asks).to_string();
    let run = node::open(stage, "wasm", &file.path, &asks).await?;
    print(&questions.map(|(name, _)| name), &run, 50.0);
    Ok(())
}

/// The comparison of two files.
pub(crate) async fn compare(_: &Stage, _: &[File; 2]) -> Result<(), String> {
    Ok(())
}

fn print(names: &[&str], run: &Run, bound: f64) {
    for (name, asked) in names.iter().zip(&run.asked) {
        if let (Some(first), Some(usual)) = (asked.first, asked.usual) {
            at_most(&format!("{name}, first"), first, "ms", bound);
            at_most(&format!("{name}, again"), usual, "ms", bound);
        }
    }
}
