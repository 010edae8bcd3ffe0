//! The Summary through a filter.

use std::rc::Rc;

use heap::{ClassRow, Filter, Passing};

use crate::{Problem, Session, question::summary::FilterRequest};

/// What passes, and its rows.
#[derive(Debug)]
pub(crate) struct Filtered {
    pub(crate) passing: Passing,
    pub(crate) rows: Vec<ClassRow>,
}

impl Session {
    /// Made at the first question; the next ones are about the same list.
    pub(crate) fn filtered(
        &self,
        file: u32,
        filter: FilterRequest,
    ) -> Result<Rc<Filtered>, Problem> {
        let snapshot = self.snapshot(file)?;
        let filter: Filter = filter.filter();
        self.filtered.get((file, filter), || {
            let passing = snapshot.filter(&filter);
            let rows = snapshot.rows_filtered(&passing);
            Ok(Filtered { passing, rows })
        })
    }
}
