//! How much the instruments keep, however long they run. Everything else that grows is bounded by these.

/// So many of the latest samples are kept as they were taken: nearly half an hour at five a second.
pub(crate) const FINE: usize = 8_000;
/// So many samples stand for all the time before, evenly; what was lowest and highest in it is always among them. With
/// the others that is ten minutes at the fastest rate: no run takes more.
pub(crate) const COARSE: usize = 4_000;
/// Samples of one history.
pub(crate) const SAMPLES: usize = FINE + COARSE;
/// Events of a run.
pub(crate) const EVENTS: usize = 1_024;
/// Bytes of each text in an event.
pub(crate) const TEXT: usize = 80;

/// Appends, and never reserves room for more than `most`.
pub(crate) fn push<T>(items: &mut Vec<T>, item: T, most: usize) {
    if items.len() == items.capacity() {
        let more = items.len().max(64);
        items.reserve_exact(more.min(most.saturating_sub(items.len())).max(1));
    }
    items.push(item);
}
