//! Local objects that die at once: watch the collector work.

use contract::prelude::*;

/// Nothing refers to the object once this returns.
fn leaky() -> Unit {
    let local = payload::stuffed_object();
    Ok(local.into())
}

pub(crate) const CODE: Code = Code {
    leaky: Make::Object(leaky),
    fixed: None,
    let_go: LetGo::By(|| {}),
    pace: Pace::Every(100),
    cost: NOTHING,
    witness: Witness::Object,
};

pub(crate) const CARD: Card = Card {
    title: "Locals that die at once",
    kind: Kind::Control,
    summary: "keep creating local objects and observe garbage collection happening",
    words: &["churn", "sawtooth", "garbage", "allocation"],
    unit: "one { stuff: Array(10,000) } object",
    guide_units: 1_000,
    mechanism: "Each object is garbage the moment its function returns, but its memory comes back only when the \
                browser collects: until then the used heap rises as if it leaked. The floor after each collection \
                tells: it stays where it was.",
    cure: "Nothing to mend. Press Collect and see it all go.",
    needs: &[],
    phases: &[],
    javascript: r#"setInterval(() => {
  const local = { stuff: Array(10_000).fill("stuff") };
}, 100);"#,
    leaky: &[
        nothing(row("{stuff}"), WouldBe::Held),
        still_within(
            Meter::JsUsed,
            bytes(100_000, "the page and the engine themselves"),
        ),
        still(Meter::Alive),
        still(Meter::Linear),
        still(Meter::Live),
    ],
    fixed: &[],
};
