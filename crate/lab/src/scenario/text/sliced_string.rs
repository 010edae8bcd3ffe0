//! A few characters that keep the whole text they were cut from.

use contract::prelude::*;
use js_sys::{JsString, Object, Reflect};
use std::cell::Cell;

thread_local! {
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

/// The name is cut out of the answer, and points into it.
fn leaky() -> Unit {
    let answer = answer();
    let name = answer.slice(0, 30);
    keep(&name)
}

/// The name is copied: it has characters of its own.
fn fixed() -> Unit {
    let answer = answer();
    let name = JsString::from(String::from(answer.slice(0, 30)));
    keep(&name)
}

/// 20,000 characters, each answer another.
fn answer() -> JsString {
    let number = NEXT.replace(NEXT.get() + 1);
    format!("{number:0>30}{}", "stuff ".repeat(3_330)).into()
}

/// A string cannot be watched: what holds it can.
fn keep(name: &JsString) -> Unit {
    let holder = Object::new();
    Reflect::set(&holder, &"name".into(), name)?;
    roots::list("slicedString").push(&holder);
    Ok(holder.into())
}

pub(crate) const CODE: Code = Code {
    leaky: Make::Object(leaky),
    fixed: Some(Make::Object(fixed)),
    let_go: LetGo::By(|| roots::release("slicedString")),
    pace: Pace::Every(100),
    cost: Cost {
        js: 20_100,
        ..NOTHING
    },
    witness: Witness::Object,
};

pub(crate) const CARD: Card = Card {
    title: "A slice keeps the whole string",
    kind: Kind::Leak,
    summary: "keep 30 characters each of answers of 20,000",
    words: &[
        "substring",
        "slice",
        "split",
        "match",
        "regular expression",
        "parent",
        "(sliced string)",
    ],
    unit: "one { name } of 30 characters",
    guide_units: 100,
    mechanism: "To cut a piece out of a string, V8 copies nothing: from 13 characters on, the piece is a pointer into the \
                whole, and the whole lives as long as the piece. Pieces by slice, substring, split and match are all \
                alike in this. 30 characters that are kept may hold a document.",
    cure: "Copy what you keep for long. In JavaScript there is no honest word for it; through an encoder and back, or \
           by JSON.parse(JSON.stringify(piece)), a piece gets characters of its own.",
    needs: &[],
    phases: &[],
    javascript: r#"const names = [];
let number = 0;

setInterval(() => {
  const answer = JSON.parse(JSON.stringify(String(number++).padStart(30, "0") + "stuff ".repeat(3_330)));
  const name = answer.slice(0, 30);
  // the cure: const name = JSON.parse(JSON.stringify(answer.slice(0, 30)));
  names.push({ name });
}, 100);"#,
    leaky: &[
        delta("(sliced string)", 1),
        path(
            "(sliced string) ← name in {name} ← […] in Array ← slicedString in Lab ← lab in Window…",
        ),
        moves(
            Meter::JsUsed,
            20_100,
            percent(3, "the page and the list themselves"),
        ),
        counts(Meter::Alive, 1),
        still(Meter::Live),
        nothing(row("(sliced string)"), WouldBe::Leaky).after_let_go(),
    ],
    fixed: &[
        nothing(row("(sliced string)"), WouldBe::Leaky),
        still_within(
            Meter::JsUsed,
            bytes(150_000, "the page, and the copies of 30 characters"),
        ),
        counts(Meter::Alive, 1),
    ],
};
