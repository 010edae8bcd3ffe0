//! How much the instruments keep, however long they run. Everything else that grows is bounded by these.

/// So many of the latest samples are kept as they were taken: an hour at five a second, less a little.
pub(crate) const FINE: usize = 16_384;
/// So many samples stand for all the time before, evenly; what was lowest and highest in it is always among them.
pub(crate) const COARSE: usize = 8_192;
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
