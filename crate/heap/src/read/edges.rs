//! The table `edges`.

use super::{meta::EdgeFields, rows::RowSink};
use crate::{Code, EdgeKind, Error, graph::Edges};

/// Fills the columns, row by row.
#[derive(Debug)]
pub(crate) struct EdgeTable {
    fields: EdgeFields,
    pub(crate) edges: Edges,
    count: u64,
    /// Edges point to the first number of a node's row.
    divide: Divide,
    /// Nodes in the table, or the largest number if they come later.
    nodes: u32,
    /// The largest target, and where it stands.
    pub(crate) last_target: (u32, u64),
    /// The largest name index, and where it stands.
    pub(crate) last_name: (u32, u64),
}

impl EdgeTable {
    pub(crate) fn new(
        fields: EdgeFields,
        count: u64,
        reserve: u64,
        node_width: usize,
        nodes: Option<u32>,
    ) -> Result<Self, Error> {
        let mut edges = Edges::default();
        let reserve = reserve as usize;
        let taken = [
            edges.name.try_reserve_exact(reserve),
            edges.to.try_reserve_exact(reserve),
            edges.kind.try_reserve_exact(reserve),
        ];
        if taken.iter().any(Result::is_err) {
            return Err(Error::new(
                Code::Memory,
                format!("no memory for {count} edges"),
            ));
        }
        Ok(Self {
            fields,
            edges,
            count,
            divide: Divide::by(node_width as u32),
            nodes: nodes.unwrap_or(u32::MAX),
            last_target: (0, 0),
            last_name: (0, 0),
        })
    }

    pub(crate) fn finish(&self, at: u64) -> Result<(), Error> {
        let found = self.edges.to.len() as u64;
        if found == self.count {
            return Ok(());
        }
        let what = format!(
            "the header promises {} edges, the table has {found}",
            self.count
        );
        Err(Error::at(Code::Count, at, what))
    }

    #[cold]
    fn refuse(&self, row: &[u64], at: u64) -> Error {
        let (kind, name, to) = (
            row[self.fields.kind],
            row[self.fields.name],
            row[self.fields.to],
        );
        if self.edges.to.len() as u64 == self.count {
            let what = format!(
                "more edges than the {} that the header promises",
                self.count
            );
            return Error::at(Code::Count, at, what);
        }
        if self.fields.kinds.get(kind as usize).is_none() {
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
        let fields = &self.fields;
        let (kind, name, to) = (row[fields.kind], row[fields.name], row[fields.to]);
        let kind = fields.kinds.get(kind as usize);
        let (Some(&kind), Ok(name), Some(to)) =
            (kind, u32::try_from(name), self.divide.exactly(to))
        else {
            return Err(self.refuse(row, at));
        };
        if to >= self.nodes || self.edges.to.len() as u64 == self.count {
            return Err(self.refuse(row, at));
        }
        if to > self.last_target.0 {
            self.last_target = (to, at);
        }
        let named = kind != EdgeKind::Element as u8 && kind != EdgeKind::Hidden as u8;
        if named && name > self.last_name.0 {
            self.last_name = (name, at);
        }
        self.edges.kind.push(kind);
        self.edges.name.push(name);
        self.edges.to.push(to);
        Ok(())
    }
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
