use wasm_bindgen::prelude::wasm_bindgen;

/// How far a reading of `performance.memory` can be trusted.
#[wasm_bindgen]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// To the byte, refreshed every 50 ms.
    Exact = "exact",
    /// Rounded to one of a hundred steps and refreshed every 20 minutes: useless for hunting.
    Bucketed = "bucketed",
    /// The browser has no such reading.
    Absent = "absent",
}

/// Judges a reading of `performance.memory`: Blink's buckets are all multiples of 100,000
/// (`third_party/blink/renderer/core/timing/memory_info.cc`), and exact readings practically never are.
#[wasm_bindgen]
pub fn precision(used: f64, total: f64, limit: f64) -> Precision {
    if [used, total, limit]
        .iter()
        .any(|value| !value.is_finite() || *value <= 0.0)
    {
        return Precision::Absent;
    }
    if [used, total, limit]
        .iter()
        .all(|value| value % 100_000.0 == 0.0)
    {
        return Precision::Bucketed;
    }
    Precision::Exact
}

#[cfg(test)]
mod tests {
    use super::{Precision, precision};

    #[test]
    fn readings_are_judged_by_their_rounding() {
        assert_eq!(
            precision(665_994.0, 1_208_000.0, 4_395_630_592.0),
            Precision::Exact
        );
        assert_eq!(precision(1e7, 1e7, 3_760_000_000.0), Precision::Bucketed);
        assert_eq!(
            precision(2_340_000_000.0, 2_460_000_000.0, 3_760_000_000.0),
            Precision::Bucketed
        );
        assert_eq!(precision(f64::NAN, f64::NAN, f64::NAN), Precision::Absent);
        assert_eq!(precision(0.0, 0.0, 0.0), Precision::Absent);
    }
}
