//! The source that was compiled, cut into what the page shows: each variant, and the difference between them.

use crate::entry::Entry;
use serde::Serialize;
use similar::{ChangeTag, TextDiff};

/// What the page shows of a scenario's sources.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Listing {
    /// The file the variants are in.
    pub path: String,
    /// The leaky variant, as compiled.
    pub leaky: String,
    /// The fixed one; empty where there is none.
    pub fixed: String,
    /// From leaky to fixed, line by line.
    pub diff: Vec<(Sign, String)>,
}

/// Which variant a line of a diff is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Sign {
    /// In both.
    #[serde(rename = " ")]
    Both,
    /// Only in the leaky one.
    #[serde(rename = "-")]
    Leaky,
    /// Only in the fixed one.
    #[serde(rename = "+")]
    Fixed,
}

impl Listing {
    /// Of the file in which the variants are written: the module beside the scenario, if they are there.
    ///
    /// # Panics
    /// If no function `leaky` is found: a test of the catalogue looks at all of them.
    pub fn of(entry: &Entry) -> Self {
        let (end, source) = ["js", "rs"]
            .into_iter()
            .filter_map(|end| Some((end, entry.source(end)?)))
            .find(|(_, source)| function(source, "leaky").is_some())
            .unwrap_or_else(|| panic!("{}: no function `leaky`", entry.path("rs")));
        let leaky = function(&source, "leaky").unwrap_or_default();
        let fixed = function(&source, "fixed").unwrap_or_default();
        let diff = if fixed.is_empty() {
            Vec::new()
        } else {
            diff(&leaky, &fixed)
        };
        Self {
            path: entry.path(end),
            leaky,
            fixed,
            diff,
        }
    }
}

/// The text of a top-level function with its comment: from the line that declares it to a brace in the first column.
fn function(source: &str, name: &str) -> Option<String> {
    let lines: Vec<_> = source.lines().collect();
    let declared = [
        format!("fn {name}("),
        format!("export function {name}("),
        format!("export async function {name}("),
    ];
    let is_declared = |line: &&str| declared.iter().any(|words| line.starts_with(words));
    let start = lines.iter().position(is_declared)?;
    let end = start + lines[start..].iter().position(|line| *line == "}")?;
    let is_comment = |line: &&&str| line.starts_with("///") || line.starts_with("/**");
    let comment = lines[..start].iter().rev().take_while(is_comment).count();
    Some(lines[start - comment..=end].join("\n"))
}

fn diff(leaky: &str, fixed: &str) -> Vec<(Sign, String)> {
    let diff = TextDiff::from_lines(leaky, fixed);
    let lines = diff.iter_all_changes().map(|change| {
        let sign = match change.tag() {
            ChangeTag::Equal => Sign::Both,
            ChangeTag::Delete => Sign::Leaky,
            ChangeTag::Insert => Sign::Fixed,
        };
        (sign, change.value().trim_end_matches('\n').to_owned())
    });
    lines.collect()
}
