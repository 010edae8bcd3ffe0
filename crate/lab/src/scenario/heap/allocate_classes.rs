//! Instances that live for a second: busy, but no leak.

use contract::prelude::*;

pub(crate) const CODE: Code = Code {
    leaky: Make::Module,
    fixed: None,
    let_go: LetGo::Module,
    pace: Pace::Every(100),
    cost: NOTHING,
    witness: Witness::Object,
};

pub(crate) const CARD: Card = Card {
    title: "Instances kept for a second",
    kind: Kind::Control,
    summary: "keep creating instances of LocalClass that are free after a second",
    words: &["churn", "sawtooth", "timeout", "allocation"],
    unit: "one LocalClass",
    guide_units: 1_000,
    mechanism: "A timeout holds each instance for 1,000 ms, fires once, and is gone, and the instance with it. At ten \
                a second some ten are alive at any time, and as many die as are made. Memory rises until the next \
                collection and falls back: a sawtooth on a level floor.",
    cure: "Nothing to mend. If the collections show in your frame times, allocate less.",
    needs: &[],
    phases: &[],
    javascript: r#"class LocalClass {
  stuff = Array(10_000).fill("stuff");
}

setInterval(() => {
  const local = new LocalClass();
  setTimeout(() => local, 1_000);
}, 100);"#,
    leaky: &[
        nothing(row("LocalClass"), WouldBe::Held).later(),
        still_within(
            Meter::JsUsed,
            bytes(200_000, "the page, and what V8 keeps of so many timers"),
        )
        .later(),
        still(Meter::Alive).later(),
        still(Meter::Linear),
        still(Meter::Live),
    ],
    fixed: &[],
};
