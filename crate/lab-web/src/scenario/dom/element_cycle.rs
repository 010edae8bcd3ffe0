//! An element and an object that refer to each other: a suspect since the nineties, and innocent.

use crate::scenario::page;
use contract::prelude::*;
use js_sys::{Object, Reflect};
use web_sys::Element;

/// The element has a property that is an object, which has a property that is the element. Both are forgotten.
fn leaky() -> Unit {
    let element: Element = page::create("section")?;
    let model = Object::new();
    Reflect::set(&element, &"model".into(), &model)?;
    Reflect::set(&model, &"element".into(), &element)?;
    Ok(element.into())
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
    title: "An element in a circle",
    kind: Kind::Trick,
    summary: "keep making elements and objects that refer to each other, and forget both",
    words: &[
        "cycle",
        "circular reference",
        "expando",
        "DOM",
        "Internet Explorer",
        "innocent",
    ],
    unit: "one <section> in a circle with one object",
    guide_units: 1_000,
    mechanism: "Old advice says that an element and an object which refer to each other never die. That was true of \
                browsers that counted references for elements. Today one collector follows references through both \
                worlds, and a circle that nothing else reaches is garbage like any other.",
    cure: "Nothing to mend. Look for who holds the circle from outside, if it stays.",
    needs: &[],
    phases: &[],
    javascript: r#"setInterval(() => {
  const element = document.createElement("section");
  const model = { element };
  element.model = model;
}, 100);"#,
    leaky: &[
        nothing(row("Detached <section>"), WouldBe::Held),
        still(Meter::Alive),
        counter(Counter::Nodes, at_most(40), EXACT).why("The page's own notices at most."),
        still_within(
            Meter::JsUsed,
            bytes(150_000, "the page and the engine themselves"),
        ),
    ],
    fixed: &[],
};
