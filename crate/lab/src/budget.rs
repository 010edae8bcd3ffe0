//! Stops a run before the tab dies.

/// The budget a page starts with, in megabytes over what it had when the budget was last set.
pub const DEFAULT_MEGABYTES: u32 = 512;
/// The largest budget a visitor may set, in megabytes.
pub const MOST_MEGABYTES: u32 = 8_192;
/// Near the heap's limit V8 spends its time collecting, and then ends the tab: stop before.
const HEAP_SHARE: f64 = 0.85;
/// Room left in linear memory: less, and the next unit or the page's own calls into wasm may fail.
const LINEAR_MARGIN: f64 = 16.0 * 1_048_576.0;

/// What the meters say, in bytes; `NaN` where a meter is absent.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// JS heap used.
    pub used: f64,
    /// JS heap limit.
    pub limit: f64,
    /// wasm linear memory.
    pub linear: f64,
    /// wasm memory's maximum.
    pub maximum: f64,
    /// What the scenarios' own arithmetic says they keep: it needs no meter, and is never late.
    pub kept: f64,
}

/// Why a run has to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The budget is used up.
    Budget,
    /// V8's heap is near its limit.
    HeapLimit,
    /// Linear memory is at its maximum.
    WasmMaximum,
}

impl Stop {
    /// The stable code of this error.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Budget => "budget.reached",
            Self::HeapLimit => "budget.heap-limit",
            Self::WasmMaximum => "budget.wasm-maximum",
        }
    }
}

/// Growth over all meters since `start`: what JavaScript holds, by the meter or by the scenarios' own arithmetic,
/// whichever is more, and linear memory.
pub fn growth(start: Reading, now: Reading) -> f64 {
    let measured = (now.used - start.used).max(0.0);
    let counted = (now.kept - start.kept).max(0.0);
    measured.max(counted) + (now.linear - start.linear).max(0.0)
}

/// How far linear memory may grow before every run stops, in bytes.
pub fn most_linear(maximum: f64) -> f64 {
    maximum - LINEAR_MARGIN
}

/// Whether a run has to stop, and why.
pub fn check(start: Reading, now: Reading, budget: f64) -> Option<Stop> {
    if now.used > now.limit * HEAP_SHARE {
        Some(Stop::HeapLimit)
    } else if now.linear > most_linear(now.maximum) {
        Some(Stop::WasmMaximum)
    } else if growth(start, now) >= budget {
        Some(Stop::Budget)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Reading, Stop, check, growth};

    const START: Reading = Reading {
        used: 5e6,
        limit: 4e9,
        linear: 1e6,
        maximum: 1_073_741_824.0,
        kept: 0.0,
    };

    #[test]
    fn growth_is_summed_over_the_two_memories() {
        let now = Reading {
            used: 15e6,
            linear: 3e6,
            ..START
        };
        assert!((growth(START, now) - 12e6).abs() < 1.0);
    }

    #[test]
    fn without_a_meter_the_scenarios_own_count_holds() {
        let blind = Reading {
            used: f64::NAN,
            limit: f64::NAN,
            ..START
        };
        assert_eq!(check(blind, Reading { kept: 5e6, ..blind }, 10e6), None);
        assert_eq!(
            check(
                blind,
                Reading {
                    kept: 12e6,
                    ..blind
                },
                10e6
            ),
            Some(Stop::Budget)
        );
    }

    #[test]
    fn memory_given_back_is_no_growth() {
        assert_eq!(check(START, Reading { used: 1e6, ..START }, 1.0), None);
    }

    #[test]
    fn hard_stops_come_before_the_budget() {
        assert_eq!(
            check(
                START,
                Reading {
                    used: 3.9e9,
                    ..START
                },
                1e12
            ),
            Some(Stop::HeapLimit)
        );
        let full = Reading {
            linear: 1_073_741_824.0,
            ..START
        };
        assert_eq!(check(START, full, 1e12), Some(Stop::WasmMaximum));
    }
}
