//! What tells constructors, files and functions apart.

use serde_json::json;

use super::{asked, session};
use crate::question::{
    comparison::{KinshipAnswer, kinship},
    summary::{search, statistics, summary},
    timeline::allocations,
    totals::totals,
};

#[test]
fn constructors_of_one_name_are_shown_with_their_places() {
    let session = session(["node-mixed.heapsnapshot"]);
    let part = json!({ "by": "name", "from": 0, "to": u32::MAX });
    let page = summary(&session, 1, asked(part)).expect("rows");
    let times = |names: &[String], name: &str| names.iter().filter(|other| *other == name).count();
    let mut several = 0;
    for at in 0..page.key.len() {
        assert_eq!(times(&page.shown, &page.shown[at]), 1, "{}", page.shown[at]);
        if times(&page.name, &page.name[at]) > 1 {
            several += 1;
            assert!(page.shown[at].starts_with(&format!("{} (", page.name[at])));
        } else {
            assert_eq!(page.shown[at], page.name[at]);
        }
    }
    assert!(several > 1);
}

#[test]
fn files_of_one_process_are_told_from_strangers() {
    let session = session([
        "node-pair-before.heapsnapshot",
        "node-pair-after.heapsnapshot",
        "node-mixed.heapsnapshot",
    ]);
    let to_file = |file: u32, before: u32| {
        kinship(&session, file, asked(json!({ "before": before }))).expect("an answer")
    };
    assert_eq!(to_file(2, 1), KinshipAnswer::InOrder);
    assert_eq!(to_file(1, 2), KinshipAnswer::Reversed);
    assert_eq!(to_file(3, 1), KinshipAnswer::Strangers);
}

#[test]
fn objects_are_found_by_property_size_and_detachedness() {
    let session = session(["chromium-dom.heapsnapshot"]);
    let count = |more: serde_json::Value| {
        let mut part = json!({ "text": "", "by": "retained", "from": 0, "to": 10 });
        part.as_object_mut()
            .expect("an object")
            .extend(more.as_object().expect("an object").clone());
        search(&session, 1, asked(part)).expect("objects").count
    };
    let all = count(json!({ "detached": true }));
    let heavy = count(json!({ "detached": true, "retained": [10_000, 1e15] }));
    let light = count(json!({ "detached": true, "retained": [0, 9_999] }));
    assert!(heavy > 0 && light > 0);
    assert_eq!(heavy + light, all);
    assert!(count(json!({ "property": "prototype" })) > 0);
    assert_eq!(count(json!({ "property": "no such property" })), 0);
    assert_eq!(count(json!({})), 0);
    assert_eq!(
        statistics(&session, 1).expect("figures").unreached,
        f64::from(count(
            json!({ "filter": { "only": "unreached" }, "shallow": [0, 1e15] })
        ))
    );
}

#[test]
fn functions_have_what_they_called_allocated() {
    let session = session(["node-timeline-own.heaptimeline"]);
    let part = |by: &str| asked(json!({ "by": by, "from": 0, "to": u32::MAX }));
    let page = totals(&session, 1, part("liveTotal")).expect("functions");
    assert!(page.live_total.is_sorted_by(|a, b| a >= b));
    assert!(
        page.live_total
            .iter()
            .zip(&*page.live_size)
            .all(|(total, own)| total >= own)
    );
    assert!(page.frames.name.contains(&"round".into()));
    let own =
        allocations(&session, 1, asked(json!({ "from": 0, "to": u32::MAX }))).expect("functions");
    assert!(page.count > own.count);
    let by_size = totals(&session, 1, part("size")).expect("functions");
    assert!(by_size.size.is_sorted_by(|a, b| a >= b));
}
