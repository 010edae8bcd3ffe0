//! Any graph is told without an end in itself.

use heap::{ReportOptions, path::Options, report, story};
use proptest::prelude::*;

use crate::draw::Style;
use crate::fixture;
use crate::random::{Limits, drawing};

proptest! {
    #![proptest_config(crate::random::cases(60))]

    #[test]
    fn every_object_and_every_edge_has_words(drawing in drawing(Limits::default())) {
        let snapshot = fixture::open(&drawing.to_json(&Style::V8));
        let graph = snapshot.graph();
        for node in graph.nodes() {
            prop_assert!(!story::object(&snapshot, node).contains('\n'));
            prop_assert!(!story::function(&snapshot, node).contains('\n'));
            prop_assert!(story::scope(&snapshot, node).contains("scope"));
            for edge in graph.edges(node) {
                prop_assert!(!story::holder(&snapshot, edge).is_empty());
            }
            for path in &snapshot.paths(node, &Options { most: 2, ..Options::default() }).list {
                let pieces = story::pieces(&snapshot, path);
                // Step by step, nothing twice and nothing left out but the end.
                let mut at = 0;
                for piece in &pieces {
                    prop_assert_eq!(piece.steps.start, at);
                    prop_assert!(piece.steps.end > at && piece.steps.end <= path.steps.len());
                    at = piece.steps.end;
                }
                prop_assert!(story::sentence(&snapshot, path).starts_with(&story::object(&snapshot, node)));
            }
        }
        let page = report(&[&snapshot, &snapshot], &ReportOptions::default());
        prop_assert!(page.starts_with("# Heap report\n"));
    }
}
