//! Numbers as `DevTools` prints them: decimal units, grouped digits, minutes and seconds.

/// What a panel's numbers are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Bytes, in powers of a thousand.
    Bytes,
    /// Things one can count.
    #[default]
    Count,
}

const BYTES: [(f64, &str); 5] = [
    (1e12, "TB"),
    (1e9, "GB"),
    (1e6, "MB"),
    (1e3, "kB"),
    (1.0, "B"),
];

/// A value with its unit: `12.5 MB`, `340 kB`, `1,200`; `absent` when it is not a number.
pub fn value(unit: Unit, value: f64) -> String {
    if !value.is_finite() {
        return "absent".into();
    }
    match unit {
        Unit::Count => count(value),
        Unit::Bytes => {
            let (size, name) = scale(value);
            let scaled = value / size;
            let digits = usize::from(size > 1.0 && scaled.abs() < 100.0);
            format!("{} {name}", grouped(scaled, digits))
        }
    }
}

/// A change with its sign: `+2.1 MB`, `−300`, `no change`.
pub fn change(unit: Unit, difference: f64) -> String {
    if difference == 0.0 {
        return "no change".into();
    }
    let sign = if difference > 0.0 { "+" } else { "−" };
    format!("{sign}{}", value(unit, difference.abs()))
}

/// Labels of one axis: all in one unit, all with the same number of decimals.
pub fn labels(unit: Unit, ticks: &[f64]) -> Vec<String> {
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
pub fn time(ms: f64) -> String {
    let seconds = (ms / 1_000.0 + 1e-6).floor().max(0.0) as u64;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

/// A length of time in words, from ms.
pub fn duration(ms: f64) -> String {
    let seconds = (ms / 1_000.0).round().max(0.0) as u64;
    let plural =
        |count: u64, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    match (seconds / 60, seconds % 60) {
        (0, seconds) => plural(seconds, "second"),
        (minutes, 0) => plural(minutes, "minute"),
        (minutes, seconds) => format!(
            "{} {}",
            plural(minutes, "minute"),
            plural(seconds, "second")
        ),
    }
}

fn count(value: f64) -> String {
    if value.abs() >= 1e15 {
        return format!("{value:.3e}");
    }
    let whole = (value - value.round()).abs() < 1e-9;
    grouped(value, usize::from(!whole && value.abs() < 1_000.0))
}

fn scale(value: f64) -> (f64, &'static str) {
    // From 999.5 on it would be printed as 1,000 of the smaller unit.
    BYTES
        .into_iter()
        .find(|(size, _)| value.abs() >= size * 0.9995)
        .unwrap_or((1.0, "B"))
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
    let plain = format!("{:.digits$}", value.abs());
    let (whole, rest) = plain.split_at(plain.find('.').unwrap_or(plain.len()));
    let mut text = String::with_capacity(plain.len() + whole.len() / 3 + 3);
    if value < 0.0 && plain.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
        text.push('−');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_read_like_devtools() {
        let bytes = |number| value(Unit::Bytes, number);
        assert_eq!(bytes(0.0), "0 B");
        assert_eq!(bytes(999.0), "999 B");
        assert_eq!(bytes(999.9), "1.0 kB");
        assert_eq!(bytes(12_500.0), "12.5 kB");
        assert_eq!(bytes(123_456.0), "123 kB");
        assert_eq!(bytes(999_999.0), "1.0 MB");
        assert_eq!(bytes(12_500_000.0), "12.5 MB");
        assert_eq!(bytes(-2.5e9), "−2.5 GB");
        assert_eq!(bytes(f64::NAN), "absent");
        assert_eq!(value(Unit::Count, 1_200.0), "1,200");
        assert_eq!(value(Unit::Count, 0.5), "0.5");
        assert_eq!(value(Unit::Count, 1e18), "1.000e18");
        assert_eq!(change(Unit::Bytes, 2.1e6), "+2.1 MB");
        assert_eq!(change(Unit::Count, -3.0), "−3");
    }

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
    fn times_are_minutes_and_seconds() {
        assert_eq!(
            [0.0, 7_000.0, 750_000.0, 3_723_000.0].map(time),
            ["0:00", "0:07", "12:30", "1:02:03"]
        );
        assert_eq!(duration(30_000.0), "30 seconds");
        assert_eq!(duration(121_000.0), "2 minutes 1 second");
    }
}
