//! What is kept of a run outside of this memory, so that another instance can go on with it.

use crate::clock::Clock;
use crate::events::{Event, Events};
use crate::history::History;
use crate::record::{Parts, Record};
use js_sys::Float64Array;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::preserve;

/// So many numbers are copied at a time.
const PIECE: usize = 4_096;

/// A run as data: large columns as typed arrays, the rest as plain objects.
#[derive(Serialize, Deserialize)]
pub(crate) struct Kept {
    /// None, or the numbers of the one history.
    samples: Vec<Numbers>,
    points: Vec<Numbers>,
    events: Vec<Event>,
    dropped: u32,
    clock: Clock,
    /// Where the picture stands still, in ms; `-Infinity` before the first sample.
    pub(crate) frozen: Option<f64>,
}

/// A history under a series' name.
#[derive(Serialize, Deserialize)]
struct Numbers {
    id: String,
    #[serde(with = "preserve")]
    numbers: Float64Array,
}

impl Numbers {
    fn new(id: &str, history: &History) -> Self {
        let numbers = Float64Array::new_with_length(history.number_count() as u32);
        // Piece by piece: a second copy of an hour would stay in linear memory for good.
        let mut all = history.numbers();
        let mut at = 0;
        while at < numbers.length() {
            let piece: Vec<f64> = all.by_ref().take(PIECE).collect();
            let end = at + piece.len() as u32;
            numbers.subarray(at, end).copy_from(&piece);
            at = end;
        }
        Self {
            id: id.into(),
            numbers,
        }
    }

    fn history(&self) -> Option<History> {
        History::of_numbers(&self.numbers.to_vec())
    }
}

impl Kept {
    pub(crate) fn new(record: &Record, frozen: Option<f64>) -> Self {
        let numbers = |(id, history): (&String, &History)| Numbers::new(id, history);
        Self {
            samples: record
                .history()
                .iter()
                .map(|history| Numbers::new("", history))
                .collect(),
            points: record.sparse().iter().map(numbers).collect(),
            events: record.events().all().to_vec(),
            dropped: record.events().dropped(),
            clock: record.clock(),
            frozen,
        }
    }

    /// The parts of a run; `None` if its numbers are not those of one.
    pub(crate) fn parts(self) -> Option<Parts> {
        let named = |numbers: Numbers| Some((numbers.id.clone(), numbers.history()?));
        let history = match self.samples.first() {
            Some(numbers) => Some(numbers.history()?),
            None => None,
        };
        Some(Parts {
            history,
            sparse: self.points.into_iter().map(named).collect::<Option<_>>()?,
            events: Events::of(self.events, self.dropped),
            clock: self.clock,
        })
    }
}
