//! A global allocator that counts, so that a leak in Rust's heap can be told from mere high water.
#![allow(unsafe_code)]

use std::alloc::{GlobalAlloc, Layout};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// Wraps an allocator and counts what is live: bytes as asked for (not rounded up), and blocks.
pub struct Counting<A> {
    inner: A,
    live: AtomicUsize,
    peak: AtomicUsize,
    blocks: AtomicUsize,
    refused: AtomicUsize,
}

/// What a [`Counting`] allocator has counted, in bytes and blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Bytes asked for and not yet given back.
    pub live: usize,
    /// The largest `live` has ever been.
    pub peak: usize,
    /// Allocations not yet given back.
    pub blocks: usize,
    /// Size of the last allocation that could not be served since this was last forgotten, 0 if none failed.
    pub refused: usize,
}

impl<A> Counting<A> {
    /// Starts at zero around `inner`.
    pub const fn new(inner: A) -> Self {
        Self {
            inner,
            live: AtomicUsize::new(0),
            peak: AtomicUsize::new(0),
            blocks: AtomicUsize::new(0),
            refused: AtomicUsize::new(0),
        }
    }

    /// The counts as they stand.
    pub fn counts(&self) -> Counts {
        Counts {
            live: self.live.load(Relaxed),
            peak: self.peak.load(Relaxed),
            blocks: self.blocks.load(Relaxed),
            refused: self.refused.load(Relaxed),
        }
    }

    /// Forgets what was refused: a refusal that was met explains nothing that happens later.
    pub fn forget_refused(&self) {
        self.refused.store(0, Relaxed);
    }

    fn grew(&self, bytes: usize) {
        let live = self.live.fetch_add(bytes, Relaxed) + bytes;
        self.peak.fetch_max(live, Relaxed);
    }

    fn served(&self, block: *mut u8, bytes: usize) -> *mut u8 {
        if block.is_null() {
            self.refused.store(bytes, Relaxed);
        } else {
            self.blocks.fetch_add(1, Relaxed);
            self.grew(bytes);
        }
        block
    }
}

// SAFETY: every call is handed to `inner` unchanged, and its answer is returned unchanged; counting touches no block.
unsafe impl<A: GlobalAlloc> GlobalAlloc for Counting<A> {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promises about `layout` are passed on.
        self.served(unsafe { self.inner.alloc(layout) }, layout.size())
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as for `alloc`.
        self.served(unsafe { self.inner.alloc_zeroed(layout) }, layout.size())
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the caller's promise that `block` came from here with `layout` is passed on.
        unsafe { self.inner.dealloc(block, layout) };
        self.blocks.fetch_sub(1, Relaxed);
        self.live.fetch_sub(layout.size(), Relaxed);
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, bytes: usize) -> *mut u8 {
        // SAFETY: the caller's promises about `block`, `layout` and `bytes` are passed on.
        let moved = unsafe { self.inner.realloc(block, layout, bytes) };
        if moved.is_null() {
            self.refused.store(bytes, Relaxed);
        } else {
            self.live.fetch_sub(layout.size(), Relaxed);
            self.grew(bytes);
        }
        moved
    }
}

#[cfg(test)]
mod tests {
    use super::{Counting, Counts};
    use std::alloc::{GlobalAlloc, Layout, System};

    struct Refusing;

    // SAFETY: it never hands out a block, so it has no promise to keep.
    unsafe impl GlobalAlloc for Refusing {
        unsafe fn alloc(&self, _: Layout) -> *mut u8 {
            std::ptr::null_mut()
        }
        unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
    }

    #[test]
    fn counts_bytes_blocks_and_peak_through_a_life() {
        let counting = Counting::new(System);
        let layout = Layout::from_size_align(100, 8).unwrap();
        // SAFETY: one block of `layout`, grown once, given back once with its present layout.
        unsafe {
            let block = counting.alloc(layout);
            let block = counting.realloc(block, layout, 300);
            assert_eq!(
                counting.counts(),
                Counts {
                    live: 300,
                    peak: 300,
                    blocks: 1,
                    refused: 0
                }
            );
            counting.dealloc(block, Layout::from_size_align(300, 8).unwrap());
        }
        assert_eq!(
            counting.counts(),
            Counts {
                live: 0,
                peak: 300,
                blocks: 0,
                refused: 0
            }
        );
    }

    #[test]
    fn remembers_what_was_refused_and_counts_none_of_it() {
        let counting = Counting::new(Refusing);
        // SAFETY: the layout is not of size zero.
        let block = unsafe { counting.alloc(Layout::from_size_align(64, 8).unwrap()) };
        assert!(block.is_null());
        assert_eq!(
            counting.counts(),
            Counts {
                live: 0,
                peak: 0,
                blocks: 0,
                refused: 64
            }
        );
        counting.forget_refused();
        assert_eq!(counting.counts().refused, 0);
    }
}
