//! Plain objects pushed to a list that nobody empties.

use contract::prelude::*;

/// Each request is put on a list, for later.
fn leaky() -> Unit {
    let requests = roots::list("leakObjects");
    let request = payload::stuffed_object();
    requests.push(&request);
    Ok(request.into())
}

/// The list is emptied once its requests are handled.
fn fixed() -> Unit {
    let requests = roots::list("leakObjects");
    let request = payload::stuffed_object();
    requests.push(&request);
    requests.set_length(0);
    Ok(request.into())
}

pub(crate) const CODE: Code = Code {
    leaky: Make::Object(leaky),
    fixed: Some(Make::Object(fixed)),
    let_go: LetGo::By(|| roots::release("leakObjects")),
    pace: Pace::Every(100),
    cost: Cost {
        js: 40_048,
        ..NOTHING
    },
    witness: Witness::Object,
};

pub(crate) const CARD: Card = Card {
    title: "A list that only grows",
    kind: Kind::Leak,
    summary: "keep pushing objects to a list that nobody empties",
    words: &["array", "push", "queue", "global"],
    unit: "one { stuff: Array(10,000) } object",
    guide_units: 1_000,
    mechanism: "Every object is pushed to an array that hangs on a global. As long as the array can be reached, so can \
                every object in it: the collector has to keep them all, although nobody will ever look at them again.",
    cure: "Empty the list when its work is done, or bound it. Whoever adds to a long-lived list owns the question of \
           who removes.",
    needs: &[],
    phases: &[],
    javascript: r#"const requests = [];

setInterval(() => {
  requests.push({ stuff: Array(10_000).fill("stuff") });
  // the cure: requests.length = 0;
}, 100);"#,
    leaky: &[
        delta("{stuff}", 1),
        path("{stuff} ← […] in Array ← leakObjects in Lab ← lab in Window…"),
        moves(
            Meter::JsUsed,
            40_100,
            percent(2, "the list itself grows by halves"),
        ),
        counts(Meter::Alive, 1),
        still(Meter::Linear),
        still(Meter::Live),
        still(Meter::Externrefs),
        nothing(row("{stuff}"), WouldBe::Leaky).after_let_go(),
    ],
    fixed: &[
        nothing(row("{stuff}"), WouldBe::Leaky),
        still_within(
            Meter::JsUsed,
            bytes(100_000, "the page and the engine themselves"),
        ),
        still(Meter::Alive),
        still(Meter::Linear),
        still(Meter::Live),
    ],
};
