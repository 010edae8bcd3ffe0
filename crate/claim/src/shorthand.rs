//! Claims in a few words, for constants: what is not allowed does not compile.

#![expect(
    clippy::missing_panics_doc,
    reason = "they panic where a constant is evaluated: it does not compile"
)]

use std::borrow::Cow;

use crate::{
    Amount, Claim, Column, Counter, EXACT, Entry, Expect, Filter, MemoryType, Meter, Need, Process,
    Row, Statement, Text, Tolerance, View, When, WouldBe,
};

/// `n` for every unit.
pub const fn each(n: i64) -> Expect {
    Expect::Exactly { each: n, once: 0 }
}

/// `n` in all, however many units were made.
pub const fn once(n: i64) -> Expect {
    Expect::Exactly { each: 0, once: n }
}

/// `n` or more in all.
pub const fn at_least(n: i64) -> Expect {
    Expect::AtLeast { each: 0, once: n }
}

/// `n` or more for every unit.
pub const fn at_least_each(n: i64) -> Expect {
    Expect::AtLeast { each: n, once: 0 }
}

/// `n` or less in all.
pub const fn at_most(n: i64) -> Expect {
    Expect::AtMost { each: 0, once: n }
}

/// As much as `meter` moved.
pub const fn same_as(meter: Meter) -> Expect {
    Expect::SameAs { meter }
}

impl Expect {
    /// And `n` more in all: the list that holds the units, for one.
    #[must_use]
    pub const fn and_once(self, n: i64) -> Self {
        match self {
            Self::Exactly { each, .. } => Self::Exactly { each, once: n },
            Self::AtLeast { each, .. } => Self::AtLeast { each, once: n },
            Self::AtMost { each, .. } => Self::AtMost { each, once: n },
            Self::SameAs { .. } => panic!("another meter says all"),
        }
    }
}

/// The row of a constructor in the Comparison, its `# Delta`, with its name typed as the filter.
pub const fn row(constructor: &'static str) -> Row {
    Row {
        view: View::Comparison,
        filter: Filter {
            text: Cow::Borrowed(constructor),
            entry: Entry::AllObjects,
        },
        constructor: Cow::Borrowed(constructor),
        object: Cow::Borrowed(""),
        column: Column::Delta,
    }
}

impl Row {
    /// Another cell of it.
    #[must_use]
    pub const fn column(mut self, column: Column) -> Self {
        self.column = column;
        self
    }

    /// The row of the same name in another view.
    #[must_use]
    pub const fn view(mut self, view: View) -> Self {
        self.view = view;
        self
    }

    /// With another text in *Filter by class*.
    #[must_use]
    pub const fn filter(mut self, text: &'static str) -> Self {
        put(&mut self.filter.text, text);
        self
    }

    /// With an entry chosen in the Summary's drop-down.
    #[must_use]
    pub const fn entry(mut self, entry: Entry) -> Self {
        self.view = View::Summary;
        self.filter.entry = entry;
        self
    }

    /// Only the objects of this name in it.
    #[must_use]
    pub const fn object(mut self, name: &'static str) -> Self {
        put(&mut self.object, name);
        self
    }
}

/// A row reads so much.
pub const fn shows(row: Row, expect: Expect, within: Tolerance) -> Claim {
    claim(Statement::Row {
        row,
        amount: Amount { expect, within },
    })
}

/// `# Delta` of a constructor is exactly `n` for every unit.
pub const fn delta(constructor: &'static str, n: i64) -> Claim {
    assert!(n != 0, "a zero needs its control: nothing(row(…), …)");
    shows(row(constructor), each(n), EXACT)
}

/// A row is not there, or reads 0.
pub const fn nothing(row: Row, would_be: WouldBe) -> Claim {
    claim(Statement::Nothing { row, would_be })
}

/// What keeps every object that the units made: see [`Statement::Path`].
pub const fn path(along: &'static str) -> Claim {
    claim(Statement::Path {
        along: Cow::Borrowed(along),
    })
}

/// A meter moves by so much.
pub const fn reads(meter: Meter, expect: Expect, within: Tolerance) -> Claim {
    assert!(
        !meter.exact() || within.is_exact(),
        "what counts exactly has no tolerance"
    );
    claim(Statement::Meter {
        meter,
        of: None,
        amount: Amount { expect, within },
    })
}

/// A meter moves by about `n` for every unit.
pub const fn moves(meter: Meter, n: i64, within: Tolerance) -> Claim {
    reads(meter, each(n), within)
}

/// A meter counts exactly `n` for every unit.
pub const fn counts(meter: Meter, n: i64) -> Claim {
    reads(meter, each(n), EXACT)
}

/// An exact meter does not move at all.
pub const fn still(meter: Meter) -> Claim {
    assert!(
        meter.exact(),
        "this meter is never quite still: still_within"
    );
    reads(meter, once(0), EXACT)
}

/// A meter does not move by more than its tolerance.
pub const fn still_within(meter: Meter, within: Tolerance) -> Claim {
    reads(meter, once(0), within)
}

/// A counter of the browser moves by so much.
pub const fn counter(counter: Counter, expect: Expect, within: Tolerance) -> Claim {
    claim(Statement::Counter {
        counter,
        amount: Amount { expect, within },
    })
}

/// A process grows by so many bytes or more.
pub const fn process(process: Process, at_least: u64) -> Claim {
    claim(Statement::Process { process, at_least })
}

impl WouldBe {
    /// One object, made by a JavaScript expression.
    pub const fn planted(by: &'static str) -> Self {
        Self::Planted {
            by: Cow::Borrowed(by),
        }
    }
}

const fn claim(says: Statement) -> Claim {
    Claim {
        when: When::AfterUnits,
        needs: Cow::Borrowed(&[]),
        says,
        why: Cow::Borrowed(""),
    }
}

impl Claim {
    /// True in the turn that makes the units.
    #[must_use]
    pub const fn during(mut self) -> Self {
        self.when = When::DuringUnits;
        self
    }

    /// True after letting go.
    #[must_use]
    pub const fn after_let_go(mut self) -> Self {
        self.when = When::AfterLetGo;
        self
    }

    /// True once the browser had time to tidy up.
    #[must_use]
    pub const fn later(mut self) -> Self {
        self.when = When::Later;
        self
    }

    /// Only memory of a type.
    #[must_use]
    pub const fn of(mut self, kind: MemoryType) -> Self {
        match &mut self.says {
            Statement::Meter {
                meter: Meter::UserAgent,
                of,
                ..
            } => *of = Some(kind),
            _ => panic!("only the meter of the page's memory tells types apart"),
        }
        self
    }

    /// What it takes to see it.
    #[must_use]
    pub const fn needs(mut self, needs: &'static [Need]) -> Self {
        match &mut self.needs {
            Cow::Borrowed(place) => *place = needs,
            Cow::Owned(_) => panic!("for constants"),
        }
        self
    }

    /// Why it is so.
    #[must_use]
    pub const fn why(mut self, why: &'static str) -> Self {
        put(&mut self.why, why);
        self
    }
}

/// Nothing can be dropped in a constant, and what a constant holds is borrowed.
const fn put(place: &mut Text, text: &'static str) {
    match place {
        Cow::Borrowed(place) => *place = text,
        Cow::Owned(_) => panic!("for constants"),
    }
}
