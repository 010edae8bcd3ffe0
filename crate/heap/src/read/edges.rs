//! The table `edges`.

use super::{meta::EdgeFields, rows::RowSink};
use crate::{Code, EdgeKind, Error, graph::Edges, limits::MAX_ITEMS};

/// Fills the columns, row by row.
#[derive(Debug)]
pub(crate) struct EdgeTable {
    fields: EdgeFields,
    pub(crate) edges: Edges,
    /// Rows there is memory for.
    room: usize,
    /// Edges point to the first number of a node's row.
    divide: Divide,
    /// Nodes in the table, or the largest number if they come later.
    nodes: u32,
    /// The largest target, and where it stands.
    pub(crate) last_target: (u32, u64),
    /// The largest name index, and where it stands.
    pub(crate) last_name: (u32, u64),
    /// The largest one of edges whose type nobody knows: it may be no name.
    pub(crate) last_other: u32,
}

impl EdgeTable {
    pub(crate) fn new(
        fields: EdgeFields,
        reserve: u64,
        node_width: usize,
        nodes: Option<u32>,
    ) -> Result<Self, Error> {
        let mut table = Self {
            fields,
            edges: Edges::default(),
            room: 0,
            divide: Divide::by(node_width as u32),
            nodes: nodes.unwrap_or(u32::MAX),
            last_target: (0, 0),
            last_name: (0, 0),
            last_other: 0,
        };
        table.grow(reserve as usize)?;
        Ok(table)
    }

    /// Takes memory for so many more rows.
    #[cold]
    fn grow(&mut self, rows: usize) -> Result<(), Error> {
        let edges = &mut self.edges;
        let rows = rows.min(MAX_ITEMS as usize - edges.to.len());
        if rows == 0 && self.room > 0 {
            return Err(Error::new(Code::TooLarge, "more than 2^32 edges"));
        }
        let taken = [
            edges.name.try_reserve_exact(rows),
            edges.to.try_reserve_exact(rows),
            edges.kind.try_reserve_exact(rows),
        ];
        if taken.iter().any(Result::is_err) {
            return Err(Error::new(Code::Memory, "no memory for the edges"));
        }
        self.room = edges.to.len() + rows;
        Ok(())
    }

    /// What an edge of an unknown type is called was no name where there are only so many: it is called like V8's first string,
    /// which says nothing.
    pub(crate) fn forget_names_from(&mut self, strings: usize) {
        for (name, kind) in self.edges.name.iter_mut().zip(&self.edges.kind) {
            if *kind >= EdgeKind::Invisible as u8 && *name as usize >= strings {
                *name = 0;
            }
        }
    }

    #[cold]
    fn refuse(&self, row: &[u64], at: u64) -> Error {
        let (kind, name, to) = (
            row[self.fields.kind],
            row[self.fields.name],
            row[self.fields.to],
        );
        if self.fields.kinds.get(place(kind)).is_none() {
            return Error::at(
                Code::Index,
                at,
                format!("an edge of type {kind}, which the file does not name"),
            );
        }
        if u32::try_from(name).is_err() {
            return Error::at(
                Code::NumberTooLarge,
                at,
                format!("an edge's name or index is {name}"),
            );
        }
        Error::at(
            Code::Index,
            at,
            format!("an edge points to {to}, where no node begins"),
        )
    }
}

impl RowSink for EdgeTable {
    #[inline]
    fn row(&mut self, row: &[u64], at: u64) -> Result<(), Error> {
        if self.edges.to.len() == self.room {
            self.grow((self.room / 2).max(1 << 10))?;
        }
        let fields = &self.fields;
        let (kind, name, to) = (row[fields.kind], row[fields.name], row[fields.to]);
        let kind = fields.kinds.get(place(kind));
        let (Some(&kind), Some(to)) = (kind, self.divide.exactly(to)) else {
            return Err(self.refuse(row, at));
        };
        let named = kind != EdgeKind::Element as u8 && kind != EdgeKind::Hidden as u8;
        // Of an index beyond 32 bits DevTools keeps the lower ones.
        if to >= self.nodes || named && u32::try_from(name).is_err() {
            return Err(self.refuse(row, at));
        }
        let name = name as u32;
        if to > self.last_target.0 {
            self.last_target = (to, at);
        }
        if named && name > self.last_name.0 {
            if kind >= EdgeKind::Invisible as u8 {
                self.last_other = self.last_other.max(name);
            } else {
                self.last_name = (name, at);
            }
        }
        self.edges.kind.push(kind);
        self.edges.name.push(name);
        self.edges.to.push(to);
        Ok(())
    }
}

/// A number of the file as a place in a list; one that is too large is in none.
#[inline]
fn place(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// Division of 32-bit numbers by one small number, without dividing.
#[derive(Clone, Copy, Debug)]
struct Divide {
    by: u64,
    /// 2^36 / by, rounded up: exact for numbers below 2^31 and divisors up to 32.
    factor: u64,
}

impl Divide {
    fn by(by: u32) -> Self {
        let by = u64::from(by.max(1));
        Self {
            by,
            factor: (1_u64 << 36).div_ceil(by),
        }
    }

    /// The quotient, if it is whole and fits.
    #[inline]
    fn exactly(self, number: u64) -> Option<u32> {
        if number >> 27 != 0 {
            return number
                .is_multiple_of(self.by)
                .then(|| u32::try_from(number / self.by).ok())
                .flatten();
        }
        let quotient = (number * self.factor) >> 36;
        (quotient * self.by == number).then_some(quotient as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn division_without_dividing_is_division() {
        for by in 1..=32_u32 {
            let divide = Divide::by(by);
            let edges = (0..40).map(|power| 1_u64 << power);
            for near in edges.flat_map(|edge| edge.saturating_sub(40)..edge + 40) {
                let expected = (near % u64::from(by) == 0).then_some(near / u64::from(by));
                let expected = expected.and_then(|quotient| u32::try_from(quotient).ok());
                assert_eq!(divide.exactly(near), expected, "{near} / {by}");
            }
        }
    }
}
