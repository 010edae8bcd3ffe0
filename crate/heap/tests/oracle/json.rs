//! Figures as JSON, in a form that can be compared.

use serde_json::{Value, json};

use crate::draw::Text;
use crate::twin::Row;

pub(super) fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value
        .as_array()
        .unwrap_or_else(|| panic!("a list, not {value}"))
        .iter()
}

pub(super) fn number(value: &Value) -> f64 {
    value
        .as_f64()
        .unwrap_or_else(|| panic!("a number, not {value}"))
}

/// As texts: JSON tells `1` from `1.0`, figures do not.
pub(super) fn numbers(value: &Value) -> Vec<String> {
    list(value).map(|value| number(value).to_string()).collect()
}

pub(super) fn texts(texts: &[Text]) -> Vec<Value> {
    texts.iter().map(|text| text.to_string().into()).collect()
}

pub(super) fn rows(rows: &[Row]) -> Vec<String> {
    let row = |row: &Row| {
        let retained = row.retained as u64;
        json!([
            row.key.to_string(),
            row.name.to_string(),
            row.count,
            row.distance,
            row.shallow,
            retained
        ])
    };
    sorted(&rows.iter().map(row).collect())
}

/// In an order of our own: DevTools' does not matter here.
pub(super) fn sorted(rows: &Value) -> Vec<String> {
    let mut rows: Vec<String> = list(rows).map(Value::to_string).collect();
    rows.sort();
    rows
}
