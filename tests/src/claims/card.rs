//! The catalogue, as the site has it.

use std::path::Path;
use std::{env, fs};

use claim::{Claim, Kind, Need, Statement};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::site_directory;

/// What the executor has to know of a scenario.
#[derive(Debug)]
pub struct Card {
    /// Its name everywhere.
    pub slug: String,
    /// Where its mechanism is.
    theme: String,
    /// Whether it leaks.
    pub kind: Kind,
    /// How many units are made here.
    pub units: u64,
    /// How many the guide makes.
    pub guide_units: u64,
    /// What it takes.
    pub needs: Vec<Need>,
    /// Whether what it keeps can be let go.
    pub lets_go: bool,
    /// The same in JavaScript.
    pub javascript: String,
    /// What the leaky variant shows.
    pub leaky: Vec<Claim>,
    /// What the fixed one shows.
    pub fixed: Option<Vec<Claim>>,
}

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// The one that leaks; of a control the only one.
    Leaky,
    /// The cured one.
    Fixed,
}

impl Variant {
    /// Its name on the page's console.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Leaky => "leaky",
            Self::Fixed => "fixed",
        }
    }
}

impl Card {
    /// A variant's claims; there are none of a cure that does not exist.
    pub fn claims(&self, variant: Variant) -> &[Claim] {
        match variant {
            Variant::Leaky => &self.leaky,
            Variant::Fixed => self.fixed.as_deref().unwrap_or_default(),
        }
    }

    /// The variants there are.
    pub fn variants(&self) -> impl Iterator<Item = Variant> {
        let fixed = self.fixed.as_ref().map(|_| Variant::Fixed);
        [Some(Variant::Leaky), fixed].into_iter().flatten()
    }

    /// Whether the recipe is nothing without a module of Rust, which it imports.
    pub fn recipe_is_half(&self) -> bool {
        let mut lines = self.javascript.lines();
        let in_wasm = ["memory", "bridge"].contains(&self.theme.as_str());
        in_wasm && lines.any(|line| line.starts_with("import "))
    }

    /// Claims of all variants.
    pub fn all_claims(&self) -> impl Iterator<Item = &Claim> {
        self.leaky.iter().chain(self.fixed.iter().flatten())
    }
}

/// Whether a claim is about heap snapshots.
pub(super) fn is_of_snapshots(claim: &Claim) -> bool {
    matches!(
        claim.says,
        Statement::Row { .. } | Statement::Path { .. } | Statement::Nothing { .. }
    )
}

#[derive(Deserialize)]
struct Index {
    scenarios: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Line {
    slug: String,
    theme: String,
    kind: Kind,
    guide_units: u64,
    #[serde(default)]
    needs: Vec<Need>,
    let_go: String,
    /// Of a unit: in JavaScript's heap first.
    #[serde(default)]
    cost: [u64; 4],
}

/// A claim is true of any number of units, and a snapshot of ten million references takes half a minute: of what is large
/// in JavaScript's heap fewer are made than the guide does, unless it is to be noted that the claims were checked.
const ENOUGH: u64 = 4_000_000;

impl Line {
    fn units(&self) -> u64 {
        let [unit, ..] = self.cost;
        if env::var_os("LEAK_LAB_VERIFY").is_some() || unit == 0 {
            return self.guide_units;
        }
        self.guide_units.min((ENOUGH / unit).max(2))
    }
}

#[derive(Deserialize)]
struct Opened {
    javascript: String,
    leaky: Claims,
    fixed: Option<Claims>,
}

#[derive(Deserialize)]
struct Claims {
    claims: Vec<Claim>,
}

/// All scenarios of the built site.
///
/// # Panics
/// If there is no catalogue, or it is not understood.
pub fn cards() -> Vec<Card> {
    let catalogue = site_directory().join("catalogue");
    let index: Index = read(&catalogue.join("index.json"));
    let card = |line: Line| {
        let opened: Opened = read(&catalogue.join(format!("{}.json", line.slug)));
        Card {
            units: line.units(),
            guide_units: line.guide_units,
            slug: line.slug,
            theme: line.theme,
            kind: line.kind,
            needs: line.needs,
            lets_go: line.let_go != "never",
            javascript: opened.javascript,
            leaky: opened.leaky.claims,
            fixed: opened.fixed.map(|fixed| fixed.claims),
        }
    };
    index.scenarios.into_iter().map(card).collect()
}

fn read<T: DeserializeOwned>(file: &Path) -> T {
    let text = fs::read_to_string(file)
        .unwrap_or_else(|error| panic!("{}: {error}: cargo xtask build makes it", file.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}
