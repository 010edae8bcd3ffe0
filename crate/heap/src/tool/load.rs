//! Files through a buffer, unpacked where they are compressed, with a progress bar.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, IsTerminal, Read, Write},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use flate2::bufread::MultiGzDecoder;
use heap::{Analysis, AnyFile, AnyReader, Code, Error, Snapshot, profile::Profile};

use crate::{Arguments, Failure, output};

/// What is read at once.
const BUFFER: usize = 1 << 20;

/// A file whose bytes come in one after the other, unpacked.
pub(crate) struct Source {
    input: Box<dyn Read>,
    /// Uncompressed bytes, if known.
    pub(crate) bytes: Option<u64>,
}

impl Source {
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let failed = || Failure::file("read", path);
        let file = File::open(path).map_err(failed())?;
        let length = file.metadata().map_err(failed())?.len();
        let mut input = BufReader::with_capacity(BUFFER, file);
        let packed = input
            .fill_buf()
            .map_err(failed())?
            .starts_with(&[0x1F, 0x8B]);
        Ok(if packed {
            Self {
                input: Box::new(MultiGzDecoder::new(input)),
                bytes: None,
            }
        } else {
            Self {
                input: Box::new(input),
                bytes: Some(length),
            }
        })
    }

    /// Gives the bytes in pieces.
    pub(crate) fn each(
        &mut self,
        path: &Path,
        mut take: impl FnMut(&[u8]) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let mut buffer = vec![0; BUFFER];
        loop {
            match self.input.read(&mut buffer) {
                Ok(0) => return Ok(()),
                Ok(length) => take(&buffer[..length])?,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(Failure::file("read", path)(error)),
            }
        }
    }
}

/// A snapshot or timeline with all figures.
pub(crate) fn snapshot(path: &Path, arguments: &Arguments) -> Result<Snapshot, Failure> {
    let mut bar = Bar::new(path, arguments);
    match read(path, arguments, &mut bar)? {
        AnyFile::Graph(graph) => {
            let mut analysis = Analysis::new(graph);
            while !analysis.step() {
                bar.show(analysis.phase().title(), 0.4 + 0.6 * analysis.progress());
            }
            bar.clear();
            let snapshot = analysis.finish();
            if let Some(missing) = snapshot.graph().missing() {
                output::warn(&format!(
                    "{}: the end is missing; {} of {} names are there, and figures that depend on names differ",
                    path.display(),
                    missing.strings,
                    missing.strings_needed
                ));
            }
            Ok(snapshot)
        }
        AnyFile::Profile(_) => Err(other_kind(
            path,
            "a sampling profile: ask `leak-heap profile`",
        )),
    }
}

/// All files that were named, in their order.
pub(crate) fn snapshots(arguments: &Arguments) -> Result<Vec<Snapshot>, Failure> {
    let open = |path: &PathBuf| snapshot(path, arguments);
    arguments.files.iter().map(open).collect()
}

/// A sampling profile.
pub(crate) fn profile(path: &Path, arguments: &Arguments) -> Result<Profile, Failure> {
    let mut bar = Bar::new(path, arguments);
    let file = read(path, arguments, &mut bar)?;
    bar.clear();
    match file {
        AnyFile::Profile(profile) => Ok(profile),
        AnyFile::Graph(_) => Err(other_kind(path, "a snapshot: ask `leak-heap summary`")),
    }
}

fn read(path: &Path, arguments: &Arguments, bar: &mut Bar) -> Result<AnyFile, Failure> {
    let mut source = Source::open(path)?;
    let name = path.to_string_lossy();
    let bytes = source.bytes;
    let mut reader = AnyReader::new(&name, bytes);
    source.each(path, |chunk| {
        reader.feed(chunk).map_err(Failure::heap(path))?;
        let share = bytes.map_or(0.0, |bytes| {
            reader.bytes_read() as f64 / bytes.max(1) as f64
        });
        bar.show("Reading", 0.4 * share);
        Ok(())
    })?;
    reader
        .finish(arguments.partial)
        .map_err(Failure::heap(path))
}

fn other_kind(path: &Path, what: &str) -> Failure {
    Failure::heap(path)(Error::new(Code::OtherKind, what))
}

/// One line on the terminal, for files that take their time.
pub(crate) struct Bar {
    name: String,
    shown: bool,
    begun: Instant,
    last: Option<Instant>,
}

impl Bar {
    const PATIENCE: Duration = Duration::from_millis(300);
    const EVERY: Duration = Duration::from_millis(50);

    pub(crate) fn new(path: &Path, arguments: &Arguments) -> Self {
        let name = path.file_name().unwrap_or_default();
        let name = output::line(name.to_string_lossy().as_bytes(), 60);
        let shown = !arguments.quiet && io::stderr().is_terminal();
        Self {
            name,
            shown,
            begun: Instant::now(),
            last: None,
        }
    }

    pub(crate) fn show(&mut self, title: &str, share: f64) {
        let early = self.begun.elapsed() < Self::PATIENCE;
        let soon = self.last.is_some_and(|last| last.elapsed() < Self::EVERY);
        if !self.shown || early || soon {
            return;
        }
        self.last = Some(Instant::now());
        let full = (share.clamp(0.0, 1.0) * 24.0) as usize;
        let (done, rest) = ("█".repeat(full), "░".repeat(24 - full));
        let percent = share * 100.0;
        let _ = write!(
            io::stderr(),
            "\r\x1b[2K{} {done}{rest} {percent:3.0} % {title}",
            self.name
        );
        let _ = io::stderr().flush();
    }

    pub(crate) fn clear(&mut self) {
        if self.last.take().is_some() {
            let _ = write!(io::stderr(), "\r\x1b[2K");
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.clear();
    }
}
