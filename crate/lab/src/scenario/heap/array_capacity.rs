//! An array that was emptied keeps the room it once needed.

use contract::prelude::*;
use js_sys::Array;

/// How many places a unit's array once had.
const PLACES: u32 = 500_000;

/// All but one are taken out, one way or another: the array keeps its room.
fn leaky() -> Unit {
    let queue = filled();
    queue.splice_many(1, PLACES - 1, &[]);
    roots::list("arrayCapacity").push(&queue);
    Ok(queue.into())
}

/// Setting the length gives the room back.
fn fixed() -> Unit {
    let queue = filled();
    queue.set_length(1);
    roots::list("arrayCapacity").push(&queue);
    Ok(queue.into())
}

fn filled() -> Array {
    let queue = Array::new();
    for place in 0..PLACES {
        queue.push(&place.into());
    }
    queue
}

pub(crate) const CODE: Code = Code {
    leaky: Make::Object(leaky),
    fixed: Some(Make::Object(fixed)),
    let_go: LetGo::By(|| roots::release("arrayCapacity")),
    pace: Pace::Every(1_000),
    cost: Cost {
        js: 2_585_700,
        ..NOTHING
    },
    witness: Witness::Object,
};

pub(crate) const CARD: Card = Card {
    title: "An array emptied, its room kept",
    kind: Kind::Leak,
    summary: "keep arrays that had 500,000 elements and have one",
    words: &[
        "capacity",
        "splice",
        "pop",
        "queue",
        "elements",
        "backing store",
        "shrink",
    ],
    unit: "one Array that once had 500,000 elements",
    guide_units: 10,
    mechanism: "An array's elements lie in a piece of memory of their own, with room to grow. splice and pop take \
                elements out and leave the room: an array of one element may hold two and a half megabytes. Nothing that a \
                program can ask tells: its length is 1.",
    cure: "Set length to what is left, or make a new array: both give the room back.",
    needs: &[],
    phases: &[],
    javascript: r"const queues = [];

setInterval(() => {
  const queue = new Array();
  for (let place = 0; place < 500_000; place++) queue.push(place);
  queue.splice(1, 499_999);
  // the cure: queue.length = 1;
  queues.push(queue);
}, 1_000);",
    leaky: &[
        shows(
            row("(array)")
                .object("(object elements)")
                .column(Column::SizeDelta),
            each(2_585_700),
            percent(1, "the page's own arrays grow as well"),
        ),
        moves(
            Meter::JsUsed,
            2_585_700,
            percent(2, "the page's own objects"),
        ),
        counts(Meter::Alive, 1),
        still(Meter::Live),
    ],
    fixed: &[
        shows(
            row("(array)")
                .object("(object elements)")
                .column(Column::SizeDelta),
            once(0),
            bytes(60_000, "the page's own arrays"),
        ),
        still_within(
            Meter::JsUsed,
            bytes(200_000, "the page and the engine themselves"),
        ),
        counts(Meter::Alive, 1),
    ],
};
