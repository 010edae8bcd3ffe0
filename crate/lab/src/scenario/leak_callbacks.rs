//! Timers that are never cleared.

use super::{Code, Group, Kind, Scenario, Source};
use crate::claim::{Claim, delta, hop, still};
use crate::meter::Meter;
use crate::pace::Pace;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/src/scenario/leak_callbacks.js")]
extern "C" {
    fn leaky() -> JsValue;
    fn fixed() -> JsValue;
    #[wasm_bindgen(js_name = letGo)]
    fn let_go();
}

pub(super) const SCENARIO: Scenario = Scenario {
    slug: "leak-callbacks",
    title: "Timers never cleared",
    group: Group::Js,
    kind: Kind::Leak,
    summary: "keep registering interval callbacks that are never cleared",
    unit: "one setInterval(tick, 10,000)",
    unit_bytes: 400,
    pace: Pace::Every(100),
    guide_units: 1_000,
    mechanism: "The browser holds every active timer, the timer holds its callback, and the callback everything it \
                can see. Nothing in your own code refers to it any more: the root is the browser's list of timers. \
                Each is small, so the charts hardly move: what you would notice is the time the callbacks take.",
    cure: "Keep the timer's id and call clearInterval when its owner goes, or tie it to an AbortSignal.",
    sources: &[
        Source {
            path: "crate/lab/src/scenario/leak_callbacks.rs",
            text: include_str!("leak_callbacks.rs"),
        },
        Source {
            path: "crate/lab/src/scenario/leak_callbacks.js",
            text: include_str!("leak_callbacks.js"),
        },
    ],
    javascript: r"setInterval(() => {
  const timer = setInterval(() => {}, 10_000);
  // the cure, when its owner goes: clearInterval(timer);
}, 100);",
    code: Code::Js {
        leaky,
        fixed: Some(fixed),
        let_go,
    },
    leaky: &[
        delta("DOMTimer", 1),
        delta("ScheduledAction", 1),
        Claim::Path {
            from: "tick",
            hops: &[
                hop("[…]", "V8Function"),
                hop("[…]", "ScheduledAction"),
                hop("[…]", "DOMTimer"),
                hop("[…]", "blink::HeapHashTableBacking…"),
                hop("[…]", "blink::(anonymous namespace)::DOMTimerCoordinator"),
            ],
        },
        still(Meter::Linear),
        still(Meter::Live),
        still(Meter::Externrefs),
        still(Meter::Nodes),
    ],
    fixed: &[
        delta("DOMTimer", 0),
        delta("ScheduledAction", 0),
        still(Meter::JsUsed),
        still(Meter::Linear),
        still(Meter::Live),
    ],
};
