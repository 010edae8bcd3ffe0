//! Binary buffers kept when only a number from them was needed.

use super::{Code, Group, Kind, Scenario, Source};
use crate::claim::{Amount, Claim, Column, delta, hop, moves, still};
use crate::meter::Meter;
use crate::pace::Pace;
use crate::roots;
use js_sys::ArrayBuffer;
use wasm_bindgen::JsValue;

/// Every upload is kept, to add up their sizes some day.
fn leaky() -> JsValue {
    let uploads = roots::list("leakBuffers");
    let upload = ArrayBuffer::new(100_000);
    uploads.push(&upload);
    upload.into()
}

/// Its size is all that is needed.
fn fixed() -> JsValue {
    let uploads = roots::list("leakBuffers");
    let upload = ArrayBuffer::new(100_000);
    uploads.push(&upload.byte_length().into());
    upload.into()
}

pub(super) const SCENARIO: Scenario = Scenario {
    slug: "leak-buffers",
    title: "Buffers outside the objects",
    group: Group::Js,
    kind: Kind::Leak,
    summary: "keep allocating buffers of 100,000 bytes, 1 MB a second",
    unit: "one ArrayBuffer of 100,000 bytes",
    unit_bytes: 100_120,
    pace: Pace::Every(100),
    guide_units: 1_000,
    mechanism: "An ArrayBuffer is a tiny object in V8's heap; its bytes lie outside it. In Node.js heapUsed does not \
                count them. In the browser it does: usedJSHeapSize includes ArrayBuffers, so this leak is in plain \
                sight on the first chart, yet hardly in the snapshot's object sizes: look under Typed arrays in Statistics.",
    cure: "Keep what you need from a buffer (a size, a few parsed fields), not the buffer. Hand it over by transfer, \
           and mind that an 8-byte view keeps all of it.",
    sources: &[Source {
        path: "crate/lab/src/scenario/leak_buffers.rs",
        text: include_str!("leak_buffers.rs"),
    }],
    javascript: r"const uploads = [];

setInterval(() => {
  const upload = new ArrayBuffer(100_000);
  uploads.push(upload);
  // the cure: uploads.push(upload.byteLength);
}, 100);",
    code: Code::Js {
        leaky,
        fixed: Some(fixed),
        let_go: || roots::release("leakBuffers"),
    },
    leaky: &[
        delta("ArrayBuffer", 1),
        Claim::Row {
            constructor: "system / JSArrayBufferData",
            filter: "JSArrayBufferData",
            column: Column::SizeDelta,
            amount: Amount::About {
                each: 100_000,
                percent: 1,
            },
        },
        Claim::Path {
            from: "ArrayBuffer",
            hops: &[
                hop("[…]", "Array"),
                hop("leakBuffers", "Lab"),
                hop("lab", "Window…"),
            ],
        },
        moves(Meter::JsUsed, 100_120),
        still(Meter::Linear),
        still(Meter::Live),
        still(Meter::Externrefs),
    ],
    fixed: &[
        delta("ArrayBuffer", 0),
        still(Meter::JsUsed),
        still(Meter::Linear),
        still(Meter::Live),
    ],
};
