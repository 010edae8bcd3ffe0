//! State between Rust and the page, by hand: the records are few and flat, and what would do it for all records weighs more
//! than the rest of this module.

use super::{Known, Parsed, Reason, Run, State};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The scenarios of the catalogue's index; what is none is left out.
pub(crate) fn known(index: &JsValue) -> Vec<Known> {
    let scenarios = list(&get(index, "scenarios"));
    let scenario = |line: JsValue| {
        Some(Known {
            slug: get(&line, "slug").as_string()?,
            period: number(&line, "period"),
            cured: get(&line, "cured").is_truthy(),
        })
    };
    scenarios.iter().filter_map(scenario).collect()
}

/// A state as the page keeps it.
pub(crate) fn state(record: &JsValue) -> State {
    let flag = |name| get(record, name).is_truthy();
    let run = |run: JsValue| {
        Some(Run {
            slug: get(&run, "slug").as_string()?,
            fixed: get(&run, "fixed").is_truthy(),
            period: number(&run, "period"),
            units: number(&run, "units"),
        })
    };
    State {
        runs: list(&get(record, "runs")).iter().filter_map(run).collect(),
        chart: flag("chart"),
        log: flag("log"),
        witnesses: flag("witnesses"),
        guide: flag("guide"),
        topic: get(record, "topic").as_string().unwrap_or_default(),
        span: number(record, "span"),
        every: number(record, "every"),
        budget: number(record, "budget"),
    }
}

/// What was read, for the page.
pub(crate) fn parsed(parsed: Parsed) -> JsValue {
    let ignored = parsed.ignored.into_iter().map(|ignored| {
        let reason = ignored.why.name().into();
        let mut entries = vec![("word", ignored.word.into()), ("reason", reason)];
        match ignored.why {
            Reason::Unknown(name) | Reason::UnknownScenario(name) => {
                entries.extend(name.map(|name| ("name", name.into())));
            }
            Reason::Choice(name) | Reason::Once(name) | Reason::NoFixed(name) => {
                entries.push(("name", name.into()));
            }
            Reason::Range(least, most) => {
                entries.extend([("least", least.into()), ("most", most.into())]);
            }
            Reason::NoRate | Reason::HeapDump => {}
        }
        object(entries)
    });
    let ignored: Array = ignored.collect();
    object([
        ("state", written(parsed.state)),
        ("help", parsed.help.into()),
        ("ignored", ignored.into()),
        ("more", parsed.more.into()),
    ])
}

fn written(state: State) -> JsValue {
    let run = |run: Run| {
        object([
            ("slug", run.slug.into()),
            ("fixed", run.fixed.into()),
            ("period", run.period.into()),
            ("units", run.units.into()),
        ])
    };
    let runs: Array = state.runs.into_iter().map(run).collect();
    object([
        ("runs", runs.into()),
        ("chart", state.chart.into()),
        ("log", state.log.into()),
        ("witnesses", state.witnesses.into()),
        ("guide", state.guide.into()),
        ("topic", state.topic.into()),
        ("span", state.span.into()),
        ("every", state.every.into()),
        ("budget", state.budget.into()),
    ])
}

fn object(entries: impl IntoIterator<Item = (&'static str, JsValue)>) -> JsValue {
    let object = Object::new();
    for (name, value) in entries {
        let set = Reflect::set(&object, &name.into(), &value);
        debug_assert!(set.is_ok(), "a plain object takes any property");
    }
    object.into()
}

fn get(record: &JsValue, name: &str) -> JsValue {
    Reflect::get(record, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn number(record: &JsValue, name: &str) -> u32 {
    get(record, name).as_f64().unwrap_or_default() as u32
}

fn list(value: &JsValue) -> Array {
    value.clone().dyn_into().unwrap_or_default()
}
