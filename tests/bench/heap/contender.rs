//! Who opens a file where, and what that took.

use super::{file::File, node, renderer};
use crate::stage::Stage;
use serde::Deserialize;

/// One way to open a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Contender {
    /// This engine, compiled for the machine.
    Native,
    /// This engine as a wasm module.
    Wasm(Place),
    /// `DevTools`' code with both halves of the work on one thread.
    OneThread(Place),
    /// `DevTools`' code as `DevTools` runs it.
    TwoThreads(Place),
    /// The place alone: whatever memory it takes is no contender's.
    Nothing(Place),
}

/// Where JavaScript and wasm run, fresh for every run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Node,
    Chromium,
}

/// What opening a file took and gave.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Run {
    /// From the first byte to retained sizes, distances and the rows by constructor.
    #[serde(default)]
    pub(crate) seconds: f64,
    /// Bytes the process ever held at once; 0 where the system does not tell.
    #[serde(default)]
    pub(crate) peak: f64,
    /// Bytes of the module's memory.
    #[serde(default)]
    pub(crate) memory: f64,
    #[serde(flatten)]
    pub(crate) figures: Figures,
    /// One for each question.
    #[serde(default)]
    pub(crate) asked: Vec<Asked>,
}

/// By these all contenders must agree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Figures {
    nodes: f64,
    total: f64,
    rows: f64,
}

impl Figures {
    pub(crate) fn nodes(&self) -> f64 {
        self.nodes
    }
}

/// Milliseconds of an answer: the first, and the middle one of some more.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Asked {
    pub(crate) what: String,
    pub(crate) first: f64,
    pub(crate) usual: f64,
}

impl Contender {
    pub(crate) async fn open(self, stage: &Stage, file: &File) -> Result<Run, String> {
        let run = match self {
            Self::Native => node::native(&file.path, None).await,
            _ if self.place() == Some(Place::Chromium) => {
                renderer::open(stage, self.word(), &file.path).await
            }
            _ => node::open(stage, self.word(), &file.path, None).await,
        };
        run.map_err(|error| format!("{} opening {}: {error}", self.title(), file.name))
    }

    pub(crate) fn title(self) -> String {
        let what = match self {
            Self::Native => return "native".into(),
            Self::Wasm(_) => "wasm",
            Self::OneThread(_) => "DevTools, one thread",
            Self::TwoThreads(_) => "DevTools, two threads",
            Self::Nothing(_) => "nothing",
        };
        format!("{what} in {:?}", self.place().unwrap_or(Place::Node))
    }

    /// As the scripts call it.
    fn word(self) -> &'static str {
        match self {
            Self::Native | Self::Wasm(_) => "wasm",
            Self::OneThread(_) => "one",
            Self::TwoThreads(_) => "two",
            Self::Nothing(_) => "nothing",
        }
    }

    pub(crate) fn place(self) -> Option<Place> {
        match self {
            Self::Native => None,
            Self::Wasm(place)
            | Self::OneThread(place)
            | Self::TwoThreads(place)
            | Self::Nothing(place) => Some(place),
        }
    }
}
