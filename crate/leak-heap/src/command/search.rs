//! `search`: objects by a part of their name, a property, their size.

use std::path::PathBuf;

use clap::Args;
use heap::{Column, Detachedness, Filter, Search, Sort, Wanted};

use crate::{
    Failure,
    argument::{self, Reading, Rows},
    load, object,
};

#[derive(Args, Debug)]
#[command(
    after_help = "Of several, all must be true. Sizes are from..to in bytes, or as 10kB..2MB; either end may be left out."
)]
pub(crate) struct Asked {
    /// A heap file
    file: PathBuf,
    #[command(flatten)]
    what: What,
    #[command(flatten)]
    rows: Rows,
    #[command(flatten)]
    reading: Reading,
}

#[derive(Args, Debug)]
#[group(required = true, multiple = true)]
struct What {
    /// In any case; of strings the content is the name
    #[arg(long)]
    text: Option<String>,
    /// Objects with a property, or scopes with a variable, of exactly this name
    #[arg(long, value_name = "NAME")]
    property: Option<String>,
    /// By their own size
    #[arg(long, value_name = "FROM..TO", value_parser = argument::sizes)]
    shallow: Option<(u64, u64)>,
    /// By what they retain
    #[arg(long, value_name = "FROM..TO", value_parser = argument::sizes)]
    retained: Option<(u64, u64)>,
    /// Only DOM nodes outside of every document
    #[arg(long)]
    detached: bool,
    /// Only what no root reaches
    #[arg(long)]
    unreached: bool,
}

pub(crate) fn run(asked: &Asked) -> Result<(), Failure> {
    let snapshot = load::snapshot(&asked.file, asked.reading)?;
    let what = &asked.what;
    let wanted = Wanted {
        property: what.property.as_deref().map(str::as_bytes),
        shallow: what.shallow,
        retained: what.retained,
        detachedness: what.detached.then_some(Detachedness::Detached),
    };
    let among = if what.unreached {
        Filter::Unreached
    } else {
        Filter::All
    };
    let passing = snapshot.wanted(&wanted, &snapshot.filter(&among));
    let (sort, range) = (Sort::descending(Column::Retained), asked.rows.range());
    let page = match &what.text {
        Some(text) => {
            let search = Search {
                text: text.as_bytes(),
                case_sensitive: false,
            };
            snapshot.search(search, &passing, sort, range)
        }
        None => snapshot.objects(&passing, sort, range),
    };
    object::print(&snapshot, &page, true, asked.reading.json())
}
