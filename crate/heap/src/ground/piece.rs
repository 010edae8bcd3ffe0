//! Work that is done a piece at a time.

/// All pieces at once: who cannot wait.
pub(crate) fn to_end<T>(mut step: impl FnMut() -> Option<T>) -> T {
    loop {
        if let Some(done) = step() {
            return done;
        }
    }
}
