use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// Counts units in Rust's heap: born when made, died when dropped.
#[derive(Debug, Default)]
pub struct Tally(AtomicU32);

impl Tally {
    /// Nobody alive.
    pub const fn new() -> Self {
        Self(AtomicU32::new(0))
    }

    /// One more is alive.
    pub fn born(&self) {
        self.0.fetch_add(1, Relaxed);
    }

    /// One less.
    pub fn died(&self) {
        self.0.fetch_sub(1, Relaxed);
    }

    /// How many are alive.
    pub fn alive(&self) -> u32 {
        self.0.load(Relaxed)
    }
}
