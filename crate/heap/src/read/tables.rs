//! The short tables: places, moments, functions; and any table that comes before the file has said what is in it.

use super::{
    meta::{FunctionFields, LocationFields, SampleFields},
    rows::RowSink,
};
use crate::{Code, Error, Location, ObjectId, Sample, TraceFunction, limits::MAX_ITEMS};

#[derive(Debug)]
pub(crate) struct LocationTable {
    pub(crate) fields: LocationFields,
    /// The index as edges have it, and the place.
    pub(crate) rows: Vec<(u64, Location)>,
    /// Where the table begins.
    pub(crate) at: u64,
}

impl RowSink for LocationTable {
    fn row(&mut self, row: &[u64], at: u64) -> Result<(), Error> {
        let fields = &self.fields;
        let location = Location {
            script: narrow(row[fields.script], at)?,
            line: narrow(row[fields.line], at)?,
            column: narrow(row[fields.column], at)?,
        };
        push(&mut self.rows, (row[fields.object], location), at)
    }
}

impl LocationTable {
    /// By node; where a node has several, the last one counts.
    pub(crate) fn finish(
        self,
        node_width: usize,
        nodes: u32,
    ) -> Result<Vec<(u32, Location)>, Error> {
        let width = node_width as u64;
        let mut places = Vec::with_capacity(self.rows.len());
        for (index, location) in self.rows {
            if index % width != 0 || index / width >= u64::from(nodes) {
                let what = format!("a location of {index}, where no node begins");
                return Err(Error::at(Code::Index, self.at, what));
            }
            places.push(((index / width) as u32, location));
        }
        // The sort is stable; of equal nodes the last is kept.
        places.sort_by_key(|(node, _)| *node);
        places.reverse();
        places.dedup_by_key(|(node, _)| *node);
        places.reverse();
        Ok(places)
    }
}

#[derive(Debug)]
pub(crate) struct SampleTable {
    pub(crate) fields: SampleFields,
    pub(crate) rows: Vec<Sample>,
}

impl RowSink for SampleTable {
    fn row(&mut self, row: &[u64], at: u64) -> Result<(), Error> {
        let last_id = ObjectId(row[self.fields.last_id]);
        let sample = Sample {
            time: row[self.fields.time],
            last_id,
        };
        push(&mut self.rows, sample, at)
    }
}

#[derive(Debug)]
pub(crate) struct FunctionTable {
    pub(crate) fields: FunctionFields,
    pub(crate) rows: Vec<TraceFunction>,
    /// The largest string index, and where it stands.
    pub(crate) last_name: (u32, u64),
}

impl RowSink for FunctionTable {
    fn row(&mut self, row: &[u64], at: u64) -> Result<(), Error> {
        let fields = &self.fields;
        // V8 writes 2^32 - 1 for a place that it does not know.
        let function = TraceFunction {
            name: narrow(row[fields.name], at)?,
            script_name: narrow(row[fields.script_name], at)?,
            location: Location {
                script: narrow(row[fields.script], at)?,
                line: narrow(row[fields.line], at)?,
                column: narrow(row[fields.column], at)?,
            },
        };
        let last = function.name.max(function.script_name);
        if last > self.last_name.0 {
            self.last_name = (last, at);
        }
        push(&mut self.rows, function, at)
    }
}

/// Numbers kept as they are, until the header says what they mean.
#[derive(Debug, Default)]
pub(crate) struct Unread {
    pub(crate) numbers: Vec<u64>,
    pub(crate) at: u64,
}

impl RowSink for Unread {
    fn row(&mut self, row: &[u64], at: u64) -> Result<(), Error> {
        push(&mut self.numbers, row[0], at)
    }
}

impl Unread {
    /// Gives the rows to who understands them now.
    pub(crate) fn replay(self, width: usize, sink: &mut impl RowSink) -> Result<(), Error> {
        let rows = self.numbers.chunks_exact(width);
        if !rows.remainder().is_empty() {
            let what = format!("the table ends within a row of {width} numbers");
            return Err(Error::at(Code::Count, self.at, what));
        }
        for row in rows {
            sink.row(row, self.at)?;
        }
        Ok(())
    }
}

fn push<T>(rows: &mut Vec<T>, row: T, at: u64) -> Result<(), Error> {
    if rows.len() == rows.capacity() {
        let step = (rows.len() / 2).max(256);
        let taken = rows.try_reserve_exact(step);
        taken.map_err(|_| Error::at(Code::Memory, at, "no memory for a table"))?;
    }
    if rows.len() as u64 >= MAX_ITEMS {
        return Err(Error::at(
            Code::TooLarge,
            at,
            "a table of more than 2^32 rows",
        ));
    }
    rows.push(row);
    Ok(())
}

fn narrow(value: u64, at: u64) -> Result<u32, Error> {
    u32::try_from(value).map_err(|_| {
        Error::at(
            Code::NumberTooLarge,
            at,
            format!("{value} is larger than its field"),
        )
    })
}
