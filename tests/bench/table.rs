//! Prints a figure beside its bound, and remembers whether one was beyond it.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

static OVER: AtomicUsize = AtomicUsize::new(0);

/// How many figures were beyond their bounds so far.
pub(crate) fn over() -> usize {
    OVER.load(Relaxed)
}

/// Prints one figure: at most `bound` is within.
pub(crate) fn at_most(what: &str, value: f64, unit: &str, bound: f64) {
    line(what, value, unit, "at most", bound, value <= bound);
}

/// Prints one figure: at least `bound` is within.
pub(crate) fn at_least(what: &str, value: f64, unit: &str, bound: f64) {
    line(what, value, unit, "at least", bound, value >= bound);
}

fn line(what: &str, value: f64, unit: &str, side: &str, bound: f64, within: bool) {
    OVER.fetch_add(usize::from(!within), Relaxed);
    let verdict = if within { "within" } else { "OVER" };
    println!("  {what:<52} {value:>12.2} {unit:<6} {side} {bound:<8} {verdict}");
}

/// The middle one.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
