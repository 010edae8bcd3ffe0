//! Workers that nobody ends: they live on when the last reference to them is gone.

use contract::prelude::*;

pub(crate) const CODE: Code = Code {
    leaky: Make::Module,
    fixed: Some(Make::Module),
    let_go: LetGo::Module,
    pace: Pace::Every(1_000),
    cost: Cost {
        other: 2_600_000,
        ..NOTHING
    },
    witness: Witness::Object,
};

pub(crate) const CARD: Card = Card {
    title: "Workers that nobody ends",
    kind: Kind::Leak,
    summary: "keep starting workers and forget them without terminate()",
    words: &[
        "Worker",
        "terminate",
        "thread",
        "pending activity",
        "VM instance",
        "isolate",
    ],
    unit: "one idle Worker",
    guide_units: 5,
    mechanism: "A worker is a thread with a heap of its own. It runs until it closes itself or is terminated, whether or \
                not anybody still holds the Worker object: the browser keeps it, as a pending activity. Its memory is \
                in no meter of the JS heap, and its objects are in no snapshot of the page: choose its own VM instance \
                in the Memory tab.",
    cure: "terminate() when the work is done, or have the worker close() itself. Better: keep one, and send it the next job.",
    needs: &[],
    phases: &[],
    javascript: r#"const script = URL.createObjectURL(new Blob(["postMessage('ready')"], { type: "text/javascript" }));

setInterval(() => {
  const worker = new Worker(script);
  // the cure, when its work is done: worker.terminate();
}, 1_000);"#,
    leaky: &[
        counter(Counter::WorkerGlobalScopes, each(1), EXACT),
        delta("Worker", 1),
        still_within(
            Meter::JsUsed,
            bytes(100_000, "the page and the engine themselves"),
        ),
        counts(Meter::Alive, 1),
        path("Worker ← […] in blink::HeapVectorBacking… ← […] in Pending activities…"),
        counter(Counter::WorkerGlobalScopes, once(0), EXACT).after_let_go(),
    ],
    fixed: &[
        counter(Counter::WorkerGlobalScopes, once(0), EXACT),
        nothing(row("Worker"), WouldBe::Leaky),
        still(Meter::Alive),
    ],
};
