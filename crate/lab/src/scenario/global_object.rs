//! An object that hangs directly on the global object: the shortest retaining path there is.

use super::{Code, Group, Kind, Scenario, Source};
use crate::claim::{Amount, Claim, Column, delta, hop, still};
use crate::meter::Meter;
use crate::pace::Pace;
use crate::roots;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/src/scenario/global_object.js")]
extern "C" {
    type TrulyGlobalObject;
    #[wasm_bindgen(constructor)]
    fn new() -> TrulyGlobalObject;
}

/// A property of the global object lives as long as the page.
fn leaky() -> JsValue {
    let object = TrulyGlobalObject::new();
    roots::set_global("trulyGlobalObject", &object);
    object.into()
}

/// A local variable lives as long as its scope.
fn fixed() -> JsValue {
    let object = TrulyGlobalObject::new();
    object.into()
}

pub(super) const SCENARIO: Scenario = Scenario {
    slug: "global-object",
    title: "A truly global object",
    group: Group::Js,
    kind: Kind::Leak,
    summary: "put an object on the global object itself, once",
    unit: "one TrulyGlobalObject",
    unit_bytes: 40_048,
    pace: Pace::Once,
    guide_units: 1,
    mechanism: "The global object is a root: what hangs on it is never collected. One such object is no catastrophe, \
                and a second one assigned to the same name replaces the first; it is what hangs below it that grows. \
                An assignment to an undeclared name in sloppy code ends up here too.",
    cure: "Use modules and const: a name then belongs to a scope that ends. Delete the property when it is done.",
    sources: &[
        Source {
            path: "crate/lab/src/scenario/global_object.rs",
            text: include_str!("global_object.rs"),
        },
        Source {
            path: "crate/lab/src/scenario/global_object.js",
            text: include_str!("global_object.js"),
        },
    ],
    javascript: r#"class TrulyGlobalObject {
  stuff = Array(10_000).fill("stuff");
}

globalThis.trulyGlobalObject = new TrulyGlobalObject();
// the cure: const object = new TrulyGlobalObject();"#,
    code: Code::Js {
        leaky,
        fixed: Some(fixed),
        let_go: || roots::delete_global("trulyGlobalObject"),
    },
    leaky: &[
        Claim::Row {
            constructor: "TrulyGlobalObject",
            filter: "TrulyGlobalObject",
            column: Column::Delta,
            amount: Amount::Once { total: 1 },
        },
        Claim::Path {
            from: "TrulyGlobalObject",
            hops: &[hop("trulyGlobalObject", "Window…")],
        },
        still(Meter::Linear),
        still(Meter::Live),
        still(Meter::Externrefs),
    ],
    fixed: &[
        delta("TrulyGlobalObject", 0),
        still(Meter::JsUsed),
        still(Meter::Linear),
        still(Meter::Live),
    ],
};
