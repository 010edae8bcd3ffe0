//! What counts as growth.

/// Whether each is more than the one before.
pub(super) fn grows<T: PartialOrd>(steps: &[T]) -> bool {
    steps.windows(2).all(|pair| pair[0] < pair[1])
}

/// From the first to the last.
pub(crate) fn gained<T: Copy + Into<u64>>(steps: &[T]) -> u64 {
    match (steps.first(), steps.last()) {
        (Some(&first), Some(&last)) => last.into().saturating_sub(first.into()),
        _ => 0,
    }
}
