//! How fast a scenario runs.

/// The shortest period a run may have, in milliseconds: browsers do not keep timers shorter than 4 ms.
pub const SHORTEST_PERIOD: u32 = 10;
/// The longest period, in milliseconds.
pub const LONGEST_PERIOD: u32 = 60_000;
/// The most units a tick may make.
pub const MOST_UNITS: u32 = 1_000;
/// What a run may fall behind before the rest is dropped, in periods: a hidden tab's timers fire once a second.
const LONGEST_BACKLOG: f64 = 100.0;

/// When a scenario's units are due by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// One unit every so many milliseconds.
    Every(u32),
    /// One unit when started, and no more.
    Once,
}

impl Pace {
    /// Milliseconds between units; 0 for a scenario that makes one and stops.
    pub const fn period(self) -> u32 {
        match self {
            Self::Every(period) => period,
            Self::Once => 0,
        }
    }
}

/// How many units are due `elapsed` milliseconds into a run that has made `made`: the rate is kept by the clock, so
/// that a late timer is made up for and the rate asked is the rate achieved.
pub fn due(elapsed: f64, period: f64, units: f64, made: f64) -> f64 {
    let wanted = (elapsed / period).floor() * units;
    (wanted - made).clamp(0.0, LONGEST_BACKLOG * units)
}

#[cfg(test)]
mod tests {
    use super::due;

    fn check(elapsed: f64, made: f64, expected: f64) {
        assert!((due(elapsed, 100.0, 2.0, made) - expected).abs() < f64::EPSILON);
    }

    #[test]
    fn a_late_tick_is_made_up_for() {
        check(99.0, 0.0, 0.0);
        check(100.0, 0.0, 2.0);
        check(350.0, 2.0, 4.0);
        check(350.0, 6.0, 0.0);
    }

    #[test]
    fn a_backlog_has_an_end_and_a_clock_going_back_makes_nothing() {
        check(1e9, 0.0, 200.0);
        check(-500.0, 4.0, 0.0);
    }
}
