//! An order that depends on a seed alone.

/// Fisher and Yates, with a generator good enough for that.
pub(super) fn shuffle<T>(items: &mut [T], seed: Option<u64>) {
    let Some(mut state) = seed else { return };
    for end in (1..items.len()).rev() {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        items.swap(end, (state >> 33) as usize % (end + 1));
    }
}
