//! Timers that are never cleared.

use contract::prelude::*;

pub(crate) const CODE: Code = Code {
    leaky: Make::Module,
    fixed: Some(Make::Module),
    let_go: LetGo::Module,
    pace: Pace::Every(100),
    cost: Cost { js: 400, ..NOTHING },
    witness: Witness::Object,
};

pub(crate) const CARD: Card = Card {
    title: "Timers never cleared",
    kind: Kind::Leak,
    summary: "keep registering interval callbacks that are never cleared",
    words: &["setInterval", "clearInterval", "setTimeout", "polling"],
    unit: "one setInterval(tick, 10,000)",
    guide_units: 1_000,
    mechanism: "The browser holds every active timer, the timer holds its callback, and the callback everything it \
                can see. Nothing in your own code refers to it any more: the root is the browser's list of timers. \
                Each is small, so the charts hardly move: what you would notice is the time the callbacks take.",
    cure: "Keep the timer's id and call clearInterval when its owner goes, or tie it to an AbortSignal.",
    needs: &[],
    phases: &[],
    javascript: r"setInterval(() => {
  const tick = () => {};
  const timer = setInterval(tick, 10_000);
  // the cure, when its owner goes: clearInterval(timer);
}, 100);",
    leaky: &[
        delta("DOMTimer", 1),
        delta("ScheduledAction", 1),
        path(
            "tick() ← […] in V8Function ← […] in ScheduledAction ← […] in DOMTimer ← […] in blink::HeapHashTableBacking… ← […] in blink::(anonymous namespace)::DOMTimerCoordinator…",
        ),
        moves(
            Meter::JsUsed,
            130,
            percent(45, "the page itself, beside timers so small"),
        ),
        counts(Meter::Alive, 1),
        still(Meter::Linear),
        still(Meter::Live),
        still(Meter::Externrefs),
        nothing(row("DOMTimer"), WouldBe::Leaky).after_let_go(),
    ],
    fixed: &[
        nothing(row("DOMTimer"), WouldBe::Leaky),
        nothing(row("ScheduledAction"), WouldBe::Leaky),
        still(Meter::Alive),
        still(Meter::Linear),
        still(Meter::Live),
    ],
};
