//! Instances of a class that a registry never lets go.

use contract::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The module beside this file.
    type Classes;
    #[wasm_bindgen(method)]
    fn instance(this: &Classes) -> JsValue;
}

/// Each instance registers itself.
fn leaky(classes: &JsValue) -> Unit {
    let registry = roots::list("leakClasses");
    let instance = classes.unchecked_ref::<Classes>().instance();
    registry.push(&instance);
    Ok(instance)
}

/// An instance that is done takes itself off the registry.
fn fixed(classes: &JsValue) -> Unit {
    let registry = roots::list("leakClasses");
    let instance = classes.unchecked_ref::<Classes>().instance();
    registry.push(&instance);
    registry.pop();
    Ok(instance)
}

pub(crate) const CODE: Code = Code {
    leaky: Make::With(leaky),
    fixed: Some(Make::With(fixed)),
    let_go: LetGo::By(|| roots::release("leakClasses")),
    pace: Pace::Every(100),
    cost: Cost {
        js: 40_048,
        ..NOTHING
    },
    witness: Witness::Object,
};

pub(crate) const CARD: Card = Card {
    title: "Instances in a registry",
    kind: Kind::Leak,
    summary: "keep creating instances of LeakyClass that a registry never lets go",
    words: &["array", "dispose", "instances", "global"],
    unit: "one LeakyClass",
    guide_units: 1_000,
    mechanism: "Every instance registers itself in a long-lived array and nothing ever takes it out. Because the \
                class has a name, DevTools lists its instances in a row of their own: give the things you suspect a class.",
    cure: "Pair every registration with its removal: a dispose() method that the owner calls, or a registry of WeakRefs.",
    needs: &[],
    phases: &[],
    javascript: r#"class LeakyClass {
  stuff = Array(10_000).fill("stuff");
}

const registry = [];

setInterval(() => {
  registry.push(new LeakyClass());
  // the cure, when an instance is done: registry.pop();
}, 100);"#,
    leaky: &[
        delta("LeakyClass", 1),
        path("LeakyClass ← […] in Array ← leakClasses in Lab ← lab in Window…"),
        moves(
            Meter::JsUsed,
            40_100,
            percent(2, "the registry itself grows by halves"),
        ),
        counts(Meter::Alive, 1),
        still(Meter::Linear),
        still(Meter::Live),
        still(Meter::Externrefs),
        nothing(row("LeakyClass"), WouldBe::Leaky).after_let_go(),
    ],
    fixed: &[
        nothing(row("LeakyClass"), WouldBe::Leaky),
        still_within(
            Meter::JsUsed,
            bytes(100_000, "the page and the engine themselves"),
        ),
        still(Meter::Alive),
        still(Meter::Linear),
        still(Meter::Live),
    ],
};
