//! Statistics, filters and duplicated strings.

use heap::{Filter, ObjectId, Snapshot, StringColumn};
use serde_json::{Value, json};

use super::figures::{differs, rows_differ, text};
use super::views_lists::{ALL, ids};
use heap::{Column, Sort};

const FILTERS: [(&str, Filter); 5] = [
    ("objectsRetainedByDetachedDomNodes", Filter::DetachedDom),
    ("objectsRetainedByConsole", Filter::Console),
    ("objectsRetainedByEventHandlers", Filter::EventHandlers),
    ("objectsRetainedByContexts", Filter::Contexts),
    ("duplicatedStrings", Filter::DuplicatedStrings),
];

pub(crate) fn differences(snapshot: &Snapshot, oracle: &Value, out: &mut Vec<String>) {
    statistics(snapshot, &oracle["statistics"], out);
    let mut rows = |what: &str, filter: &Filter, oracle: &Value| {
        let rows = snapshot.rows_filtered(&snapshot.filter(filter));
        out.extend(rows_differ(what, &rows, oracle));
    };
    rows("all", &Filter::All, &oracle["classes"]);
    for (name, filter) in FILTERS {
        rows(name, &filter, &oracle["filters"][name]);
    }
    let range = &oracle["idRange"];
    let id = |member: &str| ObjectId(range[member].as_u64().unwrap());
    let (after, up_to) = (id("min"), id("max"));
    rows(
        "ids",
        &Filter::AllocatedBetween { after, up_to },
        &range["rows"],
    );
    duplicates(snapshot, &oracle["duplicateStrings"], out);
}

fn statistics(snapshot: &Snapshot, oracle: &Value, out: &mut Vec<String>) {
    let ours = snapshot.statistics();
    let ours = json!({
        "total": ours.total,
        "native": {"total": ours.native, "typedArrays": ours.typed_arrays},
        "v8heap": {
            "total": ours.v8,
            "code": ours.code,
            "jsArrays": ours.js_arrays,
            "strings": ours.strings,
            "system": ours.system,
        },
    });
    out.extend(differs("statistics", &ours, oracle));
}

fn duplicates(snapshot: &Snapshot, oracle: &Value, out: &mut Vec<String>) {
    let page = snapshot.duplicate_strings(StringColumn::Retained, ALL);
    let theirs = oracle.as_array().unwrap();
    out.extend(differs(
        "duplicates",
        &json!(page.total),
        &json!(theirs.len()),
    ));
    for (group, theirs) in page.rows.iter().zip(theirs) {
        let nodes = snapshot.duplicates(group.number, Sort::ascending(Column::File), ALL);
        assert_eq!(nodes.total, group.count);
        let mut ours = json!({
            "value": text(&group.value),
            "count": group.count,
            "self": group.shallow,
            "retained": group.retained,
            "ids": ids(snapshot, &nodes.rows[..nodes.rows.len().min(5)]),
        });
        if let Some(cut_off) = group.cut_off {
            for (member, number) in [("length", cut_off.length), ("hash", cut_off.hash)] {
                if let Some(number) = number {
                    ours[member] = json!(number as i64);
                }
            }
        }
        out.extend(differs("duplicates", &ours, theirs));
    }
}
