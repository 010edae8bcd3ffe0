//! A frame that was removed, and one reference to its window: a whole world stays.

use crate::scenario::page;
use contract::prelude::*;
use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlIFrameElement;

const PLACE: &str = "leak-removed-frame";

/// The report is done, its frame is removed, and its window stays on a list.
fn leaky() -> Promise {
    with_frame(|frame| {
        let window = frame.content_window().ok_or(JsValue::NULL)?;
        roots::list("removedFrames").push(&window);
        frame.remove();
        Ok(window.into())
    })
}

/// The report is done, its frame is removed, and its title is all that stays.
fn fixed() -> Promise {
    with_frame(|frame| {
        let window = frame.content_window().ok_or(JsValue::NULL)?;
        roots::list("removedFrames").push(&frame.title().into());
        frame.remove();
        Ok(window.into())
    })
}

/// Calls `done` with a frame that has loaded; the promise is of what it returns.
fn with_frame(done: fn(HtmlIFrameElement) -> Unit) -> Promise {
    let mut begin = |resolve: js_sys::Function, reject: js_sys::Function| {
        let begun = load(done, resolve, reject.clone());
        if let Err(error) = begun {
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    };
    Promise::new(&mut begin)
}

fn load(
    done: fn(HtmlIFrameElement) -> Unit,
    resolve: js_sys::Function,
    reject: js_sys::Function,
) -> Result<(), JsValue> {
    let frame: HtmlIFrameElement = page::create("iframe")?;
    frame.set_title("report");
    let loaded = frame.clone();
    let onload = Closure::once_into_js(move || {
        loaded.set_onload(None);
        let (answer, unit) = match done(loaded) {
            Ok(unit) => (resolve, unit),
            Err(error) => (reject, error),
        };
        let _ = answer.call1(&JsValue::NULL, &unit);
    });
    frame.set_onload(Some(onload.unchecked_ref()));
    page::offstage(PLACE)?.append_child(&frame)?;
    Ok(())
}

fn let_go() {
    page::clear(PLACE);
    roots::release("removedFrames");
}

pub(crate) const CODE: Code = Code {
    leaky: Make::Awaited(leaky),
    fixed: Some(Make::Awaited(fixed)),
    let_go: LetGo::By(let_go),
    pace: Pace::Every(500),
    cost: Cost {
        js: 185_000,
        other: 20_000,
        ..NOTHING
    },
    witness: Witness::Object,
};

pub(crate) const CARD: Card = Card {
    title: "The window of a removed frame",
    kind: Kind::Leak,
    summary: "keep removing frames and keep a reference to each one's window",
    words: &[
        "iframe",
        "contentWindow",
        "realm",
        "native context",
        "detached window",
        "popup",
    ],
    unit: "one removed <iframe> whose window is kept",
    guide_units: 10,
    mechanism: "A frame has a global object of its own, with every built-in class and function: a world of some 180 kB \
                before it has loaded anything. One reference from outside, to its window or to any function or object \
                in it, keeps all of it after the frame is gone.",
    cure: "Take what you need out of a frame as plain data (by postMessage, or by structured clone), and forget the rest \
           before you remove it.",
    needs: &[],
    phases: &[],
    javascript: r#"const windows = [];

setInterval(() => {
  const frame = document.createElement("iframe");
  frame.title = "report";
  frame.onload = () => {
    windows.push(frame.contentWindow); // the cure: windows.push(frame.title);
    frame.remove();
  };
  document.body.append(frame);
}, 500);"#,
    leaky: &[
        counter(Counter::DetachedScriptStates, each(1), EXACT),
        counter(Counter::Documents, at_least_each(1), EXACT),
        moves(
            Meter::JsUsed,
            185_000,
            percent(25, "V8 shares a part of each world's code between them"),
        ),
        counts(Meter::Alive, 1),
        counter(Counter::DetachedScriptStates, once(0), EXACT).after_let_go(),
    ],
    fixed: &[
        counter(Counter::DetachedScriptStates, once(0), EXACT),
        still_within(
            Meter::JsUsed,
            bytes(250_000, "the page and the engine themselves"),
        ),
        still(Meter::Alive),
    ],
};
