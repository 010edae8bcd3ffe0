//! What the page says and hears, as `web/scope/protocol.js` has it.

use crate::error::Problem;
use crate::events::{Event, Type, Variant};
use crate::format::Unit;
use crate::panel::{Panel, Series, Style};
use crate::plain::{Given, Wrong, array, items, list, object, one_of, word};
use crate::readout::Readout;
use crate::record::Precision;
use crate::summary::{Course, Summary};
use crate::theme::Theme;
use js_sys::{Array, Object};
use raster::Color;
use wasm_bindgen::{JsCast, JsValue};

/// Reads the panels.
pub(crate) fn panels(value: &JsValue) -> Result<Vec<Panel>, Wrong> {
    let list = array(value).ok_or(Wrong("panels"))?;
    items(&list, |panel: &Given| {
        Ok(Panel {
            id: panel.text("id")?,
            unit: panel.field("unit", |value| one_of(&Unit::WORDS, value))?,
            height: panel.maybe("height", JsValue::as_f64)?.unwrap_or(1.0),
            series: panel.list("series", series)?,
        })
    })
}

fn series(series: &Given) -> Result<Series, Wrong> {
    Ok(Series {
        id: series.text("id")?,
        column: series.field("column", |value| {
            let column = value.as_f64()?;
            (column.fract() == 0.0).then_some(column as i32)
        })?,
        style: series.field("style", |value| one_of(&Style::WORDS, value))?,
        within: series.maybe("within", JsValue::as_string)?,
    })
}

/// Reads how far the JS heap's meters can be trusted.
pub(crate) fn precision(value: &JsValue) -> Result<Precision, Wrong> {
    one_of(&Precision::WORDS, value).ok_or(Wrong("precision"))
}

/// Reads the colors.
pub(crate) fn theme(value: JsValue) -> Result<Theme, Wrong> {
    let given = Given::new(value);
    let series = given.field("series", |value| value.dyn_ref::<Object>().cloned())?;
    let named = |entry: JsValue| {
        let entry: Array = entry.unchecked_into();
        Some((entry.get(0).as_string()?, color(&entry.get(1))?))
    };
    let series = Object::entries(&series).into_iter().map(named);
    Ok(Theme {
        background: Color {
            alpha: 1.0,
            ..given.field("background", color)?
        },
        text: given.field("text", color)?,
        grid: given.field("grid", color)?,
        mark: given.field("mark", color)?,
        series: series.collect::<Option<_>>().ok_or(Wrong("series"))?,
    })
}

fn color(value: &JsValue) -> Option<Color> {
    let parts = array(value).filter(|parts| parts.length() == 4)?;
    let mut color = [0.0; 4];
    for (to, part) in color.iter_mut().zip(parts.iter()) {
        *to = part.as_f64()? as f32;
    }
    Some(color.into())
}

/// Reads an event.
pub(crate) fn event(given: &Given) -> Result<Event, Wrong> {
    let text = |name| given.maybe(name, |value| value.as_string().map(Into::into));
    Ok(Event {
        time: given.number("time")?,
        what: given.field("type", |value| one_of(&Type::WORDS, value))?,
        slug: text("slug")?,
        variant: given.maybe("variant", |value| one_of(&Variant::WORDS, value))?,
        units: given.maybe("units", JsValue::as_f64)?,
        made: given.maybe("made", JsValue::as_f64)?,
        reason: text("reason")?,
    })
}

/// An event as the page has them.
pub(crate) fn event_told(event: &Event) -> JsValue {
    object(&[
        ("time", event.time.into()),
        ("type", word(&Type::WORDS, &event.what)),
        ("slug", event.slug.as_deref().into()),
        (
            "variant",
            event.variant.map_or(JsValue::UNDEFINED, |variant| {
                word(&Variant::WORDS, &variant)
            }),
        ),
        ("units", event.units.into()),
        ("made", event.made.into()),
        ("reason", event.reason.as_deref().into()),
    ])
}

fn events_told(events: &[Event]) -> JsValue {
    list(events.iter().map(event_told))
}

/// A readout as the page has it.
pub(crate) fn readout_told(readout: &Readout) -> JsValue {
    let values = readout.values.iter().map(|value| {
        let id = value.id.as_str().into();
        object(&[("id", id), ("value", value.value.into())])
    });
    object(&[
        ("x", readout.x.into()),
        ("time", readout.time.into()),
        ("values", list(values)),
        ("events", events_told(&readout.events)),
        ("more", (readout.more as u32).into()),
    ])
}

/// A summary as the page has it.
pub(crate) fn summary_told(summary: &Summary) -> JsValue {
    object(&[
        ("span", summary.span.into()),
        ("samples", (summary.samples as u32).into()),
        ("precision", word(&Precision::WORDS, &summary.precision)),
        ("series", list(summary.series.iter().map(course_told))),
        ("events", events_told(&summary.events)),
        ("skipped", (summary.skipped as u32).into()),
        ("dropped", summary.dropped.into()),
    ])
}

fn course_told(course: &Course) -> JsValue {
    let values = course.values.map_or(JsValue::UNDEFINED, |values| {
        object(&[
            ("first", values.first.into()),
            ("last", values.last.into()),
            ("lowest", values.lowest.into()),
            ("highest", values.highest.into()),
        ])
    });
    object(&[("id", course.id.as_str().into()), ("values", values)])
}

/// A problem as the page has it, to be thrown.
pub(crate) fn thrown(problem: &Problem) -> JsValue {
    object(&[
        ("code", problem.code.into()),
        ("message", problem.message.as_str().into()),
        ("advice", problem.advice.into()),
    ])
}
