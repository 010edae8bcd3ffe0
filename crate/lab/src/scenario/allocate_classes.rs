//! Instances that live for a second: busy, but no leak.

use super::{Code, Group, Kind, Scenario, Source};
use crate::claim::{delta, still};
use crate::meter::Meter;
use crate::pace::Pace;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/src/scenario/allocate_classes.js")]
extern "C" {
    #[wasm_bindgen(js_name = keepForASecond)]
    fn keep_for_a_second() -> JsValue;
    #[wasm_bindgen(js_name = letGo)]
    fn let_go();
}

pub(super) const SCENARIO: Scenario = Scenario {
    slug: "allocate-classes",
    title: "Instances kept for a second",
    group: Group::Control,
    kind: Kind::Control,
    summary: "keep creating instances of LocalClass that are free after a second",
    unit: "one LocalClass",
    unit_bytes: 0,
    pace: Pace::Every(100),
    guide_units: 1_000,
    mechanism: "A timeout holds each instance for 1,000 ms, fires once, and is gone, and the instance with it. At ten \
                a second some ten are alive at any time, and as many die as are made. Memory rises until the next \
                collection and falls back: a sawtooth on a level floor.",
    cure: "Nothing to mend. If the collections show in your frame times, allocate less.",
    sources: &[
        Source {
            path: "crate/lab/src/scenario/allocate_classes.rs",
            text: include_str!("allocate_classes.rs"),
        },
        Source {
            path: "crate/lab/src/scenario/allocate_classes.js",
            text: include_str!("allocate_classes.js"),
        },
    ],
    javascript: r#"class LocalClass {
  stuff = Array(10_000).fill("stuff");
}

setInterval(() => {
  const local = new LocalClass();
  setTimeout(() => local, 1_000);
}, 100);"#,
    code: Code::Js {
        leaky: keep_for_a_second,
        fixed: None,
        let_go,
    },
    leaky: &[
        delta("LocalClass", 0),
        still(Meter::JsUsed),
        still(Meter::Linear),
        still(Meter::Live),
    ],
    fixed: &[],
};
