//! Each object's method keeps the object before it: the chain that nobody wrote.

use contract::prelude::*;

pub(crate) const CODE: Code = Code {
    leaky: Make::Module,
    fixed: Some(Make::Module),
    let_go: LetGo::Module,
    pace: Pace::Every(100),
    cost: Cost {
        js: 40_200,
        ..NOTHING
    },
    witness: Witness::Object,
};

pub(crate) const CARD: Card = Card {
    title: "A chain of closures",
    kind: Kind::Leak,
    summary: "keep replacing one object by the next, whose method keeps the one before",
    words: &[
        "theThing", "meteor", "scope", "context", "shared", "distance",
    ],
    unit: "one Thing",
    guide_units: 1_000,
    mechanism: "All functions written in one scope share its variables. The method of the new thing uses none of them, \
                but a helper beside it looked at the old thing, so the scope keeps it, and the method keeps the scope. \
                Only one thing is in use, yet each keeps the one before: a chain that grows at its far end.",
    cure: "Do not look at the old object from a function of the scope that makes the new one's methods: pass it as an \
           argument, set the variable to null when done, or make the methods elsewhere.",
    needs: &[],
    phases: &[],
    javascript: r#"class Thing {
  stuff = Array(10_000).fill("stuff");
  constructor(first, someMethod) {
    this.first = first;
    this.someMethod = someMethod;
  }
}

let theThing;

setInterval(() => {
  const original = theThing;
  const isFirst = () => original === undefined; // the cure: const isFirst = original === undefined;
  theThing = new Thing(isFirst(), () => "hi");
}, 100);"#,
    leaky: &[
        delta("Thing", 1),
        path(
            "Thing ← n × (original in system / Context… ← context in … ← someMethod in Thing) ← closureChain in Lab ← lab in Window…",
        ),
        shows(
            row("Thing").view(View::Summary).column(Column::Farthest),
            each(3),
            bytes(
                8,
                "the first of the chain is a few references from the root",
            ),
        )
        .why("Each generation is three references farther away: method, scope, old thing."),
        moves(
            Meter::JsUsed,
            40_250,
            percent(2, "V8 rounds the sizes of arrays and scopes"),
        ),
        counts(Meter::Alive, 1),
        still(Meter::Linear),
        still(Meter::Live),
    ],
    fixed: &[
        shows(row("Thing"), once(1), EXACT).why("Only the thing in use."),
        still_within(
            Meter::JsUsed,
            bytes(110_000, "the thing in use, and the page itself"),
        ),
        reads(Meter::Alive, once(1), EXACT),
        still(Meter::Live),
    ],
};
