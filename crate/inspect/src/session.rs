//! Files and their numbers.

use std::{collections::BTreeMap, rc::Rc};

use heap::{Filter, Growth, Ignored, NodeIx, Preparation, Snapshot, Stacks, profile::Profile};
use packed::PackedReader;
use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::{
    Problem,
    file::File,
    memory::Memory,
    order::{Compared, Filtered, Looked, Selected},
    wire::answer,
};

/// Open files, each under a number. Methods that fail throw a `Problem` and leave everything as it was.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Session {
    files: BTreeMap<u32, File>,
    last: u32,
    preparations: BTreeMap<u32, Preparation>,
    /// By file and filter.
    pub(crate) filtered: Memory<(u32, Filter), Filtered>,
    /// By file and ignored retainers.
    pub(crate) ignored: Memory<(u32, Vec<NodeIx>), Option<Ignored>>,
    /// By the earlier file and the later.
    pub(crate) comparisons: Memory<[u32; 2], Compared>,
    /// By three files.
    pub(crate) stayed: Memory<[u32; 3], Selected>,
    /// By the file that is asked and what is looked for.
    pub(crate) found: Memory<(u32, Looked), Growth>,
    /// By file.
    pub(crate) stacks: Memory<u32, Stacks<Rc<Snapshot>>>,
    /// By file and path of functions.
    pub(crate) allocated: Memory<(u32, Vec<u32>), Selected>,
}

/// How far a file is on its way from bytes to answers.
#[derive(Clone, Copy, Debug, Serialize, Tsify)]
pub struct Progress {
    /// What is being done, for people.
    pub title: &'static str,
    /// Bytes read so far.
    pub bytes: f64,
    /// Of the calculation after the last byte, 0 to 1.
    pub calculated: f64,
    /// Whether it can be asked.
    pub done: bool,
}

#[wasm_bindgen]
impl Session {
    /// No file is open.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins a file and gives its number: the one that is wished, or the next. `bytes` is its uncompressed size, if known: then
    /// memory is taken in fitting amounts. What the file holds counts more than its name.
    ///
    /// # Errors
    /// `session.bad-request`: a file of the wished number is open.
    pub fn begin(
        &mut self,
        name: &str,
        bytes: Option<f64>,
        number: Option<u32>,
    ) -> Result<u32, JsValue> {
        let bytes = bytes
            .filter(|bytes| *bytes >= 0.0)
            .map(|bytes| bytes as u64);
        Ok(self.admit(
            File::Reading(Box::new(PackedReader::new(name, bytes))),
            number,
        )?)
    }

    /// Takes the next bytes, as they are in the file: gzip is unpacked here.
    ///
    /// # Errors
    /// `file.*`, `heap.*`, `limit.*`: the bytes are no heap file; `session.*`.
    pub fn feed(&mut self, file: u32, chunk: &[u8]) -> Result<(), JsValue> {
        Ok(self.file_mut(file)?.feed(chunk)?)
    }

    /// The last byte was fed; now call `step` until it is done. With `partial` a snapshot may lack its end.
    ///
    /// # Errors
    /// `file.truncated`, with `partial` set if another call with `partial` helps; `file.*`, `heap.*`, `limit.*`.
    pub fn end(&mut self, file: u32, partial: bool) -> Result<(), JsValue> {
        Ok(self.file_mut(file)?.end(partial)?)
    }

    /// Calculates the next piece and says how far that is. To cancel, close the file instead.
    ///
    /// # Errors
    /// `session.no-such-file`.
    pub fn step(&mut self, file: u32) -> Result<Ts<Progress>, JsValue> {
        let file = self.file_mut(file)?;
        file.step();
        answer(&file.progress())
    }

    /// Does the next piece of what makes questions quick, for a moment when nothing else is to be done, and says whether all is
    /// done; nothing is to be done if there is no such file.
    pub fn prepare(&mut self, file: u32) -> bool {
        let Ok(snapshot) = self.snapshot(file).map(Rc::clone) else {
            return true;
        };
        if !self.preparations.entry(file).or_default().step(&snapshot) {
            return false;
        }
        let files = self.files.iter().filter_map(|(file, of)| match of {
            File::Snapshot(snapshot) => Some((file, snapshot)),
            _ => None,
        });
        let mut all = files.clone();
        let preparations = &mut self.preparations;
        // The first that is not done takes a step; those behind it are not asked.
        files.count() < 2
            || all.all(|(file, of)| {
                let preparation = preparations.entry(*file).or_default();
                preparation.step_to_compare(of)
            })
    }

    /// How far a file is.
    ///
    /// # Errors
    /// `session.no-such-file`.
    pub fn progress(&self, file: u32) -> Result<Ts<Progress>, JsValue> {
        answer(&self.file(file)?.progress())
    }

    /// Forgets a file, ready or not; nothing happens if there is none.
    pub fn close(&mut self, file: u32) {
        self.files.remove(&file);
        self.preparations.remove(&file);
        self.filtered.forget(|(of, _)| *of == file);
        self.ignored.forget(|(of, _)| *of == file);
        self.comparisons.forget(|of| of.contains(&file));
        self.stayed.forget(|of| of.contains(&file));
        self.found
            .forget(|(of, looked)| *of == file || looked.before.contains(&file));
        self.stacks.forget(|of| *of == file);
        self.allocated.forget(|(of, _)| *of == file);
    }
}

impl Session {
    /// Takes a file in and gives its number.
    pub(crate) fn admit(&mut self, file: File, number: Option<u32>) -> Result<u32, Problem> {
        let number = number.unwrap_or(self.last.saturating_add(1));
        if self.files.contains_key(&number) {
            return Err(Problem::request(format_args!("file {number} is open")));
        }
        self.files.insert(number, file);
        self.last = self.last.max(number);
        Ok(number)
    }

    pub(crate) fn file(&self, file: u32) -> Result<&File, Problem> {
        self.files.get(&file).ok_or_else(Problem::no_such_file)
    }

    pub(crate) fn file_mut(&mut self, file: u32) -> Result<&mut File, Problem> {
        self.files.get_mut(&file).ok_or_else(Problem::no_such_file)
    }

    pub(crate) fn snapshot(&self, file: u32) -> Result<&Rc<Snapshot>, Problem> {
        self.file(file)?.snapshot()
    }

    pub(crate) fn profile(&self, file: u32) -> Result<&Profile, Problem> {
        self.file(file)?.profile()
    }
}

impl File {
    fn progress(&self) -> Progress {
        let progress = |title, bytes: u64, calculated, done| {
            let bytes = bytes as f64;
            Progress {
                title,
                bytes,
                calculated,
                done,
            }
        };
        match self {
            File::Reading(reader) => progress("Reading", reader.bytes_read(), 0.0, false),
            File::Calculating(analysis) => {
                progress(analysis.phase().title(), 0, analysis.progress(), false)
            }
            File::Snapshot(_) | File::Profile(_) => progress("Done", 0, 1.0, true),
            File::Gone => progress("Not readable", 0, 0.0, false),
        }
    }
}
