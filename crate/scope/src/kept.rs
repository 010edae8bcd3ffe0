//! What is kept of a run outside of this memory, so that another instance can go on with it: large columns as typed arrays,
//! the rest as plain objects.

use crate::clock::Clock;
use crate::events::Events;
use crate::history::History;
use crate::plain::{Given, Wrong, list, object};
use crate::record::{Parts, Record};
use crate::wire;
use js_sys::Float64Array;
use wasm_bindgen::{JsCast, JsValue};

/// So many numbers are copied at a time.
const PIECE: usize = 4_096;

/// A run as data. `frozen` is where the picture stands still, in ms; `-Infinity` before the first sample.
pub(crate) fn kept(record: &Record, frozen: Option<f64>) -> JsValue {
    let samples = record.history().into_iter();
    let points = record.sparse().iter();
    let events = record.events();
    let clock = record.clock();
    let clock = object(&[("offset", clock.offset.into()), ("last", clock.last.into())]);
    object(&[
        // None, or the numbers of the one history.
        ("samples", list(samples.map(|samples| numbers("", samples)))),
        (
            "points",
            list(points.map(|(id, points)| numbers(id, points))),
        ),
        ("events", list(events.all().iter().map(wire::event_told))),
        ("dropped", events.dropped().into()),
        ("clock", clock),
        ("frozen", frozen.into()),
    ])
}

/// A history under a series' name.
fn numbers(id: &str, history: &History) -> JsValue {
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
    object(&[("id", id.into()), ("numbers", numbers.into())])
}

/// The parts of a run and where its picture stands still.
///
/// # Errors
/// The data are not those of a run.
pub(crate) fn parts(kept: JsValue) -> Result<(Parts, Option<f64>), Wrong> {
    let kept = Given::new(kept);
    let clock = Given::new(kept.field("clock", |clock| Some(clock.clone()))?);
    let mut samples = kept.list("samples", history)?;
    let parts = Parts {
        history: samples.pop().map(|(_, history)| history),
        sparse: kept.list("points", history)?,
        events: Events::of(
            kept.list("events", wire::event)?,
            kept.number("dropped")? as u32,
        ),
        clock: Clock {
            offset: clock.number("offset")?,
            last: clock.number("last")?,
        },
    };
    Ok((parts, kept.maybe("frozen", JsValue::as_f64)?))
}

fn history(given: &Given) -> Result<(String, History), Wrong> {
    let history = given.field("numbers", |numbers| {
        let numbers: &Float64Array = numbers.dyn_ref()?;
        History::of_numbers(&numbers.to_vec())
    })?;
    Ok((given.text("id")?, history))
}
