//! All figures of one heap.

use super::distance::distances_without;
use super::heap::Heap;
use super::rows::{self, Row};
use super::samples;
use super::statistics::{self, Statistics};
use crate::draw::{Drawing, Text};

/// One entry per node unless it says otherwise.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Figures {
    pub(crate) shallow: Vec<u64>,
    pub(crate) retained: Vec<f64>,
    pub(crate) distance: Vec<i64>,
    pub(crate) dominator: Vec<usize>,
    /// Whether it belongs to the page.
    pub(crate) page: Vec<bool>,
    /// 2: detached, after it was spread.
    pub(crate) detachedness: Vec<u8>,
    /// With `Detached ` where it was added.
    pub(crate) name: Vec<Text>,
    pub(crate) class_name: Vec<Text>,
    pub(crate) class_key: Vec<Text>,
    /// The interfaces of plain objects, the most frequent first.
    pub(crate) interfaces: Vec<Text>,
    /// One per class, in no particular order.
    pub(crate) rows: Vec<Row>,
    /// One per sample.
    pub(crate) samples: Vec<u64>,
    pub(crate) total: f64,
    pub(crate) statistics: Statistics,
    /// DevTools would not have opened the file. The figures are then what the rules say all the same.
    pub(crate) refusal: Option<Refusal>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// More entries in the queue of rule 5 than nodes.
    QueueOverflow,
    /// The root is neither first nor last.
    RootInTheMiddle,
}

/// Distances if it were not for some nodes.
pub(crate) fn ignoring(drawing: &Drawing, ignored: &[usize]) -> Vec<i64> {
    let heap = Heap::of(drawing);
    distances_without(drawing, &heap.names, ignored).distance
}

pub(crate) fn figures(drawing: &Drawing) -> Figures {
    let heap = Heap::of(drawing);
    let nodes = 0..drawing.nodes.len();
    let total = heap.dominators.retained[drawing.root] + statistics::extra(&heap);
    let refusal = if drawing.root != 0 && drawing.root + 1 != nodes.len() {
        Some(Refusal::RootInTheMiddle)
    } else {
        heap.distances.overflow.then_some(Refusal::QueueOverflow)
    };
    Figures {
        class_name: heap
            .classes
            .iter()
            .map(|class| class.text(drawing))
            .collect(),
        class_key: nodes
            .clone()
            .map(|node| rows::key(&heap, &heap.classes, node))
            .collect(),
        rows: rows::rows(&heap, &vec![true; nodes.len()]),
        interfaces: heap
            .definitions
            .iter()
            .map(|definition| definition.name.clone())
            .collect(),
        samples: samples::sizes(&heap),
        statistics: statistics::statistics(&heap, total),
        total,
        refusal,
        shallow: heap.sizes,
        retained: heap.dominators.retained,
        distance: heap.distances.distance,
        dominator: heap.dominators.immediate,
        page: heap.page,
        detachedness: heap.state,
        name: heap.names,
    }
}

impl Figures {
    /// The row of a class.
    pub(crate) fn row(&self, key: &str) -> &Row {
        let row = self.rows.iter().find(|row| row.key.is(key));
        row.unwrap_or_else(|| panic!("no row {key}"))
    }
}
