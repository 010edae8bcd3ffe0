use contract::{Scenario, Theme};
use serde::Serialize;
use std::path::PathBuf;

/// A scenario, and where its code is.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The scenario.
    pub scenario: &'static Scenario,
    /// The wasm module that has its code.
    pub module: Module,
    /// Its place in that module's list.
    pub place: usize,
}

/// A wasm module of scenarios.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Module {
    /// Loaded with the page: its memory is on show.
    Lab,
    /// Loaded at the first start of one of its scenarios.
    LabWeb,
}

/// All scenarios in the order of the page: by theme, and in a theme as they are listed.
pub fn all() -> Vec<Entry> {
    let of = |list: &'static [Scenario], module| {
        let numbered = list.iter().enumerate();
        numbered.map(move |(place, scenario)| Entry {
            scenario,
            module,
            place,
        })
    };
    let lab = of(lab::scenario::SCENARIOS, Module::Lab);
    let mut all: Vec<_> = lab
        .chain(of(lab_web::scenario::SCENARIOS, Module::LabWeb))
        .collect();
    all.sort_by_key(|entry| {
        Theme::ALL
            .iter()
            .position(|theme| *theme == entry.scenario.theme())
    });
    all
}

impl Entry {
    /// Its file in the repository, with another end: `crate/lab/src/scenario/heap/leak_objects.rs`.
    pub fn path(&self, end: &str) -> String {
        let (folder, file) = (self.scenario.folder, self.scenario.file);
        let module = match self.module {
            Module::Lab => "lab",
            Module::LabWeb => "lab-web",
        };
        format!("crate/{module}/src/scenario/{folder}/{file}.{end}")
    }

    /// Where a path of the repository is on this machine.
    pub(crate) fn on_disk(path: &str) -> PathBuf {
        PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(path)
    }

    /// The text of its file with that end, if there is one.
    pub fn source(&self, end: &str) -> Option<String> {
        std::fs::read_to_string(Self::on_disk(&self.path(end))).ok()
    }
}
