//! A `WeakMap` that keeps everything, because something else keeps its keys.

use contract::prelude::*;
use js_sys::{Object, WeakMap};

/// The key goes on a list of all requests ever seen, and its entry lives as long as it does.
fn leaky() -> Unit {
    let (cache, requests) = (cache(), roots::list("weakMapRequests"));
    let (request, answer) = (Object::new(), payload::stuffed_object());
    requests.push(&request);
    cache.set(&request, &answer);
    Ok(answer.into())
}

/// The key is let go, and its entry goes with it.
fn fixed() -> Unit {
    let (cache, requests) = (cache(), roots::list("weakMapRequests"));
    let (request, answer) = (Object::new(), payload::stuffed_object());
    requests.push(&request);
    cache.set(&request, &answer);
    requests.pop();
    Ok(answer.into())
}

fn cache() -> WeakMap {
    let cache = roots::get("weakMapAnswers");
    cache.dyn_into().unwrap_or_else(|_| {
        let cache = WeakMap::new();
        roots::put("weakMapAnswers", &cache);
        cache
    })
}

fn let_go() {
    roots::release("weakMapRequests");
    roots::release("weakMapAnswers");
}

pub(crate) const CODE: Code = Code {
    leaky: Make::Object(leaky),
    fixed: Some(Make::Object(fixed)),
    let_go: LetGo::By(let_go),
    pace: Pace::Every(100),
    cost: Cost {
        js: 40_100,
        ..NOTHING
    },
    witness: Witness::Object,
};

pub(crate) const CARD: Card = Card {
    title: "A WeakMap that keeps everything",
    kind: Kind::Leak,
    summary: "keep caching answers in a WeakMap whose keys are kept elsewhere",
    words: &["ephemeron", "cache", "weak", "key", "value", "pair"],
    unit: "one answer, { stuff: Array(10,000) }, for one request",
    guide_units: 1_000,
    mechanism: "A WeakMap holds its keys weakly: an entry lives exactly as long as its key. That is no promise to \
                forget. Here every key is also on a list of requests, so no key dies, and no answer either. In the \
                Retainers the answer hangs on its key, not on the map.",
    cure: "Find who keeps the keys, and let them go. A WeakMap only helps if the key belongs to somebody who leaves.",
    needs: &[],
    phases: &[],
    javascript: r#"const answers = new WeakMap();
const requests = [];

setInterval(() => {
  const request = {};
  requests.push(request);
  answers.set(request, { stuff: Array(10_000).fill("stuff") });
  // the cure, when it is answered: requests.pop();
}, 100);"#,
    leaky: &[
        delta("{stuff}", 1),
        path(
            "{stuff} ← …part of key (Object @#) -> value (Object @#) pair in WeakMap (table @#) in … ← […] in Array ← weakMapRequests in Lab ← lab in Window…",
        ),
        moves(
            Meter::JsUsed,
            40_130,
            percent(2, "the table of the map grows by doubling"),
        ),
        counts(Meter::Alive, 1),
        still(Meter::Live),
        still(Meter::Externrefs),
        nothing(row("{stuff}"), WouldBe::Leaky).after_let_go(),
    ],
    fixed: &[
        nothing(row("{stuff}"), WouldBe::Leaky),
        still_within(
            Meter::JsUsed,
            bytes(
                150_000,
                "the page, and the map's table, which does not shrink",
            ),
        ),
        still(Meter::Alive),
    ],
};
