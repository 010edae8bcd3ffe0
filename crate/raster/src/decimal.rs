//! Numbers with decimals.

/// A number that is not negative with so many decimals. By hand: the standard formatting of floating-point numbers is
/// twenty kilobytes of tables and long arithmetic.
pub fn decimal(value: f64, digits: usize) -> String {
    let one = 10_u64.pow(digits as u32);
    let parts = (value * one as f64).round() as u64;
    if digits == 0 {
        return parts.to_string();
    }
    format!("{}.{:0digits$}", parts / one, parts % one)
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn decimals_are_all_there_and_carried() {
        for (value, digits, text) in [
            (0.05, 3, "0.050"),
            (13.75, 3, "13.750"),
            (0.999_6, 3, "1.000"),
            (2.5, 0, "3"),
        ] {
            assert_eq!(decimal(value, digits), text);
        }
    }
}
