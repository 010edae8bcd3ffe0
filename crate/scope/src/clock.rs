//! One time line out of a clock that may start again (a reloaded page counts from zero).

/// Maps the page's clock to a time line that never goes back.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clock {
    pub(crate) offset: f64,
    pub(crate) last: f64,
}

impl Default for Clock {
    fn default() -> Self {
        Self {
            offset: 0.0,
            last: f64::NEG_INFINITY,
        }
    }
}

impl Clock {
    /// The time line's time of a sample, in ms. When the clock went back, it goes on from the last sample.
    pub(crate) fn tick(&mut self, time: f64) -> f64 {
        if time + self.offset < self.last {
            self.offset = self.last - time;
        }
        self.last = time + self.offset;
        self.last
    }

    /// The time line's time of an event, in ms.
    pub(crate) fn place(&self, time: f64) -> f64 {
        time + self.offset
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_starts_again_goes_on() {
        let mut clock = Clock::default();
        let ticks: Vec<f64> = [1_000.0, 1_200.0, 5.0, 205.0]
            .map(|time| clock.tick(time))
            .to_vec();
        assert_eq!(ticks, [1_000.0, 1_200.0, 1_200.0, 1_400.0]);
        assert_eq!(clock.place(305.0), 1_500.0);
    }
}
