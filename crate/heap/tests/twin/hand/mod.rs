//! The twin against figures worked out by hand.

mod classes;
mod comparisons;
mod detached;
mod distances;
mod dominators;
mod filters;
mod rows;
mod sizes;
mod totals;

use crate::draw::{Drawing, Text, picture};
use crate::twin::{Figures, figures};

fn of(text: &str) -> (Drawing, Figures) {
    let drawing = picture(text);
    let figures = figures(&drawing);
    (drawing, figures)
}

/// As texts, to be compared with what a test expects.
fn shown(texts: &[Text]) -> Vec<String> {
    texts.iter().map(Text::to_string).collect()
}
