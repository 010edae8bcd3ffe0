//! What the page's JavaScript needs of Rust's tables, as a module and its types.

use lab::meter::{METERS, SAMPLED};
use lab::run::limits::{FOR_THE_PAGE, SPANS};
use serde_json::{Map, Value, json};
use std::fmt::Write;

/// `generated/lab.js`: limits, the meters, and the columns of a sample's row.
pub(crate) fn module() -> String {
    let mut text = String::from("// Generated from crate/lab: change it there.\n");
    for (name, value) in tables() {
        let _ = writeln!(text, "export const {name} = {value};");
    }
    text
}

/// `generated/lab.d.ts`.
pub(crate) fn types() -> String {
    let ids: Vec<_> = METERS
        .iter()
        .map(|meter| format!("{:?}", meter.id.id()))
        .collect();
    let mut text = format!(
        "// Generated from crate/lab: change it there.\n\
         export type MeterId = {};\n\
         export interface MeterInfo {{ id: MeterId; title: string; unit: \"bytes\" | \"count\"; source: string; \
         sees: string; blind: string; support: string }}\n\
         /** All meters; those of a sample's row come first, in its order. */\n\
         export const METERS: readonly MeterInfo[];\n\
         /** The place of a meter in a sample's row, which begins with the time. */\n\
         export const COLUMN: Readonly<Record<{}, number>>;\n\
         /** What the chart may show: as typed, and in seconds. */\n\
         export const SPANS: readonly (readonly [string, number])[];\n",
        ids.join(" | "),
        ids[..SAMPLED.len()].join(" | "),
    );
    for (name, _) in FOR_THE_PAGE {
        let _ = writeln!(text, "export const {name}: number;");
    }
    text
}

fn tables() -> Vec<(&'static str, Value)> {
    let columns: Map<_, _> = SAMPLED
        .iter()
        .enumerate()
        .map(|(place, meter)| (meter.id().to_owned(), json!(place + 1)))
        .collect();
    let mut tables = vec![
        ("METERS", json!(METERS)),
        ("COLUMN", Value::Object(columns)),
        ("SPANS", json!(SPANS)),
    ];
    tables.extend(FOR_THE_PAGE.map(|(name, value)| (name, json!(value))));
    tables
}
