//! An object that hangs directly on the global object: the shortest retaining path there is.

use contract::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The module beside this file.
    type Classes;
    #[wasm_bindgen(method)]
    fn instance(this: &Classes) -> JsValue;
}

/// A property of the global object lives as long as the page.
fn leaky(classes: &JsValue) -> Unit {
    let object = classes.unchecked_ref::<Classes>().instance();
    roots::set_global("trulyGlobalObject", &object);
    Ok(object)
}

/// A local variable lives as long as its scope.
fn fixed(classes: &JsValue) -> Unit {
    let object = classes.unchecked_ref::<Classes>().instance();
    Ok(object)
}

pub(crate) const CODE: Code = Code {
    leaky: Make::With(leaky),
    fixed: Some(Make::With(fixed)),
    let_go: LetGo::By(|| roots::delete_global("trulyGlobalObject")),
    pace: Pace::Once,
    cost: Cost {
        js: 40_048,
        ..NOTHING
    },
    witness: Witness::Object,
};

pub(crate) const CARD: Card = Card {
    title: "A truly global object",
    kind: Kind::Leak,
    summary: "put an object on the global object itself, once",
    words: &["window", "globalThis", "variable", "property"],
    unit: "one TrulyGlobalObject",
    guide_units: 1,
    mechanism: "The global object is a root: what hangs on it is never collected. One such object is no catastrophe, \
                and a second one assigned to the same name replaces the first; it is what hangs below it that grows. \
                An assignment to an undeclared name in sloppy code ends up here too.",
    cure: "Use modules and const: a name then belongs to a scope that ends. Delete the property when it is done.",
    needs: &[],
    phases: &[],
    javascript: r#"class TrulyGlobalObject {
  stuff = Array(10_000).fill("stuff");
}

globalThis.trulyGlobalObject = new TrulyGlobalObject();
// the cure: const object = new TrulyGlobalObject();"#,
    leaky: &[
        delta("TrulyGlobalObject", 1),
        path("TrulyGlobalObject ← trulyGlobalObject in Window…"),
        counts(Meter::Alive, 1),
        still(Meter::Linear),
        still(Meter::Live),
        still(Meter::Externrefs),
        nothing(row("TrulyGlobalObject"), WouldBe::Leaky).after_let_go(),
    ],
    fixed: &[
        nothing(row("TrulyGlobalObject"), WouldBe::Leaky),
        still_within(
            Meter::JsUsed,
            bytes(100_000, "the page and the engine themselves"),
        ),
        still(Meter::Alive),
        still(Meter::Linear),
        still(Meter::Live),
    ],
};
