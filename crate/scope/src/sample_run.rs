//! A small run that tests share: two panels, a sparse series, two events.

use crate::format::Unit;
use crate::panel::{Panel, Series, Style};
use crate::record::Record;

fn series(id: &str, column: i32, style: Style) -> Series {
    Series {
        id: id.into(),
        title: id.into(),
        column,
        style,
        within: None,
    }
}

/// 101 samples in 20 s: `used` rises from 2 MB by 0.1 MB each, `total` stays at 10 MB, `units` counts up by 20.
pub(crate) fn run() -> Record {
    let heap = vec![
        series("used", 1, Style::Line),
        series("total", 2, Style::Area),
        series("agents", -1, Style::Dots),
    ];
    let mut record = Record::new(vec![
        Panel {
            id: "heap".into(),
            title: "JS heap".into(),
            unit: Unit::Bytes,
            series: heap,
        },
        Panel {
            id: "counts".into(),
            title: "Counts".into(),
            unit: Unit::Count,
            series: vec![series("units", 3, Style::Line)],
        },
    ]);
    for at in 0..=100 {
        let at = f64::from(at);
        record
            .sample(&[at * 200.0, 2e6 + at * 1e5, 1e7, at * 20.0])
            .unwrap();
    }
    record.point("agents", 5_000.0, 9.5e6).unwrap();
    record
        .mark(12_000.0, "start", "leak-objects".into())
        .unwrap();
    record.mark(18_000.0, "collection", String::new()).unwrap();
    record
}
