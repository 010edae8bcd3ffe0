//! Instances of a class that a registry never lets go.

use super::{Code, Group, Kind, Scenario, Source};
use crate::claim::{Claim, delta, hop, moves, still};
use crate::meter::Meter;
use crate::pace::Pace;
use crate::roots;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/src/scenario/leak_classes.js")]
extern "C" {
    type LeakyClass;
    #[wasm_bindgen(constructor)]
    fn new() -> LeakyClass;
}

/// Each instance registers itself.
fn leaky() -> JsValue {
    let registry = roots::list("leakClasses");
    let instance = LeakyClass::new();
    registry.push(&instance);
    instance.into()
}

/// An instance that is done takes itself off the registry.
fn fixed() -> JsValue {
    let registry = roots::list("leakClasses");
    let instance = LeakyClass::new();
    registry.push(&instance);
    registry.pop();
    instance.into()
}

pub(super) const SCENARIO: Scenario = Scenario {
    slug: "leak-classes",
    title: "Instances in a registry",
    group: Group::Js,
    kind: Kind::Leak,
    summary: "keep creating instances of LeakyClass that a registry never lets go",
    unit: "one LeakyClass",
    unit_bytes: 40_048,
    pace: Pace::Every(100),
    guide_units: 1_000,
    mechanism: "Every instance registers itself in a long-lived array and nothing ever takes it out. Because the \
                class has a name, DevTools lists its instances in a row of their own: give the things you suspect a class.",
    cure: "Pair every registration with its removal: a dispose() method that the owner calls, or a registry of WeakRefs.",
    sources: &[
        Source {
            path: "crate/lab/src/scenario/leak_classes.rs",
            text: include_str!("leak_classes.rs"),
        },
        Source {
            path: "crate/lab/src/scenario/leak_classes.js",
            text: include_str!("leak_classes.js"),
        },
    ],
    javascript: r#"class LeakyClass {
  stuff = Array(10_000).fill("stuff");
}

const registry = [];

setInterval(() => {
  registry.push(new LeakyClass());
  // the cure, when an instance is done: registry.pop();
}, 100);"#,
    code: Code::Js {
        leaky,
        fixed: Some(fixed),
        let_go: || roots::release("leakClasses"),
    },
    leaky: &[
        delta("LeakyClass", 1),
        Claim::Path {
            from: "LeakyClass",
            hops: &[
                hop("[…]", "Array"),
                hop("leakClasses", "Lab"),
                hop("lab", "Window…"),
            ],
        },
        moves(Meter::JsUsed, 40_100),
        still(Meter::Linear),
        still(Meter::Live),
        still(Meter::Externrefs),
    ],
    fixed: &[
        delta("LeakyClass", 0),
        still(Meter::JsUsed),
        still(Meter::Linear),
        still(Meter::Live),
    ],
};
