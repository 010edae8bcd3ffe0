//! The engine holds whatever a file says.
#![allow(missing_docs)]

use leak_lab_fuzz::{damaged, run};

#[test]
fn damaged_files_never_panic() {
    for seed in 0..20_000 {
        let result = std::panic::catch_unwind(|| run(seed));
        assert!(result.is_ok(), "seed {seed}, target {}", damaged(seed).0);
    }
}

#[test]
fn some_damaged_files_are_still_read() {
    let read = (0..2_000).filter(|&seed| {
        let (target, bytes) = damaged(seed);
        let mut reader = heap::Reader::new(None);
        target != "profile" && reader.feed(&bytes).is_ok() && reader.finish().is_ok()
    });
    let read = read.count();
    assert!((200..1_800).contains(&read), "{read}");
}
