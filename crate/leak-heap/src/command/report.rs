//! `report`: the whole answer as a page.

use std::path::PathBuf;

use clap::Args;
use heap::{ReportOptions, report_by};
use serde_json::json;

use crate::{Failure, argument::Reading, kinship, load, output, threads::Threads};

#[derive(Args, Debug)]
#[command(
    override_usage = "leak-heap report BEFORE AFTER [LATER...] [OPTIONS]",
    after_help = "Several files of one process, in order: what grew, who holds it, the paths, what cutting would free, and what was looked at
and found innocent. The same number of actions before each file but the first tells a leak from what warms up.
One file: what is shaped like a leak, and what is large."
)]
pub(crate) struct Asked {
    /// One file, or several in the order in which they were taken
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// So many actions were done before each file but the first
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u64).range(1..))]
    actions: Option<u64>,
    #[command(flatten)]
    reading: Reading,
}

pub(crate) fn run(asked: &Asked) -> Result<(), Failure> {
    let snapshots = load::snapshots(&asked.files, asked.reading)?;
    kinship::note(&asked.files, &snapshots);
    let snapshots: Vec<_> = snapshots.iter().collect();
    let names = asked
        .files
        .iter()
        .map(|file| file.file_name().unwrap_or_default().to_string_lossy());
    let names: Vec<_> = names.collect();
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    let text = report_by(
        &Threads,
        &snapshots,
        &ReportOptions {
            names: &names,
            actions: asked.actions,
        },
    );
    if asked.reading.json() {
        return output::json(&json!({ "markdown": text }));
    }
    output::print(&text)
}
