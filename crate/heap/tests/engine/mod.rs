//! The engine beside the twins, on random heaps.

#![allow(clippy::float_cmp, reason = "sizes are whole numbers")]

mod compare;
mod timeline;

use heap::{Analysis, Code, Column, Error, NodeIx, Reader, Snapshot, Sort, wtf8};
use proptest::prelude::*;

use crate::{
    draw::{Drawing, Style, Text},
    random::{self, Limits},
    twin,
};

const LIMITS: Limits = Limits {
    huge: false,
    lone_surrogates: true,
    root_anywhere: true,
};

proptest! {
    #![proptest_config(crate::random::cases(400))]

    #[test]
    fn figures_are_the_twins(drawing in random::drawing(LIMITS), style in random::style()) {
        let snapshot = open(&drawing.to_json(&style), usize::MAX).unwrap();
        check(&snapshot, &drawing)?;
    }

    #[test]
    fn retainers_begin_where_their_edges_do(drawing in random::drawing(LIMITS)) {
        let snapshot = open(&drawing.to_json(&Style::V8), usize::MAX).unwrap();
        for node in snapshot.graph().nodes() {
            let page = snapshot.retainers_of(node, None, Sort::ascending(Column::File), 0..usize::MAX);
            for row in page.rows {
                prop_assert_eq!(row.node, snapshot.graph().source(row.edge));
                prop_assert_eq!(node, snapshot.graph().target(row.edge));
            }
        }
    }

    #[test]
    fn chunks_of_any_size_give_the_same(drawing in random::drawing(LIMITS), style in random::style(), size in 1_usize..300) {
        let bytes = drawing.to_json(&style);
        check(&open(&bytes, size).unwrap(), &drawing)?;
    }

    #[test]
    fn sizes_beyond_4_gb_are_summed_as_they_are(drawing in random::drawing(Limits { huge: true, ..LIMITS })) {
        match open(&drawing.to_json(&Style::V8), usize::MAX) {
            Ok(snapshot) => check(&snapshot, &drawing)?,
            // V8's ids are 32 bits wide.
            Err(error) => prop_assert!(
                error.code == Code::NumberTooLarge && error.what.contains("id"), "{error}"),
        }
    }
}

fn open(bytes: &[u8], chunk: usize) -> Result<Snapshot, Error> {
    let mut reader = Reader::new(None);
    for chunk in bytes.chunks(chunk) {
        reader.feed(chunk)?;
    }
    Ok(Analysis::new(reader.finish()?).finish())
}

fn check(snapshot: &Snapshot, drawing: &Drawing) -> Result<(), TestCaseError> {
    let twin = twin::figures(drawing);
    for node in snapshot.graph().nodes() {
        let at = node.0 as usize;
        prop_assert_eq!(
            snapshot.shallow_size(node),
            twin.shallow[at],
            "shallow size of {}",
            at
        );
        prop_assert_eq!(
            snapshot.retained_size(node) as f64,
            twin.retained[at],
            "retained size of {}",
            at
        );
        prop_assert_eq!(
            i64::from(snapshot.distance(node)),
            twin.distance[at],
            "distance of {}",
            at
        );
        prop_assert_eq!(
            snapshot.dominator(node),
            NodeIx(twin.dominator[at] as u32),
            "dominator of {}",
            at
        );
        prop_assert_eq!(
            snapshot.graph().detachedness(node) as u8,
            twin.detachedness[at],
            "state of {}",
            at
        );
        prop_assert_eq!(
            text(snapshot.class_name(node)),
            twin.class_name[at].clone(),
            "class of {}",
            at
        );
    }
    prop_assert_eq!(snapshot.total_size() as f64, twin.total);
    prop_assert_eq!(snapshot.rows().len(), twin.rows.len());
    for row in snapshot.rows() {
        let key = text(&row.key);
        let theirs = twin.rows.iter().find(|theirs| theirs.key == key);
        let Some(theirs) = theirs else {
            return Err(TestCaseError::fail(format!("no row {key}")));
        };
        prop_assert_eq!(text(&row.name), theirs.name.clone());
        prop_assert_eq!(
            u64::from(row.count),
            theirs.count as u64,
            "count of {}",
            key
        );
        prop_assert_eq!(
            i64::from(row.distance),
            theirs.distance,
            "distance of {}",
            key
        );
        prop_assert_eq!(row.shallow, theirs.shallow, "shallow size of {}", key);
        prop_assert_eq!(
            row.retained as f64,
            theirs.retained,
            "retained size of {}",
            key
        );
    }
    Ok(())
}

fn text(text: &[u8]) -> Text {
    Text::from_units(wtf8::utf16(text).collect())
}
