//! The file as a whole.

use serde_json::json;

use super::graphs::{Graph, graphs};
use super::json::{number, numbers};
use super::surrogates;
use crate::draw::Style;
use crate::twin::{Refusal, figures};

#[test]
fn written_again_the_graphs_are_the_same() {
    for Graph {
        seed,
        drawing,
        snapshot,
        later,
        later_snapshot,
        ..
    } in graphs().iter()
    {
        let both = [
            (Some(drawing), Some(snapshot)),
            (later.as_ref(), later_snapshot.as_ref()),
        ];
        for (drawing, stored) in both
            .into_iter()
            .filter_map(|(drawing, stored)| drawing.zip(stored))
        {
            assert_eq!(
                surrogates::drawing(&drawing.to_json(&Style::odd(*seed))),
                surrogates::drawing(stored),
                "{seed}"
            );
        }
    }
}

#[test]
fn what_devtools_refuses() {
    let all = graphs();
    let refused: Vec<&Graph> = all.iter().filter(|graph| graph.is_refused()).collect();
    assert!(!refused.is_empty(), "the rule is tried");
    for Graph {
        seed,
        drawing,
        oracle,
        ..
    } in refused
    {
        assert_eq!(
            figures(drawing).refusal,
            Some(Refusal::QueueOverflow),
            "{seed} {}",
            oracle["error"]
        );
    }
    for Graph { seed, drawing, .. } in all.iter().filter(|graph| !graph.is_refused()) {
        assert_eq!(figures(drawing).refusal, None, "{seed}");
    }
}

#[test]
fn every_total() {
    for Graph {
        seed,
        drawing,
        oracle,
        ..
    } in graphs().iter().filter(|graph| !graph.is_refused())
    {
        let figures = figures(drawing);
        let (ours, theirs) = (&figures.statistics, &oracle["statistics"]);
        let (native, v8) = (&theirs["native"], &theirs["v8heap"]);
        let theirs = [
            &theirs["total"],
            &native["total"],
            &native["typedArrays"],
            &v8["total"],
            &v8["code"],
            &v8["jsArrays"],
            &v8["strings"],
            &v8["system"],
        ]
        .map(number);
        let ours = [
            ours.total,
            ours.native,
            ours.typed_arrays,
            ours.v8,
            ours.code,
            ours.js_arrays,
            ours.strings,
            ours.system,
        ];
        assert_eq!(format!("{ours:?}"), format!("{theirs:?}"), "{seed}");
        assert_eq!(
            numbers(&json!([figures.total])),
            numbers(&json!([oracle["totals"]["totalSize"]])),
            "{seed}"
        );
    }
}
