//! Labels of the axes: decimal units, digits in threes, minutes and seconds.

use raster::decimal;

/// What a panel's numbers are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Bytes, in powers of a thousand.
    Bytes,
    /// Things one can count.
    #[default]
    Count,
}

impl Unit {
    pub(crate) const WORDS: [(&str, Self); 2] = [("bytes", Self::Bytes), ("count", Self::Count)];
}

/// Labels of one axis: all in one unit, all with the same number of decimals.
pub(crate) fn labels(unit: Unit, ticks: &[f64]) -> Vec<String> {
    let most = ticks
        .iter()
        .fold(0.0_f64, |most, tick| most.max(tick.abs()));
    let (size, name) = match unit {
        Unit::Bytes => scale(most),
        Unit::Count if most >= 1e7 => [(1e12, "T"), (1e9, "G"), (1e6, "M")]
            .into_iter()
            .find(|(size, _)| most >= *size)
            .unwrap_or((1.0, "")),
        Unit::Count => (1.0, ""),
    };
    let step = ticks
        .windows(2)
        .map(|pair| (pair[1] - pair[0]).abs())
        .fold(f64::INFINITY, f64::min);
    let digits = decimals(step / size);
    let text = |tick: &f64| match (*tick, name) {
        (0.0, _) => "0".into(),
        (tick, "") => grouped(tick / size, digits),
        (tick, name) => format!("{} {name}", grouped(tick / size, digits)),
    };
    ticks.iter().map(text).collect()
}

/// Time since the run's start, from ms: `0:07`, `12:30`, `1:02:03`.
pub(crate) fn time(ms: f64) -> String {
    let seconds = (ms / 1_000.0 + 1e-6).floor().max(0.0) as u64;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

/// The unit of bytes for a size: as the page prints them, up to MB, so that a megabyte more is seen at any size.
fn scale(value: f64) -> (f64, &'static str) {
    match value.abs() {
        // From here on it would be printed as 1,000 of the smaller unit.
        size if size >= 999_950.0 => (1e6, "MB"),
        size if size >= 999.5 => (1e3, "kB"),
        _ => (1.0, "B"),
    }
}

fn decimals(step: f64) -> usize {
    if !step.is_finite() || step <= 0.0 {
        return 0;
    }
    (0..3)
        .find(|&digits| (step * 10_f64.powi(digits)).fract().abs() < 1e-6)
        .unwrap_or(3) as usize
}

fn grouped(value: f64, digits: usize) -> String {
    let plain = decimal(value.abs(), digits);
    let whole = plain.find('.').unwrap_or(plain.len());
    let mut text = String::with_capacity(plain.len() + whole / 3 + 1);
    if value < 0.0 && plain.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
        text.push('-');
    }
    for (at, digit) in plain.chars().enumerate() {
        if at > 0 && at < whole && (whole - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_share_unit_and_decimals() {
        assert_eq!(
            labels(Unit::Bytes, &[0.0, 5e5, 1e6, 1.5e6]),
            ["0", "0.5 MB", "1.0 MB", "1.5 MB"]
        );
        assert_eq!(labels(Unit::Bytes, &[0.0, 2e7]), ["0", "20 MB"]);
        assert_eq!(
            labels(Unit::Count, &[0.0, 500.0, 1_000.0]),
            ["0", "500", "1,000"]
        );
        assert_eq!(labels(Unit::Count, &[0.0, 2e7]), ["0", "20 M"]);
        assert_eq!(labels(Unit::Count, &[]), Vec::<String>::new());
    }

    #[test]
    fn thousands_are_apart_and_a_sign_is_only_before_what_is_not_zero() {
        assert_eq!(grouped(-1_234.5, 1), "-1,234.5");
        assert_eq!(grouped(-0.04, 1), "0.0");
    }

    /// The page prints the same numbers beside the chart, by its own code.
    #[test]
    fn times_and_digits_are_those_of_the_page() {
        let table: Table =
            serde_json::from_str(include_str!("../../../tests/fixture/numbers.json")).unwrap();
        for (ms, text) in table.clock {
            assert_eq!(time(ms), text);
        }
        for (number, text) in table.count {
            assert_eq!(grouped(number, 0), text);
        }
        for (number, text) in table.bytes {
            let (size, name) = scale(number);
            let digits = usize::from(size > 1.0);
            assert_eq!(format!("{} {name}", grouped(number / size, digits)), text);
        }
    }

    #[derive(serde::Deserialize)]
    struct Table {
        clock: Vec<(f64, String)>,
        count: Vec<(f64, String)>,
        bytes: Vec<(f64, String)>,
    }
}
