//! Figures as people read them.

/// Bytes in thousands, a tenth below a hundred of them: `1.9 kB`, `100 kB`. What is shown is never more than there is.
pub fn size(bytes: u64) -> String {
    let (unit, name) = match bytes {
        0..1_000 => return format!("{bytes} B"),
        1_000..1_000_000 => (1_000, "kB"),
        1_000_000..1_000_000_000 => (1_000_000, "MB"),
        _ => (1_000_000_000, "GB"),
    };
    let tenths = bytes / (unit / 10);
    match (tenths / 10, tenths % 10) {
        (whole @ 0..100, tenth @ 1..) => format!("{whole}.{tenth} {name}"),
        (whole, _) => format!("{} {name}", number(whole)),
    }
}

/// `1 timer`, `25 timers`, `12,000 timers`.
pub fn many(count: u64, one: &str, more: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { more })
}

/// With commas between thousands.
pub fn number(count: u64) -> String {
    let digits = count.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{many, number, size};

    #[test]
    fn figures_read_well() {
        let sizes = [0, 999, 1_000, 1_999, 99_949, 100_500, 2_000_000, u64::MAX];
        let texts = sizes.map(size);
        assert_eq!(texts[..4], ["0 B", "999 B", "1 kB", "1.9 kB"]);
        assert_eq!(
            texts[4..],
            ["99.9 kB", "100 kB", "2 MB", "18,446,744,073 GB"]
        );
        assert_eq!(many(1, "timer", "timers"), "1 timer");
        assert_eq!(many(1_234_567, "timer", "timers"), "1,234,567 timers");
        let grouped = [0, 999, 1_000, 999_999, 1_000_000].map(number);
        assert_eq!(grouped, ["0", "999", "1,000", "999,999", "1,000,000"]);
    }
}
