//! `search`: objects by a part of their name.

use std::path::PathBuf;

use clap::Args;
use heap::{Column, Filter, Search, Sort};

use crate::{
    Failure,
    argument::{Reading, Rows},
    load, object,
};

#[derive(Args, Debug)]
pub(crate) struct Asked {
    /// A heap file
    file: PathBuf,
    /// In any case; of strings the content is the name
    #[arg(long)]
    text: String,
    #[command(flatten)]
    rows: Rows,
    #[command(flatten)]
    reading: Reading,
}

pub(crate) fn run(asked: &Asked) -> Result<(), Failure> {
    let file = &asked.file;
    let snapshot = load::snapshot(file, asked.reading)?;
    let search = Search {
        text: asked.text.as_bytes(),
        case_sensitive: false,
    };
    let all = snapshot.filter(&Filter::All);
    let page = snapshot.search(
        search,
        &all,
        Sort::descending(Column::Retained),
        asked.rows.range(),
    );
    object::print(&snapshot, &page, true, asked.reading.json())
}
