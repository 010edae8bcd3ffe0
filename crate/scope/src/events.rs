//! What happened in the run, as records in time order.

use crate::bound;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Type {
    Start,
    Stop,
    Step,
    Collection,
    LetGo,
    Reset,
    Budget,
    Trap,
    Failure,
    Note,
}

impl Type {
    pub(crate) const WORDS: [(&str, Self); 10] = [
        ("start", Self::Start),
        ("stop", Self::Stop),
        ("step", Self::Step),
        ("collection", Self::Collection),
        ("let-go", Self::LetGo),
        ("reset", Self::Reset),
        ("budget", Self::Budget),
        ("trap", Self::Trap),
        ("failure", Self::Failure),
        ("note", Self::Note),
    ];

    /// Whether the run ended or was interrupted by it: drawn stronger.
    pub(crate) fn is_grave(self) -> bool {
        matches!(self, Self::Budget | Self::Trap | Self::Failure)
    }

    /// Whether it is one of many: drawn dashed.
    pub(crate) fn is_passing(self) -> bool {
        matches!(
            self,
            Self::Step | Self::Collection | Self::LetGo | Self::Note
        )
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variant {
    Leaky,
    Fixed,
}

impl Variant {
    pub(crate) const WORDS: [(&str, Self); 2] = [("leaky", Self::Leaky), ("fixed", Self::Fixed)];
}

/// One event; a field that does not apply to its type is absent.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Event {
    /// When, in ms.
    pub(crate) time: f64,
    pub(crate) what: Type,
    /// The scenario.
    pub(crate) slug: Option<Box<str>>,
    pub(crate) variant: Option<Variant>,
    /// Units asked for.
    pub(crate) units: Option<f64>,
    /// Units that were made.
    pub(crate) made: Option<f64>,
    /// Why, as a code, or what was noted.
    pub(crate) reason: Option<Box<str>>,
}

impl Event {
    /// The same with its time counted from another moment (ms).
    pub(crate) fn since(&self, origin: f64) -> Self {
        Self {
            time: self.time - origin,
            ..self.clone()
        }
    }

    fn repeats(&self, other: &Self) -> bool {
        self.what == other.what && self.slug == other.slug && self.variant == other.variant
    }
}

/// The events, sorted by time: at most [`bound::EVENTS`].
#[derive(Clone, Debug, Default)]
pub(crate) struct Events {
    list: Vec<Event>,
    dropped: u32,
}

impl Events {
    /// The events that were kept of a run, and how many were not.
    pub(crate) fn of(kept: Vec<Event>, dropped: u32) -> Self {
        let mut events = Self::default();
        for event in kept {
            events.add(event);
        }
        events.dropped += dropped;
        events
    }

    /// Adds an event where its time says; one without a time is left out.
    pub(crate) fn add(&mut self, mut event: Event) {
        if !event.time.is_finite() {
            return;
        }
        event.slug = event.slug.map(shortened);
        event.reason = event.reason.map(shortened);
        if self.list.len() >= bound::EVENTS {
            self.thin();
        }
        let at = self.list.partition_point(|other| other.time <= event.time);
        bound::push(&mut self.list, event, bound::EVENTS);
        self.list[at..].rotate_right(1);
    }

    /// Drops every second of the older half's repetitions; where nothing repeats, of all of them. The first one stays.
    fn thin(&mut self) {
        let before = self.list.len();
        let mut drop = vec![false; before];
        for at in 1..before / 2 {
            drop[at] = !drop[at - 1] && self.list[at].repeats(&self.list[at - 1]);
        }
        if !drop.contains(&true) {
            (1..before / 2).for_each(|at| drop[at] = at % 2 == 1);
        }
        let mut at = 0..;
        self.list
            .retain(|_| at.next().is_none_or(|at: usize| !drop[at]));
        self.dropped += (before - self.list.len()) as u32;
    }

    /// All of them.
    pub(crate) fn all(&self) -> &[Event] {
        &self.list
    }

    /// How many were dropped to keep within bounds.
    pub(crate) fn dropped(&self) -> u32 {
        self.dropped
    }

    /// The events from `start` to `end` (ms), both included.
    pub(crate) fn between(&self, start: f64, end: f64) -> &[Event] {
        let from = self.list.partition_point(|event| event.time < start);
        let to = self.list.partition_point(|event| event.time <= end);
        &self.list[from..to.max(from)]
    }
}

fn shortened(text: Box<str>) -> Box<str> {
    if text.len() <= bound::TEXT {
        return text;
    }
    let within = |&(at, char): &(usize, char)| at + char.len_utf8() <= bound::TEXT;
    let chars = text.char_indices().take_while(within);
    chars.map(|(_, char)| char).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(time: f64, what: Type, slug: &str) -> Event {
        Event {
            time,
            what,
            slug: Some(slug.into()),
            variant: None,
            units: None,
            made: None,
            reason: None,
        }
    }

    #[test]
    fn late_events_find_their_place() {
        let mut events = Events::default();
        for time in [30.0, 10.0, f64::NAN, 20.0] {
            events.add(event(time, Type::Step, ""));
        }
        let times: Vec<f64> = events.all().iter().map(|event| event.time).collect();
        assert_eq!(times, [10.0, 20.0, 30.0]);
        assert_eq!(events.between(10.0, 25.0).len(), 2);
        assert!(events.between(25.0, 10.0).is_empty());
    }

    #[test]
    fn a_day_of_clicks_is_bounded_and_leaves_the_rare_ones() {
        let mut events = Events::default();
        events.add(event(0.0, Type::Start, "first"));
        events.add(event(1.0, Type::Step, "leak-boxes"));
        events.add(event(2.0, Type::Trap, "leak-boxes"));
        for at in 3..100_000 {
            let mut event = event(f64::from(at), Type::Step, "leak-boxes");
            event.reason = Some("é".repeat(500).into());
            events.add(event);
        }
        assert_eq!(events.list.capacity(), bound::EVENTS);
        let text = |event: &Event| event.reason.as_ref().map_or(0, |text| text.len());
        assert!(events.all().iter().all(|event| text(event) <= bound::TEXT));
        assert_eq!(events.all().len() + events.dropped() as usize, 100_000);
        assert_eq!(events.all()[0].slug.as_deref(), Some("first"));
        assert_eq!(events.all()[2].what, Type::Trap);
    }

    #[test]
    fn events_that_never_repeat_are_bounded_too() {
        let mut events = Events::default();
        for at in 0..20_000 {
            let what = if at % 2 == 0 { Type::Start } else { Type::Stop };
            events.add(event(f64::from(at), what, &format!("{}", at / 2)));
        }
        assert!(events.all().len() <= bound::EVENTS);
        assert_eq!(events.all()[0].time, 0.0);
        assert_eq!(events.all().len() + events.dropped() as usize, 20_000);
    }
}
