//! A small run that tests share: two panels, a sparse series, two events.

use crate::events::{Event, Type};
use crate::format::Unit;
use crate::panel::{Panel, Series, Style};
use crate::record::{Precision, Record};

fn series(id: &str, column: i32, style: Style) -> Series {
    Series {
        id: id.into(),
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
    let panels = vec![
        Panel {
            id: "heap".into(),
            unit: Unit::Bytes,
            height: 1.0,
            series: heap,
        },
        Panel {
            id: "counts".into(),
            unit: Unit::Count,
            height: 1.0,
            series: vec![series("units", 3, Style::Line)],
        },
    ];
    let mut record = Record::new(panels, Precision::Exact);
    for at in 0..=100 {
        let at = f64::from(at);
        record
            .sample(&[at * 200.0, 2e6 + at * 1e5, 1e7, at * 20.0])
            .unwrap();
    }
    record.point("agents", 5_000.0, 9.5e6).unwrap();
    record.event(event(12_000.0, Type::Start));
    record.event(event(18_000.0, Type::Collection));
    record
}

pub(crate) fn event(time: f64, what: Type) -> Event {
    Event {
        time,
        what,
        slug: Some("leak-objects".into()),
        variant: None,
        units: None,
        made: None,
        reason: None,
    }
}
