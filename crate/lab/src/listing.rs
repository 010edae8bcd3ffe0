//! The source that was compiled, cut into what the page shows: each variant, and the difference between them.

use crate::scenario::{Scenario, Source};
use serde::Serialize;

/// A line of a diff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// `"-"` only in the leaky variant, `"+"` only in the fixed one, `" "` in both.
    pub sign: char,
    /// The line without its end.
    pub text: String,
}

/// What the page shows of a scenario's sources.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Listing {
    /// The file the variants are in.
    pub path: &'static str,
    /// The leaky variant, as compiled.
    pub leaky: String,
    /// The fixed one; empty for a control.
    pub fixed: String,
    /// From leaky to fixed.
    pub diff: Vec<Line>,
}

/// Finds the variants of a scenario in its sources: the last file that has them is the one they are written in.
pub fn listing(scenario: &Scenario) -> Listing {
    let source = scenario
        .sources
        .iter()
        .rev()
        .find(|source| function(source, "leaky").is_some())
        .unwrap_or(&scenario.sources[scenario.sources.len() - 1]);
    let leaky = function(source, "leaky").unwrap_or_else(|| source.text.trim_end().to_owned());
    let fixed = function(source, "fixed").unwrap_or_default();
    let diff = if fixed.is_empty() {
        Vec::new()
    } else {
        diff(&leaky, &fixed)
    };
    Listing {
        path: source.path,
        leaky,
        fixed,
        diff,
    }
}

/// The text of a top-level function with its comment: from the line that declares it to a brace in the first column.
fn function(source: &Source, name: &str) -> Option<String> {
    let lines: Vec<_> = source.text.lines().collect();
    let declared = [format!("fn {name}("), format!("export function {name}(")];
    let start = lines.iter().position(|line| {
        declared
            .iter()
            .any(|declaration| line.starts_with(declaration.as_str()))
    })?;
    let end = start + lines[start..].iter().position(|line| *line == "}")?;
    let is_comment = |line: &&str| line.starts_with("///") || line.starts_with("/**");
    let comment = lines[..start]
        .iter()
        .rev()
        .take_while(|line| is_comment(line))
        .count();
    Some(lines[start - comment..=end].join("\n"))
}

/// By the longest common subsequence: a variant has a dozen lines, so the plain table will do.
fn diff(leaky: &str, fixed: &str) -> Vec<Line> {
    let (old, new): (Vec<_>, Vec<_>) = (leaky.lines().collect(), fixed.lines().collect());
    let mut common = vec![vec![0u16; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i][j] = if old[i] == new[j] {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut lines = Vec::new();
    while i < old.len() || j < new.len() {
        let both = i < old.len() && j < new.len() && old[i] == new[j];
        let drop_old = j == new.len() || (i < old.len() && common[i + 1][j] >= common[i][j + 1]);
        let (sign, text) = match (both, drop_old) {
            (true, _) => (' ', old[i]),
            (false, true) => ('-', old[i]),
            (false, false) => ('+', new[j]),
        };
        i += usize::from(sign != '+');
        j += usize::from(sign != '-');
        lines.push(Line {
            sign,
            text: text.to_owned(),
        });
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::listing;
    use crate::scenario::{Kind, SCENARIOS};

    #[test]
    fn every_scenario_shows_the_code_that_makes_a_unit() {
        for scenario in SCENARIOS {
            let listing = listing(scenario);
            assert!(
                listing.leaky.len() > 40,
                "{}: {}",
                scenario.slug,
                listing.leaky
            );
            assert_eq!(
                listing.fixed.is_empty(),
                scenario.kind == Kind::Control,
                "{}",
                scenario.slug
            );
        }
    }

    #[test]
    fn a_leak_and_its_cure_differ_in_few_lines() {
        for scenario in SCENARIOS.iter().filter(|scenario| scenario.has_fixed()) {
            let listing = listing(scenario);
            let changed = listing.diff.iter().filter(|line| line.sign != ' ').count();
            assert!(
                (2..=10).contains(&changed),
                "{}: {:#?}",
                scenario.slug,
                listing.diff
            );
            let old: Vec<_> = listing
                .diff
                .iter()
                .filter(|line| line.sign != '+')
                .collect();
            let text: Vec<_> = old.iter().map(|line| line.text.as_str()).collect();
            assert_eq!(text.join("\n"), listing.leaky);
            let new: Vec<_> = listing
                .diff
                .iter()
                .filter(|line| line.sign != '-')
                .collect();
            let text: Vec<_> = new.iter().map(|line| line.text.as_str()).collect();
            assert_eq!(text.join("\n"), listing.fixed);
        }
    }
}
