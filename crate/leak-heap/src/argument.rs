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

/// `10kB..2MB`: bytes, both ends included; an end that is left out is no end.
pub(crate) fn sizes(text: &str) -> Result<(u64, u64), String> {
    let (from, to) = text
        .split_once("..")
        .ok_or("sizes are from..to, such as 10kB..2MB or 1000..")?;
    let end = |text: &str, otherwise| match text {
        "" => Ok(otherwise),
        text => size(text),
    };
    Ok((end(from, 0)?, end(to, u64::MAX)?))
}

/// Bytes, in decimal units as everywhere here.
fn size(text: &str) -> Result<u64, String> {
    let digits = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let unit = match &text[digits.len()..] {
        "" | "B" => 1,
        "kB" | "KB" | "k" => 1_000,
        "MB" | "M" => 1_000_000,
        "GB" | "G" => 1_000_000_000,
        unit => return Err(format!("`{unit}` is no unit: B, kB, MB and GB are")),
    };
    let number: u64 = digits
        .parse()
        .map_err(|_| format!("`{text}` is no size: a whole number with or without a unit is"))?;
    Ok(number.saturating_mul(unit))
}
