//! Real files, redacted: DevTools' figures still hold.

use heap::redact::{AllowList, Names, Options, Plan};

use super::fixture;

#[test]
fn redacted_files_have_the_same_figures() {
    for (index, name) in fixture::SNAPSHOTS.into_iter().enumerate() {
        let bytes = fixture::bytes(name);
        let names = [Names::Telling, Names::Kept, Names::Allowed][index % 3];
        let keep = AllowList::standard();
        let mut plan = Plan::new(Options { names, keep });
        plan.feed(&bytes).unwrap();
        let mut redactor = plan.finish().unwrap();
        let mut out = Vec::new();
        for chunk in bytes.chunks(1 << 16) {
            redactor.feed(chunk, &mut out).unwrap();
        }
        let summary = redactor.finish().unwrap();
        assert!(summary.kept > 0 && summary.replaced > 0);
        same::check_texts(&bytes, &out);
        same::check_same(&fixture::open(&bytes), &fixture::open(&out));
    }
}

#[path = "../redact/check.rs"]
mod same;
