//! Filters and statistics.

use heap::{Filter, ObjectId, wtf8};
use proptest::prelude::*;

use super::grown;
use crate::random::{Limits, drawing};
use crate::twin;

proptest! {
    #![proptest_config(crate::random::cases(256))]

    #[test]
    fn filtered_rows_are_those_of_the_twin(
        drawing in drawing(Limits { root_anywhere: true, ..Limits::default() }),
        after in 0_u64..60,
        many in 0_u64..60,
    ) {
        let heap = grown(&drawing);
        let up_to = after + many;
        let between = Filter::AllocatedBetween { after: ObjectId(after), up_to: ObjectId(up_to) };
        for (ours, theirs) in [
            (Filter::DetachedDom, twin::Filter::Detached),
            (Filter::Console, twin::Filter::Console),
            (Filter::EventHandlers, twin::Filter::EventHandlers),
            (Filter::Contexts, twin::Filter::Contexts),
            (between, twin::Filter::Between(after, up_to)),
        ] {
            let rows = heap.rows_filtered(&heap.filter(&ours));
            let text = |text: &[u8]| wtf8::lossy(text).into_owned();
            let mut rows: Vec<_> = rows
                .iter()
                .map(|row| (text(&row.key), row.count as usize, i64::from(row.distance), row.shallow, row.retained))
                .collect();
            let mut expected: Vec<_> = twin::filtered(&drawing, theirs)
                .iter()
                .map(|row| (row.key.to_string(), row.count, row.distance, row.shallow, row.retained as u64))
                .collect();
            rows.sort();
            expected.sort();
            prop_assert_eq!(rows, expected, "{:?}", ours);
        }
    }

    #[test]
    fn what_no_root_reaches_has_no_distance(drawing in drawing(Limits { root_anywhere: true, ..Limits::default() })) {
        let heap = grown(&drawing);
        let figures = twin::figures(&drawing);
        let unreached = (0..drawing.nodes.len()).filter(|&node| figures.distance[node] == -5 && figures.shallow[node] > 0);
        let expected = unreached.fold((0, 0), |(count, bytes), node| (count + 1, bytes + figures.shallow[node]));
        prop_assert_eq!(heap.unreached(), expected);
        let rows = heap.rows_filtered(&heap.filter(&Filter::Unreached));
        prop_assert_eq!(rows.is_empty(), expected.0 == 0);
    }

    #[test]
    fn statistics_are_those_of_the_twin(drawing in drawing(Limits { root_anywhere: true, ..Limits::default() })) {
        let heap = grown(&drawing);
        let ours = heap.statistics();
        let indexed = grown(&drawing);
        indexed.index_retainers();
        prop_assert_eq!(indexed.statistics(), ours);
        let theirs = twin::figures(&drawing).statistics;
        let ours = [ours.total, ours.native, ours.typed_arrays, ours.v8, ours.code, ours.js_arrays, ours.strings, ours.system];
        let theirs = [
            theirs.total, theirs.native, theirs.typed_arrays, theirs.v8, theirs.code, theirs.js_arrays, theirs.strings, theirs.system,
        ];
        prop_assert_eq!(ours, theirs.map(|size| size as u64));
    }
}
