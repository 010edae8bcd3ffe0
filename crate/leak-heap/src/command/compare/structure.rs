//! `--structure`: two files that have no object in common.

use heap::{Snapshot, by_structure};
use serde_json::{Value, json};

use super::{Answer, Asked};
use crate::{
    output::{counted, line, text},
    table::{Table, signed},
};

pub(super) fn answer(before: &Snapshot, after: &Snapshot, asked: &Asked) -> Answer {
    let rows = by_structure(before, after);
    let shown = || rows.iter().skip(asked.rows.from).take(asked.rows.top);
    let mut table = Table::new(&["Constructor", "Before", "After", "# Delta", "Size delta"]);
    let mut list: Vec<Value> = Vec::new();
    for row in shown() {
        let count = i64::from(row.counts[1]) - i64::from(row.counts[0]);
        let size = row.sizes[1].wrapping_sub(row.sizes[0]).cast_signed();
        table.row(vec![
            line(&row.name, 60).into(),
            row.counts[0].into(),
            row.counts[1].into(),
            signed(count),
            signed(size),
        ]);
        list.push(json!({
            "name": text(&row.name), "counts": row.counts, "sizes": row.sizes,
            "countDelta": count, "sizeDelta": size,
        }));
    }
    let count = counted(rows.len() as u64, "constructor");
    Answer {
        text: format!("{count} with other counts or sizes\n\n{}", table.text()),
        json: json!({ "count": rows.len(), "classes": list }),
    }
}
