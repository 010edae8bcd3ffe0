//! `Symbol.for` with names without end: a registry that nobody can empty.

use contract::prelude::*;
use js_sys::Symbol;
use std::cell::Cell;

thread_local! {
    /// Beyond the names of earlier instances, which are in the registry still.
    static NEXT: Cell<f64> = Cell::new(js_sys::Date::now() * 1_000.0);
}

/// A symbol for each user, found again by its name.
fn leaky() -> Unit {
    let user = NEXT.replace(NEXT.get() + 1.0);
    let symbol = Symbol::for_(&name(user));
    Ok(symbol.into())
}

/// A symbol for each of a few roles.
fn fixed() -> Unit {
    let user = NEXT.replace(NEXT.get() + 1.0);
    let symbol = Symbol::for_(&name(user % 4.0));
    Ok(symbol.into())
}

/// 500 characters, as a key that was glued together from a path and its parameters.
fn name(user: f64) -> String {
    format!("leak-lab/symbol-registry/{:0>475}", user as u64)
}

pub(crate) const CODE: Code = Code {
    leaky: Make::Object(leaky),
    fixed: Some(Make::Object(fixed)),
    let_go: LetGo::Never(
        "The registry of Symbol.for has no delete: it lives as long as the tab's process.",
    ),
    pace: Pace::Every(100),
    cost: Cost { js: 620, ..NOTHING },
    witness: Witness::Unseen(
        "A registered symbol can be had again by its name at any time, so no WeakRef takes it.",
    ),
};

pub(crate) const CARD: Card = Card {
    title: "Symbol.for with names without end",
    kind: Kind::Leak,
    summary: "keep registering symbols under new names, in a registry that nobody can empty",
    words: &[
        "symbol",
        "registry",
        "intern",
        "string table",
        "shared",
        "unbounded key",
    ],
    unit: "one symbol with a name of 500 characters",
    guide_units: 1_000,
    mechanism: "Symbol.for(name) enters name and symbol in a registry of the whole engine, so that the next call finds \
                the same one. Nothing takes an entry out: no object of the page holds it, and no code can let it go. \
                Letting go is not possible here; a reload of the tab is the only broom.",
    cure: "Only use Symbol.for with a fixed set of names. For one key per thing use Symbol(), or a Map that you own.",
    needs: &[],
    phases: &[],
    javascript: r#"let user = 0;

setInterval(() => {
  Symbol.for("leak-lab/in-javascript/" + String(user++).padStart(477, "0"));
  // the cure: Symbol.for("leak-lab/in-javascript/" + String(user++ % 4).padStart(477, "0"));
}, 100);"#,
    leaky: &[
        delta("(symbol)", 1),
        moves(
            Meter::JsUsed,
            560,
            percent(20, "the registry's table grows by doubling"),
        ),
        still(Meter::Live),
        delta("(symbol)", 1)
            .after_let_go()
            .why("Letting go cannot reach them."),
    ],
    fixed: &[
        shows(row("(symbol)"), at_most(4), EXACT).why("One for each role."),
        still_within(
            Meter::JsUsed,
            bytes(100_000, "the page and the engine themselves"),
        ),
        still(Meter::Live),
    ],
};
