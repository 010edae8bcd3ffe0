//! When objects were made.

use crate::{Code, Error, ObjectId, Sample, Snapshot};

/// From one moment of the recording to the next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Milliseconds since the recording began, at the end of the interval.
    pub time: f64,
    /// The last id given by then: JavaScript objects made in the interval have ids up to it, and beyond that of the one before.
    pub last_id: ObjectId,
    /// Bytes of the objects made in the interval that were still there at the end of the recording. Only objects with odd
    /// ids count, those of JavaScript: other ids say nothing of time.
    pub alive: u64,
}

/// The bars of an allocation timeline, in order (DevTools: `buildSamples`).
///
/// The objects of some of them are [`crate::Selection::made`] after the last id before and until the last one within.
///
/// # Errors
/// [`Code::NotRecorded`] in a file without moments, as every plain snapshot is.
pub fn intervals(snapshot: &Snapshot) -> Result<Vec<Interval>, Error> {
    let graph = &snapshot.graph;
    if graph.samples.is_empty() {
        let what = "the file has no `samples`: it is no allocation timeline";
        return Err(Error::new(Code::NotRecorded, what));
    }
    let interval = |sample: &Sample| Interval {
        time: sample.time as f64 / 1000.0,
        last_id: sample.last_id,
        alive: 0,
    };
    let mut intervals: Vec<Interval> = graph.samples.iter().map(interval).collect();
    for node in graph.nodes() {
        let id = graph.id(node);
        if id.0.is_multiple_of(2) {
            continue;
        }
        // What is beyond the last was made by writing the file.
        let place = intervals.partition_point(|interval| interval.last_id < id);
        if let Some(interval) = intervals.get_mut(place) {
            let size = snapshot.shallow_size(node);
            interval.alive = interval.alive.saturating_add(size);
        }
    }
    Ok(intervals)
}
