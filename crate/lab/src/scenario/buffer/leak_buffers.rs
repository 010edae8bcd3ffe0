//! Binary buffers kept when only a number from them was needed.

use contract::prelude::*;
use js_sys::ArrayBuffer;

/// Every upload is kept, to add up their sizes some day.
fn leaky() -> Unit {
    let uploads = roots::list("leakBuffers");
    let upload = ArrayBuffer::new(100_000);
    uploads.push(&upload);
    Ok(upload.into())
}

/// Its size is all that is needed.
fn fixed() -> Unit {
    let uploads = roots::list("leakBuffers");
    let upload = ArrayBuffer::new(100_000);
    uploads.push(&upload.byte_length().into());
    Ok(upload.into())
}

pub(crate) const CODE: Code = Code {
    leaky: Make::Object(leaky),
    fixed: Some(Make::Object(fixed)),
    let_go: LetGo::By(|| roots::release("leakBuffers")),
    pace: Pace::Every(100),
    cost: Cost {
        js: 100_120,
        ..NOTHING
    },
    witness: Witness::Object,
};

pub(crate) const CARD: Card = Card {
    title: "Buffers outside the objects",
    kind: Kind::Leak,
    summary: "keep allocating buffers of 100,000 bytes, 1 MB a second",
    words: &[
        "ArrayBuffer",
        "typed array",
        "external",
        "upload",
        "Statistics",
    ],
    unit: "one ArrayBuffer of 100,000 bytes",
    guide_units: 1_000,
    mechanism: "An ArrayBuffer is a tiny object in V8's heap; its bytes lie outside it. In Node.js heapUsed does not \
                count them. In the browser it does: usedJSHeapSize includes ArrayBuffers, so this leak is in plain \
                sight on the first chart, yet hardly in the snapshot's object sizes: look under Typed arrays in Statistics.",
    cure: "Keep what you need from a buffer (a size, a few parsed fields), not the buffer. Hand it over by transfer, \
           and mind that an 8-byte view keeps all of it.",
    needs: &[],
    phases: &[],
    javascript: r"const uploads = [];

setInterval(() => {
  const upload = new ArrayBuffer(100_000);
  uploads.push(upload);
  // the cure: uploads.push(upload.byteLength);
}, 100);",
    leaky: &[
        delta("ArrayBuffer", 1),
        shows(
            row("system / JSArrayBufferData")
                .filter("JSArrayBufferData")
                .column(Column::SizeDelta),
            each(100_000),
            percent(1, "the page's own buffers"),
        ),
        path("ArrayBuffer ← […] in Array ← leakBuffers in Lab ← lab in Window…"),
        moves(
            Meter::JsUsed,
            100_120,
            percent(2, "the list itself grows by halves"),
        ),
        counts(Meter::Alive, 1),
        still(Meter::Linear),
        still(Meter::Live),
        still(Meter::Externrefs),
        nothing(row("ArrayBuffer"), WouldBe::Leaky).after_let_go(),
    ],
    fixed: &[
        nothing(row("ArrayBuffer"), WouldBe::Leaky),
        still_within(
            Meter::JsUsed,
            bytes(100_000, "the page and the engine themselves"),
        ),
        still(Meter::Alive),
        still(Meter::Linear),
        still(Meter::Live),
    ],
};
