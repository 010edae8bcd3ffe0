//! Events of the run, in time order.

use crate::format;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are the page's own words")]
pub enum Kind {
    Start,
    Stop,
    Step,
    Collection,
    LetGo,
    Reset,
    Budget,
    Trap,
    Note,
}

impl Kind {
    /// From the page's word.
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "start" => Self::Start,
            "stop" => Self::Stop,
            "step" => Self::Step,
            "collection" => Self::Collection,
            "let-go" => Self::LetGo,
            "reset" => Self::Reset,
            "budget" => Self::Budget,
            "trap" => Self::Trap,
            "note" => Self::Note,
            _ => return None,
        })
    }

    /// The reader's word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Stop => "stop",
            Self::Step => "step",
            Self::Collection => "collection",
            Self::LetGo => "let go",
            Self::Reset => "reset",
            Self::Budget => "budget",
            Self::Trap => "trap",
            Self::Note => "note",
        }
    }

    /// Whether the run ended or was interrupted by it: drawn stronger.
    pub fn is_grave(self) -> bool {
        matches!(self, Self::Budget | Self::Trap)
    }

    /// Whether it is one of many: drawn dashed.
    pub fn is_passing(self) -> bool {
        matches!(
            self,
            Self::Step | Self::Collection | Self::LetGo | Self::Note
        )
    }
}

/// One event.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// When, in ms on the run's time line.
    pub time: f64,
    /// What.
    pub kind: Kind,
    /// The page's words about it; may be empty.
    pub text: String,
}

impl Mark {
    /// `0:12 start leak-objects`, counted from `origin` (ms).
    pub fn describe(&self, origin: f64) -> String {
        let text = format!(
            "{} {} {}",
            format::time(self.time - origin),
            self.kind.word(),
            self.text
        );
        text.trim_end().into()
    }
}

/// All events, sorted by time.
#[derive(Clone, Debug, Default)]
pub struct Marks(Vec<Mark>);

impl Marks {
    /// Adds an event where its time says; one without a time is left out.
    pub fn add(&mut self, mark: Mark) {
        if mark.time.is_finite() {
            let at = self.0.partition_point(|other| other.time <= mark.time);
            self.0.insert(at, mark);
        }
    }

    /// The events from `start` to `end` (ms), both included.
    pub fn between(&self, start: f64, end: f64) -> &[Mark] {
        let from = self.0.partition_point(|mark| mark.time < start);
        let to = self.0.partition_point(|mark| mark.time <= end);
        &self.0[from..to.max(from)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn late_marks_find_their_place() {
        let mut marks = Marks::default();
        for time in [30.0, 10.0, f64::NAN, 20.0] {
            marks.add(Mark {
                time,
                kind: Kind::Step,
                text: String::new(),
            });
        }
        let times: Vec<f64> = marks
            .between(10.0, 25.0)
            .iter()
            .map(|mark| mark.time)
            .collect();
        assert_eq!(times, [10.0, 20.0]);
        assert!(marks.between(25.0, 10.0).is_empty());
    }

    #[test]
    fn a_mark_reads_like_a_line_of_a_log() {
        let mark = Mark {
            time: 13_000.0,
            kind: Kind::LetGo,
            text: "leak-objects".into(),
        };
        assert_eq!(mark.describe(1_000.0), "0:12 let go leak-objects");
    }
}
