//! What several questions take.

use std::ops::Range;

use clap::Args;
use heap::ObjectId;

/// What every question takes.
#[derive(Args, Clone, Copy, Debug, Default)]
pub(crate) struct Common {
    /// The answer for programs
    #[arg(long)]
    pub(crate) json: bool,
    /// No progress
    #[arg(long)]
    pub(crate) quiet: bool,
}

/// How a snapshot is read.
#[derive(Args, Clone, Copy, Debug, Default)]
pub(crate) struct Reading {
    /// Take a file whose end is missing
    #[arg(long)]
    pub(crate) partial: bool,
    #[command(flatten)]
    pub(crate) common: Common,
}

impl Reading {
    pub(crate) fn json(self) -> bool {
        self.common.json
    }
}

/// Which rows of a list are shown.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct Rows {
    /// So many
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(crate) top: usize,
    /// Leave out the first N
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub(crate) from: usize,
}

impl Rows {
    pub(crate) fn range(self) -> Range<usize> {
        self.from..self.from.saturating_add(self.top)
    }
}

/// `@1234`, as DevTools prints it, or the number alone.
pub(crate) fn object(text: &str) -> Result<ObjectId, String> {
    let number = text.strip_prefix('@').unwrap_or(text);
    let id = number
        .parse()
        .map_err(|_| "an object is @ and its number, such as @1234".to_owned())?;
    Ok(ObjectId(id))
}
