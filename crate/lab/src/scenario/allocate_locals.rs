//! Local objects that die at once: watch the collector work.

use super::payload::stuffed_object;
use super::{Code, Group, Kind, Scenario, Source};
use crate::claim::{delta, still};
use crate::meter::Meter;
use crate::pace::Pace;
use wasm_bindgen::JsValue;

/// Nothing refers to the object once this returns.
fn leaky() -> JsValue {
    let local = stuffed_object();
    local.into()
}

pub(super) const SCENARIO: Scenario = Scenario {
    slug: "allocate-locals",
    title: "Locals that die at once",
    group: Group::Control,
    kind: Kind::Control,
    summary: "keep creating local objects and observe garbage collection happening",
    unit: "one { stuff: Array(10,000) } object",
    unit_bytes: 0,
    pace: Pace::Every(100),
    guide_units: 1_000,
    mechanism: "Each object is garbage the moment its function returns, but its memory comes back only when the \
                browser collects: until then the used heap rises as if it leaked. The floor after each collection \
                tells: it stays where it was.",
    cure: "Nothing to mend. Press Collect and see it all go.",
    sources: &[Source {
        path: "crate/lab/src/scenario/allocate_locals.rs",
        text: include_str!("allocate_locals.rs"),
    }],
    javascript: r#"setInterval(() => {
  const local = { stuff: Array(10_000).fill("stuff") };
}, 100);"#,
    code: Code::Js {
        leaky,
        fixed: None,
        let_go: || {},
    },
    leaky: &[
        delta("{stuff}", 0),
        still(Meter::JsUsed),
        still(Meter::Linear),
        still(Meter::Live),
    ],
    fixed: &[],
};
