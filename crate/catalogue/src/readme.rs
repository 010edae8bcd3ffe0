use crate::entry::Entry;
use contract::Kind;
use std::fmt::Write;

const BEGIN: &str = "<!-- scenarios: written by `cargo run -p catalogue -- readme` -->\n";
const END: &str = "<!-- end of scenarios -->";

/// The README's table of all scenarios.
pub fn table(entries: &[Entry]) -> String {
    let mut text = String::from("| scenario | what it does | kind |\n|---|---|---|\n");
    for entry in entries {
        let (slug, card) = (entry.scenario.slug(), entry.scenario.card);
        let kind = match card.kind {
            Kind::Leak => "leak",
            Kind::Control => "control",
            Kind::Trick => "trick",
        };
        let _ = writeln!(text, "| `{slug}` | {} | {kind} |", card.summary);
    }
    text
}

/// A README with its table made anew; nothing if it has no place for one.
pub fn renewed(readme: &str, entries: &[Entry]) -> Option<String> {
    let (before, rest) = readme.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}{}{END}{after}", table(entries)))
}
