//! The pictures on disk: two files each, and an index that says what is to be seen on them.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use leak_lab_tests::Theme;
use serde::{Deserialize, Serialize};

/// All pictures, by scenario.
pub(crate) struct Album {
    folder: PathBuf,
    scenarios: BTreeMap<String, Scenario>,
}

/// Pictures that were taken together.
#[derive(Serialize, Deserialize)]
pub(crate) struct Scenario {
    /// Of which version of the browser.
    pub(crate) browser: String,
    pub(crate) date: String,
    /// How many units were made.
    pub(crate) units: u64,
    /// By view.
    pub(crate) pictures: BTreeMap<String, Picture>,
}

/// A view of `DevTools`.
#[derive(Serialize, Deserialize)]
pub(crate) struct Picture {
    /// What is to be read on it.
    pub(crate) alt: String,
    /// In CSS pixels.
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// The files, one a theme.
    #[serde(skip)]
    pub(crate) files: Vec<(Theme, Vec<u8>)>,
}

impl Album {
    /// Those that there are.
    pub(crate) fn open(folder: PathBuf) -> Self {
        fs::create_dir_all(&folder).expect("a folder");
        let scenarios = fs::read(folder.join("index.json"))
            .map(|index| serde_json::from_slice(&index).expect("an index"))
            .unwrap_or_default();
        Self { folder, scenarios }
    }

    /// Throws away what is of no scenario any more.
    pub(crate) fn keep(&mut self, wanted: impl Fn(&String) -> bool) {
        let all: Vec<_> = self.scenarios.keys().cloned().collect();
        for slug in all.iter().filter(|slug| !wanted(slug)) {
            self.remove(slug);
        }
        self.write_index();
    }

    /// Replaces a scenario's pictures.
    pub(crate) fn put(&mut self, slug: &str, taken: Scenario) {
        self.remove(slug);
        for (view, picture) in &taken.pictures {
            for (theme, data) in &picture.files {
                fs::write(self.file(slug, view, *theme), data).expect("a picture is written");
                println!("  {view}-{}: {} bytes", theme.name(), data.len());
            }
        }
        self.scenarios.insert(slug.to_owned(), taken);
        self.write_index();
    }

    fn remove(&mut self, slug: &str) {
        let Some(old) = self.scenarios.remove(slug) else {
            return;
        };
        for view in old.pictures.keys() {
            for theme in Theme::ALL {
                // Whoever has deleted it already has done the same.
                let _ = fs::remove_file(self.file(slug, view, theme));
            }
        }
    }

    fn file(&self, slug: &str, view: &str, theme: Theme) -> PathBuf {
        self.folder
            .join(format!("{slug}-{view}-{}.webp", theme.name()))
    }

    fn write_index(&self) {
        let text = serde_json::to_string_pretty(&self.scenarios).expect("text");
        fs::write(self.folder.join("index.json"), text + "\n").expect("the index is written");
    }
}
