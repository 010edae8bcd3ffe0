//! What the benchmarks serve: the built site, their own pages, and the peers' code beside them.

use leak_lab_tests::{Options, site_directory};
use std::fs;
use std::path::{Path, PathBuf};

/// A directory with everything to serve; gone when dropped.
pub(crate) struct Stage(tempfile::TempDir);

impl Stage {
    /// Copies the site, the benchmarks' pages and uPlot together.
    pub(crate) fn new() -> Self {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let stage = tempfile::tempdir().expect("a directory to serve");
        copy(&site_directory(), stage.path());
        copy(&here.join("bench"), &stage.path().join("bench"));
        let uplot = Path::new("node_modules/uplot/dist");
        let source = here.join(uplot);
        assert!(
            source.exists(),
            "uPlot is not installed: npm ci in tests/ (cargo xtask bench does it)"
        );
        copy(&source, &stage.path().join(uplot));
        Self(stage)
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// A browser on it, at a device-pixel ratio.
    pub(crate) fn options(&self, ratio: f64) -> Options {
        Options {
            ratio,
            root: Some(PathBuf::from(self.0.path())),
            ..Options::default()
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a directory");
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}
