//! Listeners on the window that outlive the component they belong to.

use contract::prelude::*;

pub(crate) const CODE: Code = Code {
    leaky: Make::Module,
    fixed: Some(Make::Module),
    let_go: LetGo::Module,
    pace: Pace::Every(100),
    cost: Cost {
        js: 40_300,
        ..NOTHING
    },
    witness: Witness::Object,
};

pub(crate) const CARD: Card = Card {
    title: "Listeners on the window",
    kind: Kind::Leak,
    summary: "keep adding listeners to the window for components that are gone",
    words: &[
        "addEventListener",
        "removeEventListener",
        "resize",
        "event handler",
        "component",
        "unmount",
    ],
    unit: "one LeakyComponent with its onResize",
    guide_units: 1_000,
    mechanism: "The window lives as long as the page, and it keeps its listeners. Each listener is a function, which \
                keeps its scope, and the scope keeps the component it was written for. The component was taken out of \
                the page and is forgotten by everyone but the window.",
    cure: "Whoever adds a listener to something that lives longer removes it: removeEventListener with the same \
           function, or an AbortSignal for all listeners of a component.",
    needs: &[],
    phases: &[],
    javascript: r#"class LeakyComponent {
  stuff = Array(10_000).fill("stuff");
}

setInterval(() => {
  const component = new LeakyComponent();
  const onResize = () => component.stuff.length;
  window.addEventListener("resize", onResize);
  // the cure, when the component goes: window.removeEventListener("resize", onResize);
}, 100);"#,
    leaky: &[
        delta("LeakyComponent", 1),
        shows(
            row("LeakyComponent")
                .entry(Entry::EventHandlers)
                .column(Column::Count),
            each(1),
            EXACT,
        ),
        path(
            "LeakyComponent ← component in system / Context… ← context in onResize() ← […] in V8EventListener ← […] in EventListener…",
        ),
        counter(Counter::JsEventListeners, each(1), EXACT),
        moves(
            Meter::JsUsed,
            40_300,
            percent(2, "V8 rounds the sizes of arrays and scopes"),
        ),
        counts(Meter::Alive, 1),
        still(Meter::Live),
        nothing(row("LeakyComponent"), WouldBe::Leaky).after_let_go(),
    ],
    fixed: &[
        nothing(row("LeakyComponent"), WouldBe::Leaky),
        counter(Counter::JsEventListeners, once(0), EXACT),
        still_within(
            Meter::JsUsed,
            bytes(100_000, "the page and the engine themselves"),
        ),
        still(Meter::Alive),
    ],
};
