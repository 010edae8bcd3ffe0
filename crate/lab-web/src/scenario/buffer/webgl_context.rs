//! WebGL contexts that are kept for canvases nobody sees.

use crate::scenario::page;
use contract::prelude::*;
use js_sys::{Error, Function, Reflect};
use web_sys::{HtmlCanvasElement, WebGlRenderingContext};

/// A chart is drawn, its canvas is forgotten, and its context stays on a list.
fn leaky() -> Unit {
    let context = context()?;
    context.clear(WebGlRenderingContext::COLOR_BUFFER_BIT);
    roots::list("webglContexts").push(&context);
    Ok(context.into())
}

/// A chart is drawn, and its context is given back.
fn fixed() -> Unit {
    let context = context()?;
    context.clear(WebGlRenderingContext::COLOR_BUFFER_BIT);
    lose(&context)?;
    Ok(context.into())
}

/// 1024 × 1024 pixels: 4 MB, and as much again to draw on.
fn context() -> Result<WebGlRenderingContext, JsValue> {
    let canvas: HtmlCanvasElement = page::create("canvas")?;
    canvas.set_width(1_024);
    canvas.set_height(1_024);
    let context = canvas.get_context("webgl")?.ok_or_else(|| {
        JsValue::from(Error::new(
            "The browser gives out no WebGL context: it is off, or has no graphics to run on.",
        ))
    })?;
    Ok(context.unchecked_into())
}

fn lose(context: &WebGlRenderingContext) -> Result<(), JsValue> {
    if let Some(extension) = context.get_extension("WEBGL_lose_context")? {
        let lose = Reflect::get(&extension, &"loseContext".into())?;
        lose.unchecked_into::<Function>().call0(&extension)?;
    }
    Ok(())
}

fn let_go() {
    for context in roots::list("webglContexts") {
        let _ = lose(context.unchecked_ref());
    }
    roots::release("webglContexts");
}

pub(crate) const CODE: Code = Code {
    leaky: Make::Object(leaky),
    fixed: Some(Make::Object(fixed)),
    let_go: LetGo::By(let_go),
    pace: Pace::Every(1_000),
    cost: Cost {
        gpu: 8_400_000,
        ..NOTHING
    },
    witness: Witness::Object,
};

pub(crate) const CARD: Card = Card {
    title: "WebGL contexts kept",
    kind: Kind::Leak,
    summary: "keep WebGL contexts of canvases that nobody sees any more",
    words: &[
        "canvas",
        "GPU",
        "graphics",
        "context lost",
        "loseContext",
        "too many contexts",
    ],
    unit: "one WebGL context of 1024 × 1024 pixels",
    guide_units: 8,
    mechanism: "A context keeps its canvas, and both keep pixels in the graphics process: eight megabytes here, behind an \
                object of a few bytes. The JS heap does not move. After some 16 contexts the browser takes the oldest \
                away, and a chart that was still in use turns black.",
    cure: "One context for many pictures. When one is done: WEBGL_lose_context, and forget the context.",
    needs: &[Need::WebGl],
    phases: &[],
    javascript: r#"const contexts = [];

setInterval(() => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1_024;
  const context = canvas.getContext("webgl");
  context.clear(context.COLOR_BUFFER_BIT);
  contexts.push(context);
  // the cure: context.getExtension("WEBGL_lose_context").loseContext();
}, 1_000);"#,
    leaky: &[
        delta("Detached WebGLRenderingContext", 1),
        still_within(
            Meter::JsUsed,
            bytes(100_000, "the page and the engine themselves"),
        ),
        counts(Meter::Alive, 1),
        nothing(row("Detached WebGLRenderingContext"), WouldBe::Leaky).after_let_go(),
    ],
    fixed: &[
        nothing(row("Detached WebGLRenderingContext"), WouldBe::Leaky),
        still(Meter::Alive),
    ],
};
