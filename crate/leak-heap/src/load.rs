//! Files to answers, with a progress bar.

use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use heap::{Analysis, AnyFile, Code, Error, Snapshot, profile::Profile};
use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle};
use packed::PackedReader;
use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::{
    Failure,
    argument::Reading,
    output,
    source::{Source, is_standard_input},
};

/// A snapshot or timeline with all figures.
pub(crate) fn snapshot(path: &Path, reading: Reading) -> Result<Snapshot, Failure> {
    let opened = open(path, reading, &Bar::new(path, reading.common.quiet))?;
    Ok(opened.told_of(path))
}

/// All files that were named, in their order; several at a time. Of several that cannot be opened the first is told.
pub(crate) fn snapshots(files: &[PathBuf], reading: Reading) -> Result<Vec<Snapshot>, Failure> {
    let piped = files.iter().filter(|path| is_standard_input(path));
    if piped.count() > 1 {
        let what = "the standard input is there once: give the other files by name";
        return Err(Failure::usage(what));
    }
    let lines = MultiProgress::new();
    let all = files.par_iter().with_max_len(1);
    let opened: Vec<Result<Opened, Failure>> = all
        .map(|path| {
            let bar = Bar::new(path, reading.common.quiet).among(&lines);
            open(path, reading, &bar)
        })
        .collect();
    let opened: Vec<Opened> = opened.into_iter().collect::<Result<_, _>>()?;
    let files = files.iter().zip(opened);
    Ok(files.map(|(path, opened)| opened.told_of(path)).collect())
}

/// A snapshot, and what is wrong with its file.
struct Opened {
    snapshot: Snapshot,
    damage: Option<Error>,
}

impl Opened {
    /// Says what is missing or wrong.
    fn told_of(self, path: &Path) -> Snapshot {
        let path = path.display();
        if let Some(missing) = self.snapshot.graph().missing() {
            output::warn(&format!(
                "{path}: the end is missing; {} of {} names are there, and figures that depend on names differ",
                missing.strings, missing.strings_needed
            ));
        } else if let Some(damage) = self.damage {
            output::warn(&format!(
                "{path}: {}; nothing seems to be missing",
                damage.what
            ));
        }
        self.snapshot
    }
}

fn open(path: &Path, reading: Reading, bar: &Bar) -> Result<Opened, Failure> {
    let (file, damage) = read(path, reading.partial, bar)?;
    let AnyFile::Graph(graph) = file else {
        return Err(other_kind(
            path,
            "a sampling profile: ask `leak-heap profile`",
        ));
    };
    let mut analysis = Analysis::new(graph);
    while !analysis.step() {
        bar.show(analysis.phase().title(), 0.4 + 0.6 * analysis.progress());
    }
    bar.clear();
    let snapshot = analysis.finish();
    Ok(Opened { snapshot, damage })
}

/// A sampling profile.
pub(crate) fn profile(path: &Path, quiet: bool) -> Result<Profile, Failure> {
    let bar = Bar::new(path, quiet);
    let (file, _) = read(path, false, &bar)?;
    bar.clear();
    match file {
        AnyFile::Profile(profile) => Ok(profile),
        AnyFile::Graph(_) => Err(other_kind(path, "a snapshot: ask `leak-heap summary`")),
    }
}

/// With `partial` also what is wrong with a file that is taken nevertheless.
fn read(path: &Path, partial: bool, bar: &Bar) -> Result<(AnyFile, Option<Error>), Failure> {
    let mut source = Source::open(path)?;
    let name = path.to_string_lossy();
    let bytes = source.bytes;
    let mut reader = PackedReader::new(&name, bytes);
    source.each(path, |chunk| {
        reader.feed(chunk).map_err(Failure::heap(path))?;
        let share = bytes.map_or(0.0, |bytes| {
            reader.bytes_read() as f64 / bytes.max(1) as f64
        });
        bar.show("Reading", 0.4 * share);
        Ok(())
    })?;
    let damage = partial.then(|| reader.lacks_only_its_end()).flatten();
    let file = reader.finish(partial).map_err(Failure::heap(path))?;
    Ok((file, damage))
}

fn other_kind(path: &Path, what: &str) -> Failure {
    Failure::heap(path)(Error::new(Code::OtherKind, what))
}

/// One line on the terminal, for files that take their time.
pub(crate) struct Bar {
    line: ProgressBar,
    begun: Instant,
}

impl Bar {
    const PATIENCE: Duration = Duration::from_millis(300);
    const STEPS: u64 = 1000;

    /// Nothing is shown where the standard error is no terminal.
    pub(crate) fn new(path: &Path, quiet: bool) -> Self {
        let target = if quiet {
            ProgressDrawTarget::hidden()
        } else {
            ProgressDrawTarget::stderr()
        };
        let name = path.file_name().unwrap_or_default();
        let style = ProgressStyle::with_template("{prefix} {bar:24} {percent:>3} % {msg}");
        let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
        let line = ProgressBar::with_draw_target(Some(Self::STEPS), target)
            .with_style(style.progress_chars("█▉▊▋▌▍▎▏░"))
            .with_prefix(output::line(name.to_string_lossy().as_bytes(), 60));
        Self {
            line,
            begun: Instant::now(),
        }
    }

    /// One of several at the same time.
    fn among(mut self, lines: &MultiProgress) -> Self {
        if !self.line.is_hidden() {
            self.line = lines.add(self.line.clone());
        }
        self
    }

    pub(crate) fn show(&self, title: &'static str, share: f64) {
        if self.begun.elapsed() >= Self::PATIENCE {
            self.line.set_message(title);
            self.line.set_position((share * Self::STEPS as f64) as u64);
        }
    }

    pub(crate) fn clear(&self) {
        self.line.finish_and_clear();
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.clear();
    }
}
