//! Lists by range: constructors, comparisons, strings, functions.

use std::cmp::Ordering;

use heap::{ClassRow, Filter, ObjectId, wtf8};
use serde_json::{Value, json};

use super::{ALL, MIXED, all, asked, code, session, snapshot};
use crate::question::{
    class::ClassPage,
    column::texts,
    comparison::comparison,
    filter::FilterRequest,
    functions::{callees, export_profile, functions},
    overview::overview,
    realms::realms,
    strings::{EqualStringsRequest, duplicate_strings, equal_strings},
    summary::{InstancesRequest, SearchRequest, instances, search, statistics, summary},
};

type ByColumn = fn(&ClassRow, &ClassRow) -> Ordering;

const COLUMNS: [(&str, ByColumn); 5] = [
    ("name", |a, b| wtf8::utf16_order(&a.name, &b.name)),
    ("count", |a, b| a.count.cmp(&b.count)),
    ("distance", |a, b| a.distance.cmp(&b.distance)),
    ("shallow", |a, b| a.shallow.cmp(&b.shallow)),
    ("retained", |a, b| a.retained.cmp(&b.retained)),
];

#[test]
fn pages_of_the_summary_are_parts_of_one_sorted_list() {
    let session = session([MIXED]);
    for (by, compare) in COLUMNS {
        for descending in [false, true] {
            let mut rows = snapshot(&session, 1).rows().to_vec();
            rows.sort_by(|a, b| {
                if descending {
                    compare(b, a)
                } else {
                    compare(a, b)
                }
            });
            let sorted = texts(rows.iter().map(|row| &row.key));
            let page = |from: u32, to: u32| -> ClassPage {
                let part = json!({ "by": by, "descending": descending, "from": from, "to": to });
                summary(&session, 1, asked(part)).expect("rows")
            };
            let joined = [
                page(0, 7),
                page(7, 20),
                page(20, u32::MAX),
                page(u32::MAX, 3),
            ];
            let keys: Vec<_> = joined.iter().flat_map(|page| &page.key).collect();
            assert!(keys.into_iter().eq(&sorted), "{by}");
            assert!(
                joined
                    .iter()
                    .all(|page| page.count as usize == sorted.len())
            );
            let first = &joined[0];
            assert!(
                (0..7).all(|at| first.retained[at] as u64 == rows[at].retained
                    && first.objects[at] == rows[at].count
                    && first.distance[at] == rows[at].distance
                    && first.shallow[at] as u64 == rows[at].shallow)
            );
        }
    }
}

#[test]
fn an_order_is_worked_out_once_for_all_pages_and_few_are_kept() {
    let session = session([
        MIXED,
        "node-pair-before.heapsnapshot",
        "node-pair-after.heapsnapshot",
    ]);
    let page = |named: &str, from: u32| {
        let part = json!({ "by": "retained", "named": named, "from": from, "to": from + 10 });
        summary(&session, 1, asked(part)).expect("rows")
    };
    let filtered = session.filtered(1, Filter::All).expect("rows");
    for from in 0..5 {
        page("", from);
    }
    assert_eq!(filtered.orders.kept(), 1);
    for named in ["a", "b", "c", "d", "e", "f"] {
        page(named, 0);
    }
    assert_eq!(filtered.orders.kept(), 4);

    for from in 0..5 {
        let part = json!({ "before": 2, "by": "sizeDelta", "from": from, "to": from + 1 });
        comparison(&session, 3, asked(part)).expect("rows");
    }
    let compared = session.compared_files(2, 3).expect("two snapshots");
    assert_eq!(compared.orders.kept(), 1);
}

#[test]
fn names_are_found_in_upper_and_lower_case_and_among_what_passes_the_filter() {
    let session = session([MIXED]);
    let ask = |extra: Value| {
        let mut request = all(extra);
        request["by"] = json!("name");
        summary(&session, 1, asked(request)).expect("rows")
    };
    let (upper, lower) = (
        ask(json!({ "named": "WEAK" })),
        ask(json!({ "named": "weak" })),
    );
    assert!(upper.count > 0 && upper.key == lower.key && upper.count < ask(json!({})).count);
    let contexts = ask(json!({ "filter": { "only": "contexts" } }));
    let both = ask(json!({ "filter": { "only": "contexts" }, "named": contexts.name[0] }));
    assert!(both.count >= 1 && both.count <= contexts.count);
}

#[test]
fn filters_are_the_engines() {
    let read = |text: &str| {
        let mut reader = serde_json::Deserializer::from_str(text);
        FilterRequest::deserialize(&mut reader)
    };
    for (name, filter) in [
        ("all", Filter::All),
        ("duplicatedStrings", Filter::DuplicatedStrings),
        ("detachedDom", Filter::DetachedDom),
        ("console", Filter::Console),
        ("eventHandlers", Filter::EventHandlers),
        ("contexts", Filter::Contexts),
    ] {
        assert_eq!(read(&format!(r#"{{"only": "{name}"}}"#)).ok(), Some(filter));
    }
    let between = read(r#"{"only": "allocatedBetween", "after": -3.5, "upTo": 9}"#).ok();
    let (after, up_to) = (ObjectId(0), ObjectId(9));
    assert_eq!(between, Some(Filter::AllocatedBetween { after, up_to }));
    assert!(read(r#"{"only": "colour"}"#).is_err());
}

#[test]
fn a_constructors_objects_are_as_many_as_its_row_says() {
    let session = session([MIXED]);
    let rows = snapshot(&session, 1).rows();
    for row in rows.iter().take(20) {
        let key = wtf8::lossy(&row.key);
        let request: InstancesRequest = asked(all(json!({ "key": key })));
        let page = instances(&session, 1, request).expect("objects");
        assert_eq!(
            (page.count, page.node.len()),
            (row.count, row.count as usize)
        );
        assert_eq!(page.shallow.iter().sum::<f64>() as u64, row.shallow);
    }
    let nobody = asked(all(json!({ "key": ",Nobody" })));
    assert_eq!(code(instances(&session, 1, nobody)), "ask.no-such-class");
}

#[test]
fn search_finds_by_number_and_by_name() {
    let session = session([MIXED]);
    let graph = snapshot(&session, 1).graph();
    let node = graph.nodes().nth(100).expect("an object");
    let find = |text: String| -> Vec<u32> {
        let request: SearchRequest = asked(all(json!({ "text": text })));
        search(&session, 1, request).expect("objects").node.to_vec()
    };
    assert_eq!(find(format!("@{}", graph.id(node).0)), [node.0]);
    assert!(find("weakmap".into()).len() > 1 && find("no such name at all".into()).is_empty());
}

#[test]
fn statistics_and_the_overview_speak_of_one_heap() {
    let session = session([MIXED]);
    let (all, parts) = (
        overview(&session, 1).expect("it"),
        statistics(&session, 1).expect("it"),
    );
    assert_eq!(
        (all.kind, all.total, all.missing_names),
        ("snapshot", parts.total, 0.0)
    );
    assert_eq!(parts.total, parts.native + parts.v8);
    assert!(parts.code + parts.js_arrays + parts.strings + parts.system <= parts.v8);
    assert!(parts.strings > 0.0 && parts.typed_arrays <= parts.native);
}

#[test]
fn groups_of_equal_strings_have_as_many_as_they_say() {
    let session = session([MIXED]);
    let part = json!({ "by": "wasted", "from": 0, "to": 10 });
    let page = duplicate_strings(&session, 1, asked(part)).expect("groups");
    assert!(page.count > 10 && page.wasted.is_sorted_by(|a, b| a >= b));
    for at in 0..10 {
        let request = EqualStringsRequest {
            group: page.group[at],
            rows: ALL,
        };
        let strings = equal_strings(&session, 1, request).expect("strings");
        assert_eq!(strings.count, page.strings[at]);
        assert!(strings.name.iter().all(|name| *name == strings.name[0]));
    }
}

#[test]
fn a_profiles_functions_add_up_and_can_be_written_for_other_programs() {
    let session = session(["node-sampling.heapprofile"]);
    let part = json!({ "by": "own", "descending": true, "from": 0, "to": u32::MAX });
    let page = functions(&session, 1, asked(part)).expect("functions");
    let whole = overview(&session, 1).expect("it");
    assert!(page.own.is_sorted_by(|a, b| a >= b) && page.count == whole.rows);
    assert_eq!(page.own.iter().sum::<f64>(), whole.total);
    let of_script = |address: &str| {
        let at = page.url.iter().position(|url| url.contains(address));
        page.package[at.expect("a function from there")].as_str()
    };
    assert_eq!(of_script("node:"), "(node)");
    assert!(
        page.package
            .iter()
            .any(|package| package == "(application)")
    );
    let callees_of = |node: u32| {
        let part = json!({ "node": node, "by": "total", "from": 0, "to": u32::MAX });
        callees(&session, 1, asked(part))
    };
    let below = callees_of(0).expect("callees");
    assert!(
        below.functions.total.is_sorted() && below.functions.count as usize == below.node.len()
    );
    assert_eq!(
        callees_of(below.node[0]).expect("callees").node.len(),
        below.callees[0] as usize
    );
    assert_eq!(code(callees_of(u32::MAX)), "ask.no-such-object");
    let export = |format: &str| {
        let request = asked(json!({ "format": format, "name": "it" }));
        String::from_utf8(export_profile(&session, 1, request).expect("bytes")).expect("text")
    };
    let speedscope: Value = serde_json::from_str(&export("speedscope")).expect("JSON");
    assert_eq!(speedscope["profiles"][0]["unit"], "bytes");
    assert!(export("collapsed").lines().all(|line| line.contains(' ')));
    assert_eq!(code(statistics(&session, 1)), "session.other-kind");
}

#[test]
fn realms_are_weighed() {
    let session = session(["chromium-dom.heapsnapshot"]);
    let rows = realms(&session, 1).expect("rows").realms;
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().all(|row| row.bytes > Some(10_000.0)));
    assert!(rows.is_sorted_by(|a, b| a.bytes >= b.bytes));
    assert_eq!(code(realms(&session, 2)), "session.no-such-file");
}
