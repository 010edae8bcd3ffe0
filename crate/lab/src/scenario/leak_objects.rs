//! Plain objects pushed to a list that nobody empties.

use super::payload::stuffed_object;
use super::{Code, Group, Kind, Scenario, Source};
use crate::claim::{Claim, delta, hop, moves, still};
use crate::meter::Meter;
use crate::pace::Pace;
use crate::roots;
use wasm_bindgen::JsValue;

/// Each request is put on a list, for later.
fn leaky() -> JsValue {
    let requests = roots::list("leakObjects");
    let request = stuffed_object();
    requests.push(&request);
    request.into()
}

/// The list is emptied once its requests are handled.
fn fixed() -> JsValue {
    let requests = roots::list("leakObjects");
    let request = stuffed_object();
    requests.push(&request);
    requests.set_length(0);
    request.into()
}

pub(super) const SCENARIO: Scenario = Scenario {
    slug: "leak-objects",
    title: "A list that only grows",
    group: Group::Js,
    kind: Kind::Leak,
    summary: "keep pushing objects to a list that nobody empties",
    unit: "one { stuff: Array(10,000) } object",
    unit_bytes: 40_048,
    pace: Pace::Every(100),
    guide_units: 1_000,
    mechanism: "Every object is pushed to an array that hangs on a global. As long as the array can be reached, so can \
                every object in it: the collector has to keep them all, although nobody will ever look at them again.",
    cure: "Empty the list when its work is done, or bound it. Whoever adds to a long-lived list owns the question of \
           who removes.",
    sources: &[Source {
        path: "crate/lab/src/scenario/leak_objects.rs",
        text: include_str!("leak_objects.rs"),
    }],
    javascript: r#"const requests = [];

setInterval(() => {
  requests.push({ stuff: Array(10_000).fill("stuff") });
  // the cure: requests.length = 0;
}, 100);"#,
    code: Code::Js {
        leaky,
        fixed: Some(fixed),
        let_go: || roots::release("leakObjects"),
    },
    leaky: &[
        delta("{stuff}", 1),
        Claim::Path {
            from: "{stuff}",
            hops: &[
                hop("[…]", "Array"),
                hop("leakObjects", "Lab"),
                hop("lab", "Window…"),
            ],
        },
        moves(Meter::JsUsed, 40_100),
        still(Meter::Linear),
        still(Meter::Live),
        still(Meter::Externrefs),
    ],
    fixed: &[
        delta("{stuff}", 0),
        still(Meter::JsUsed),
        still(Meter::Linear),
        still(Meter::Live),
    ],
};
