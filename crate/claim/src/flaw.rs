//! What is wrong with a claim by itself, before anything is looked at.

use crate::{Amount, Claim, Column, Entry, Expect, Meter, Path, Row, Statement, View, When};

impl Claim {
    /// How it contradicts itself, if it does.
    pub fn flaw(&self) -> Option<String> {
        let of_page = matches!(self.says, Statement::Meter { .. });
        if self.when == When::DuringUnits && !of_page {
            return Some("while the units are made only meters of the page can be read".into());
        }
        match &self.says {
            Statement::Row { row, amount } => row.flaw().or_else(|| {
                let is_zero = amount.expect == Expect::Exactly { each: 0, once: 0 };
                (is_zero && amount.within.is_exact())
                    .then(|| "a zero needs its control: it is `nothing`".into())
            }),
            Statement::Nothing { row, .. } => row.flaw().or_else(|| {
                let counts = !matches!(row.column, Column::Distance | Column::Farthest);
                let in_snapshots = !matches!(
                    row.view,
                    View::Statistics | View::DetachedElements | View::Allocation
                );
                (!counts || !in_snapshots).then(|| {
                    "nothing can be shown of constructors only, and not of distances".into()
                })
            }),
            Statement::Path { along } => Path::parse(along).err(),
            Statement::Meter { meter, of, amount } => {
                if of.is_some() && *meter != Meter::UserAgent {
                    return Some(format!("{} tells no types apart", meter.id()));
                }
                amount.flaw(*meter)
            }
            Statement::Counter { .. } => None,
            Statement::Process { at_least, .. } => {
                (*at_least == 0).then(|| "any process grows by at least 0".into())
            }
        }
    }
}

impl Row {
    fn flaw(&self) -> Option<String> {
        if self.constructor.is_empty() {
            return Some("a row has a name".into());
        }
        if (self.view == View::Comparison) != self.column.compares() {
            let (view, column) = (self.view.title(), self.column.title());
            return Some(format!("the view {view} has no column {column}"));
        }
        let filters = matches!(self.view, View::Summary);
        if self.filter.entry != Entry::AllObjects && !filters {
            return Some("only the Summary has the drop-down".into());
        }
        None
    }
}

impl Amount {
    fn flaw(&self, meter: Meter) -> Option<String> {
        (meter.exact() && !self.within.is_exact())
            .then(|| "what counts exactly has no tolerance".to_owned())
    }
}
