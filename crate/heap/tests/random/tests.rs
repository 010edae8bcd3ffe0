//! Random heaps are written and read back, and every odd thing does happen in them.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::{Limits, drawing, pair, style};
use crate::draw::{Drawing, Text};
use crate::twin::{Figures, Filter, Refusal, comparison, figures, filtered};

proptest! {
    #![proptest_config(crate::random::cases(256))]

    #[test]
    fn written_and_read_back(drawing in drawing(Limits { huge: true, ..Limits::default() }), style in style()) {
        let json: serde_json::Value = serde_json::from_slice(&drawing.to_json(&style)).expect("JSON");
        prop_assert_eq!(Drawing::from_json(&json), drawing);
    }

    #[test]
    fn figures_hold_together(drawing in drawing(Limits { lone_surrogates: true, root_anywhere: true, ..Limits::default() })) {
        let figures = figures(&drawing);
        let all: u64 = drawing.nodes.iter().map(|node| node.size).sum();
        prop_assert_eq!(figures.shallow.iter().sum::<u64>(), all);
        prop_assert_eq!(figures.retained[drawing.root].to_bits(), (all as f64).to_bits());
        prop_assert_eq!(figures.dominator[drawing.root], drawing.root);
        for (node, dominator) in figures.dominator.iter().enumerate() {
            prop_assert!(figures.retained[*dominator] >= figures.retained[node]);
        }
    }
}

/// In so many heaps everything should have happened.
fn some<T>(count: usize, strategy: &impl Strategy<Value = T>) -> Vec<T> {
    let mut runner = TestRunner::deterministic();
    (0..count)
        .map(|_| strategy.new_tree(&mut runner).expect("a value").current())
        .collect()
}

#[test]
fn everything_happens() {
    let drawings = some(
        400,
        &drawing(Limits {
            lone_surrogates: true,
            root_anywhere: true,
            ..Limits::default()
        }),
    );
    let all: Vec<(&Drawing, Figures)> = drawings
        .iter()
        .map(|drawing| (drawing, figures(drawing)))
        .collect();
    let happens = |what: &str, holds: &dyn Fn(&Drawing, &Figures) -> bool| {
        let count = all
            .iter()
            .filter(|(drawing, figures)| holds(drawing, figures))
            .count();
        assert!(count >= 8, "{what}: only {count} times in {}", all.len());
    };
    happens("owned sizes", &|drawing, figures| {
        drawing
            .nodes
            .iter()
            .zip(&figures.shallow)
            .any(|(node, size)| node.size > *size)
    });
    happens("page objects", &|_, figures| {
        figures.page.contains(&true) && figures.page.contains(&false)
    });
    happens("detached by spreading", &|drawing, figures| {
        drawing
            .nodes
            .iter()
            .zip(&figures.detachedness)
            .any(|(node, state)| node.detachedness != *state && *state == 2)
    });
    happens("interfaces", &|_, figures| figures.interfaces.len() >= 2);
    happens("long interfaces", &|_, figures| {
        figures.interfaces.iter().any(|name| name.len() > 100)
    });
    happens("unreached", &|_, figures| figures.distance.contains(&-5));
    happens("system distances", &|_, figures| {
        figures
            .distance
            .iter()
            .any(|distance| *distance > 100_000_000)
    });
    happens("distances from 0", &|drawing, figures| {
        figures.distance[drawing.root] == 0
    });
    happens("deep dominators", &|drawing, figures| {
        figures
            .dominator
            .iter()
            .filter(|over| **over != drawing.root)
            .count()
            > 5
    });
    happens("keys with a place", &|_, figures| {
        figures.rows.iter().any(|row| !row.key.starts_with(","))
    });
    happens("rows lost to equal keys", &|_, figures| {
        figures.rows.iter().map(|row| row.count).sum::<usize>()
            < figures.shallow.iter().filter(|size| **size > 0).count()
    });
    happens("lone surrogates", &|drawing, _| {
        drawing.strings.iter().any(|text: &Text| !text.is_whole())
    });
    happens("queue overflow", &|_, figures| {
        figures.refusal == Some(Refusal::QueueOverflow)
    });
    happens("root in the middle", &|_, figures| {
        figures.refusal == Some(Refusal::RootInTheMiddle)
    });
    happens("arrays", &|_, figures| figures.statistics.js_arrays > 0.0);
    for filter in [
        Filter::Detached,
        Filter::Console,
        Filter::EventHandlers,
        Filter::Contexts,
        Filter::Between(3, 30),
    ] {
        happens(&format!("{filter:?}"), &|drawing, _| {
            !filtered(drawing, filter).is_empty()
        });
    }
}

#[test]
fn comparisons_find_much() {
    let pairs = some(100, &pair(Limits::default()));
    let both = pairs.iter().filter(|(base, later)| {
        let rows = comparison(base, later);
        rows.iter().any(|row| row.count_delta() > 0) && rows.iter().any(|row| row.size_delta() < 0)
    });
    assert!(both.count() > 20);
}
