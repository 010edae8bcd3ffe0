use crate::entry::{Entry, Module};
use claim::Need;
use contract::{Cost, Kind, LetGo, Theme};
use serde::Serialize;

/// What the page knows of all scenarios from the start.
#[derive(Debug, Serialize)]
pub struct Index {
    /// The themes that have scenarios.
    pub themes: Vec<Heading>,
    /// The scenarios, in the order of the page.
    pub scenarios: Vec<Line>,
}

/// A theme's name.
#[derive(Debug, Serialize)]
pub struct Heading {
    id: Theme,
    title: &'static str,
}

/// What the page knows of one scenario from the start: what it is found by, and how its code is called.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// Its name everywhere.
    pub slug: String,
    title: &'static str,
    theme: Theme,
    kind: Kind,
    summary: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    words: String,
    unit: &'static str,
    guide_units: u32,
    /// Milliseconds; 0 for a scenario that makes one unit and stops.
    period: u32,
    /// Whether there is a fixed variant.
    cured: bool,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    needs: &'static [Need],
    module: Module,
    place: usize,
    /// How units of the leaky and of the fixed variant are made.
    make: [&'static str; 2],
    #[serde(skip_serializing_if = "is_one")]
    phases: usize,
    /// The module beside it, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    recipe: Option<String>,
    let_go: &'static str,
    witness: &'static str,
    /// Bytes in JavaScript's heap, linear memory, the GPU's memory, and elsewhere.
    cost: [u32; 4],
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
fn is_one(phases: &usize) -> bool {
    *phases == 1
}

impl Index {
    /// Of all scenarios.
    pub fn of(entries: &[Entry]) -> Self {
        let lines = entries.iter().map(Line::of).collect::<Vec<_>>();
        let used = |theme: &Theme| lines.iter().any(|line| line.theme == *theme);
        let themes = Theme::ALL.into_iter().filter(used);
        Self {
            themes: themes
                .map(|id| Heading {
                    id,
                    title: id.title(),
                })
                .collect(),
            scenarios: lines,
        }
    }
}

impl Line {
    fn of(entry: &Entry) -> Self {
        let (card, code) = (entry.scenario.card, entry.scenario.code);
        let Cost {
            js,
            wasm,
            gpu,
            other,
        } = code.cost;
        let fixed = code.fixed.unwrap_or(code.leaky);
        Self {
            slug: entry.scenario.slug(),
            title: card.title,
            theme: entry.scenario.theme(),
            kind: card.kind,
            summary: card.summary,
            words: card.words.join(" "),
            unit: card.unit,
            guide_units: card.guide_units,
            period: code.pace.period(),
            cured: code.fixed.is_some(),
            needs: card.needs,
            module: entry.module,
            place: entry.place,
            make: [code.leaky.name(), fixed.name()],
            phases: code.leaky.phases(),
            recipe: entry
                .source("js")
                .map(|_| format!("{}.js", entry.scenario.file)),
            let_go: match code.let_go {
                LetGo::By(_) => "by",
                LetGo::Module => "module",
                LetGo::Renew => "renew",
                LetGo::Never(_) => "never",
            },
            witness: code.witness.name(),
            cost: [js, wasm, gpu, other],
        }
    }
}
