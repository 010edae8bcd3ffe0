//! A list in the page that only grows: nothing is detached, nothing is lost, and it is a leak all the same.

use crate::scenario::page;
use contract::prelude::*;
use web_sys::Element;

const PLACE: &str = "leak-attached-growth";

/// Each message is added at the end of the feed.
fn leaky() -> Unit {
    let feed = page::offstage(PLACE)?;
    let message = message()?;
    feed.append_child(&message)?;
    Ok(message.into())
}

/// Each message is added at the end of the feed, and the one before it goes.
fn fixed() -> Unit {
    let feed = page::offstage(PLACE)?;
    let message = message()?;
    feed.replace_children_with_node_1(&message);
    Ok(message.into())
}

fn message() -> Result<Element, JsValue> {
    let message: Element = page::create("p")?;
    message.set_text_content(Some(&"stuff ".repeat(170)));
    Ok(message)
}

pub(crate) const CODE: Code = Code {
    leaky: Make::Object(leaky),
    fixed: Some(Make::Object(fixed)),
    let_go: LetGo::By(|| page::clear(PLACE)),
    pace: Pace::Every(100),
    cost: Cost {
        js: 130,
        other: 50_000,
        ..NOTHING
    },
    witness: Witness::Object,
};

pub(crate) const CARD: Card = Card {
    title: "A page that only grows",
    kind: Kind::Leak,
    summary: "keep adding paragraphs to the page and never take one away",
    words: &[
        "infinite scroll",
        "feed",
        "attached",
        "nodes",
        "layout",
        "virtual list",
        "append",
    ],
    unit: "one <p> with a kilobyte of text",
    guide_units: 500,
    mechanism: "The paragraphs are in the document, where they belong, so no tool calls them detached. Each costs little \
                JavaScript, but layout keeps the place of every line: the process grows by some 50 kB a paragraph, \
                and the JS heap hardly moves. It is the infinite feed that is fine for a minute and not for a day.",
    cure: "Keep only what can be seen in the document: take off the far end of a feed, or reuse its rows.",
    needs: &[],
    phases: &[],
    javascript: r#"const feed = document.body.appendChild(document.createElement("div"));

setInterval(() => {
  const message = document.createElement("p");
  message.textContent = "stuff ".repeat(170);
  feed.append(message);
  // the cure: feed.replaceChildren(message);
}, 100);"#,
    leaky: &[
        moves(
            Meter::Nodes,
            1,
            bytes(3, "the place they are put in, and the page's own notices"),
        ),
        counter(Counter::LayoutObjects, at_least_each(2), EXACT)
            .why("A box for each paragraph, and one for its text."),
        counter(Counter::Nodes, at_least_each(2), EXACT),
        nothing(
            row("Detached <p>"),
            WouldBe::planted("document.createElement('p')"),
        )
        .why("They are all in the page."),
        still_within(
            Meter::JsUsed,
            bytes(250_000, "the page itself, and a wrapper for each paragraph"),
        ),
        counts(Meter::Alive, 1),
        counter(Counter::LayoutObjects, at_most(40), EXACT).after_let_go(),
    ],
    fixed: &[
        moves(
            Meter::Nodes,
            0,
            bytes(3, "the place they are put in, and the page's own notices"),
        ),
        counter(Counter::LayoutObjects, at_most(40), EXACT),
        still_within(
            Meter::JsUsed,
            bytes(250_000, "the page and the engine themselves"),
        ),
        reads(Meter::Alive, once(1), EXACT),
    ],
};
