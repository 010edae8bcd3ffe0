//! The Summary through a filter.

use std::rc::Rc;

use heap::{ClassRow, Filter, Passing};

use crate::{Problem, Session, listed::Orders, question::class::ClassOrder};

/// What passes, and its rows.
#[derive(Debug)]
pub(crate) struct Filtered {
    pub(crate) passing: Passing,
    pub(crate) rows: Vec<ClassRow>,
    pub(crate) orders: Orders<ClassOrder>,
}

impl Session {
    /// Made at the first question; the next ones are about the same list.
    pub(crate) fn filtered(&self, file: u32, filter: Filter) -> Result<Rc<Filtered>, Problem> {
        let snapshot = self.snapshot(file)?;
        self.filtered.get((file, filter), |_| {
            let passing = snapshot.filter(&filter);
            let rows = snapshot.rows_filtered(&passing);
            Ok(Filtered {
                passing,
                rows,
                orders: Orders::default(),
            })
        })
    }
}
