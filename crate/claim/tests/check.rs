//! Claims held against small heaps: what holds, and what does not.

#[allow(dead_code)]
#[path = "../../heap/tests/draw/mod.rs"]
mod draw;

mod checked {
    mod amounts;
    mod paths;
    mod rows;
    mod trails;
    mod zeros;

    use std::sync::Arc;

    use claim::{Claim, Evidence, Miss, Pair, Reading, When, check};
    use heap::{Analysis, Reader, Snapshot};

    /// A page on which nothing happened, but for an object of each class that it has anyway.
    pub(crate) const EMPTY: &str = r#"
        @1 synthetic "" 0: element 1 -> @3
        @3 synthetic "(GC roots)" 0: element 1 -> @5
        @5 object "Window / http://localhost" 16: lab -> @7
        @7 object Lab 16: leaks -> @9
        @9 object Array 16: internal elements -> @11
        @11 array "(object elements)" 16
    "#;

    /// The same after two units.
    pub(crate) const LEAKY: &str = r#"
        @1 synthetic "" 0: element 1 -> @3
        @3 synthetic "(GC roots)" 0: element 1 -> @5
        @5 object "Window / http://localhost" 16: lab -> @7
        @7 object Lab 16: leaks -> @9
        @9 object Array 16: internal elements -> @11, 0 -> @21, 1 -> @31
        @11 array "(object elements)" 16
        @21 object LeakyClass 40: tick -> @23, stuff -> @27
        @23 closure tick 32: context context -> @25
        @25 object "system / Context / scope @3" 24
        @27 array "(object elements)" 80000
        @31 object LeakyClass 40: tick -> @33, stuff -> @37
        @33 closure tick 32: context context -> @35
        @35 object "system / Context / scope @3" 24
        @37 array "(object elements)" 80000
    "#;

    pub(crate) fn snapshot(text: &str) -> Arc<Snapshot> {
        let bytes = crate::draw::draw(text);
        let mut reader = Reader::new(Some(bytes.len() as u64));
        reader.feed(&bytes).expect("a snapshot");
        Arc::new(Analysis::new(reader.finish().expect("a whole one")).finish())
    }

    pub(crate) fn reading(text: &str) -> Reading {
        Reading {
            snapshot: Some(snapshot(text)),
            ..Reading::default()
        }
    }

    pub(crate) fn pair(before: &str, after: &str) -> Pair {
        Pair::new(snapshot(before), snapshot(after))
    }

    /// Two units between two heaps.
    pub(crate) fn evidence(before: &str, after: &str) -> Evidence {
        Evidence::new(2, reading(before)).at(When::AfterUnits, reading(after))
    }

    pub(crate) fn leaky() -> Evidence {
        evidence(EMPTY, LEAKY)
    }

    pub(crate) fn empty() -> Evidence {
        evidence(EMPTY, EMPTY)
    }

    pub(crate) fn seen(claim: &Claim, evidence: &Evidence) -> f64 {
        match check(claim, evidence) {
            Err(Miss::Differs { seen, .. }) => seen,
            other => panic!("{claim:?}: {other:?}"),
        }
    }
}
