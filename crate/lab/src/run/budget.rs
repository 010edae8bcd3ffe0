//! Stops a run before the tab dies.

/// Near the heap's limit V8 spends its time collecting, and then ends the tab: stop before.
const HEAP_SHARE: f64 = 0.85;
/// Room left in linear memory: less, and the next unit or the page's own calls into wasm may fail.
const LINEAR_MARGIN: f64 = 16.0 * 1_048_576.0;

/// Why a run has to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// The budget is used up.
    Budget,
    /// V8's heap is near its limit.
    HeapLimit,
    /// Linear memory is at its maximum.
    WasmMaximum,
}

impl Stop {
    /// The stable code of this error.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Budget => "budget.reached",
            Self::HeapLimit => "budget.heap-limit",
            Self::WasmMaximum => "budget.wasm-maximum",
        }
    }
}

/// Growth over all memories, in bytes: what JavaScript holds, by the meter (`used` less `used_before`, `NaN` where the
/// meter is absent) or by the scenarios' own arithmetic (`kept`), whichever is more; linear memory; and what no meter
/// of a page sees, by arithmetic alone (`beyond`: the GPU's memory, other processes, other workers).
pub(crate) fn growth(
    used: f64,
    used_before: f64,
    kept: f64,
    beyond: f64,
    linear: f64,
    linear_before: f64,
) -> f64 {
    let measured = (used - used_before).max(0.0);
    measured.max(kept) + beyond + (linear - linear_before).max(0.0)
}

/// How far linear memory may grow before every run stops, in bytes.
pub(crate) fn most_linear(maximum: f64) -> f64 {
    maximum - LINEAR_MARGIN
}

/// Whether a run has to stop, and why: first what no budget may override. All in bytes; `used` and `limit` are `NaN`
/// where the meter is absent.
pub(crate) fn check(
    used: f64,
    limit: f64,
    linear: f64,
    maximum: f64,
    growth: f64,
    budget: f64,
) -> Option<Stop> {
    if used > limit * HEAP_SHARE {
        Some(Stop::HeapLimit)
    } else if linear > most_linear(maximum) {
        Some(Stop::WasmMaximum)
    } else if growth >= budget {
        Some(Stop::Budget)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Stop, check, growth};

    const NO: f64 = f64::NAN;

    fn grew(expected: f64, growth: f64) {
        assert!((growth - expected).abs() < 1.0, "{growth}");
    }

    #[test]
    fn growth_is_summed_over_the_two_memories() {
        grew(12e6, growth(15e6, 5e6, 0.0, 0.0, 3e6, 1e6));
    }

    #[test]
    fn what_no_meter_sees_is_added() {
        grew(40e6, growth(5e6, 5e6, 0.0, 40e6, 1e6, 1e6));
    }

    #[test]
    fn what_is_counted_holds_where_the_meter_is_absent_or_late() {
        grew(12e6, growth(NO, NO, 12e6, 0.0, 1e6, 1e6));
        grew(12e6, growth(6e6, 5e6, 12e6, 0.0, 1e6, 1e6));
    }

    #[test]
    fn memory_given_back_is_no_growth() {
        grew(0.0, growth(1e6, 5e6, 0.0, 0.0, 1e6, 2e6));
    }

    #[test]
    fn hard_stops_come_before_the_budget() {
        assert_eq!(
            check(3.9e9, 4e9, 1e6, 1e9, 0.0, 1e12),
            Some(Stop::HeapLimit)
        );
        assert_eq!(
            check(5e6, 4e9, 1e9, 1e9, 0.0, 1e12),
            Some(Stop::WasmMaximum)
        );
        assert_eq!(check(NO, NO, 1e6, 1e9, 5.0, 5.0), Some(Stop::Budget));
        assert_eq!(check(NO, NO, 1e6, 1e9, 4.0, 5.0), None);
    }
}
