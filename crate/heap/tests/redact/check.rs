//! Two snapshots that differ in nothing but their texts.

use std::collections::HashMap;

use heap::{Reader, Snapshot};

/// Fails unless all is equal but texts, and those in length.
pub(crate) fn check_same(before: &Snapshot, after: &Snapshot) {
    let (a, b) = (before.graph(), after.graph());
    assert_eq!(
        (a.node_count(), a.edge_count(), a.root()),
        (b.node_count(), b.edge_count(), b.root())
    );
    assert_eq!(before.total_size(), after.total_size());
    for node in a.nodes() {
        let figures = |snapshot: &Snapshot| {
            let graph = snapshot.graph();
            (
                (graph.kind(node), graph.id(node), graph.detachedness(node)),
                (snapshot.shallow_size(node), snapshot.retained_size(node)),
                (snapshot.distance(node), snapshot.dominator(node)),
                (graph.location(node), graph.trace_id(node)),
                snapshot.class(node),
                heap::wtf8::utf16_length(graph.raw_name(node)),
                heap::wtf8::utf16_length(snapshot.class_name(node)),
            )
        };
        assert_eq!(figures(before), figures(after), "@{}", a.id(node).0);
    }
    let rows = |snapshot: &Snapshot| -> Vec<_> {
        let rows = snapshot.rows().iter();
        rows.map(|row| {
            (
                (row.class, row.first, row.count),
                (row.distance, row.shallow, row.retained),
            )
        })
        .collect()
    };
    for (before, after) in rows(before).iter().zip(&rows(after)) {
        assert_eq!(before, after);
    }
    assert_eq!(before.rows().len(), after.rows().len());
}

/// Fails unless equal texts of the file are still equal, and different ones different.
pub(crate) fn check_texts(before: &[u8], after: &[u8]) {
    let firsts = |bytes: &[u8]| -> Vec<usize> {
        let mut reader = Reader::new(None);
        reader.feed(bytes).unwrap();
        let graph = reader.finish().unwrap();
        let mut first = HashMap::new();
        let strings = graph.strings().iter().enumerate();
        strings
            .map(|(index, text)| *first.entry(text.to_vec()).or_insert(index))
            .collect()
    };
    let (before, after) = (firsts(before), firsts(after));
    let differs = (0..before.len()).find(|&index| before[index] != after[index]);
    assert_eq!((before.len(), differs), (after.len(), None));
}
