//! A cache that never forgets.

use contract::prelude::*;
use js_sys::Map;
use std::cell::Cell;

thread_local! {
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

/// Every answer is kept under its question.
fn leaky() -> Unit {
    let cache = cache();
    let answer = payload::stuffed_object();
    cache.set(&question(), &answer);
    Ok(answer.into())
}

/// Every answer is kept under its question, and the oldest goes when there are too many.
fn fixed() -> Unit {
    let cache = cache();
    let answer = payload::stuffed_object();
    cache.set(&question(), &answer);
    if cache.size() > 10 {
        let oldest = cache.keys().next()?.value();
        cache.delete(&oldest);
    }
    Ok(answer.into())
}

fn question() -> JsValue {
    let number = NEXT.replace(NEXT.get() + 1);
    number.into()
}

fn cache() -> Map {
    let cache = roots::get("unboundedMap");
    cache.dyn_into().unwrap_or_else(|_| {
        let cache = Map::new();
        roots::put("unboundedMap", &cache);
        cache
    })
}

pub(crate) const CODE: Code = Code {
    leaky: Make::Object(leaky),
    fixed: Some(Make::Object(fixed)),
    let_go: LetGo::By(|| roots::release("unboundedMap")),
    pace: Pace::Every(100),
    cost: Cost {
        js: 40_100,
        ..NOTHING
    },
    witness: Witness::Object,
};

pub(crate) const CARD: Card = Card {
    title: "A cache that never forgets",
    kind: Kind::Leak,
    summary: "keep caching answers in a Map that evicts nothing",
    words: &["LRU", "memoize", "evict", "Set", "limit", "table"],
    unit: "one answer, { stuff: Array(10,000) }, under a new question",
    guide_units: 1_000,
    mechanism: "A Map holds its keys and its values, and nobody ever deletes an entry. As long as questions repeat, the \
                cache helps; as soon as most are new, it is a list of everything that was ever asked.",
    cure: "Give the cache a size, and drop the entry that was not used for longest; or let it live only as long as what \
           it is for.",
    needs: &[],
    phases: &[],
    javascript: r#"const cache = new Map();
let question = 0;

setInterval(() => {
  cache.set(question++, { stuff: Array(10_000).fill("stuff") });
  // the cure: if (cache.size > 10) cache.delete(cache.keys().next().value);
}, 100);"#,
    leaky: &[
        delta("{stuff}", 1),
        path("{stuff} ← … in (…array)… ← table in Map ← unboundedMap in Lab ← lab in Window…"),
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
        shows(row("{stuff}"), at_most(10), EXACT).why("As many as the cache may hold."),
        still_within(
            Meter::JsUsed,
            bytes(500_000, "the ten answers that stay, and the page itself"),
        ),
        reads(Meter::Alive, at_most(10), EXACT),
    ],
};
