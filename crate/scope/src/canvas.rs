//! The one place that touches the browser's canvas.

use crate::backend::{Across, Down, Label, Measure};
use crate::color::Color;
use crate::error::Problem;
use crate::format::decimal;
use crate::frame::Frame;
use std::cell::RefCell;
use wasm_bindgen::{Clamped, JsCast, JsValue};
use web_sys::{ImageData, OffscreenCanvas, OffscreenCanvasRenderingContext2d as Context};

/// A canvas in a worker.
#[derive(Debug)]
pub(crate) struct Canvas {
    surface: OffscreenCanvas,
    context: Context,
    state: RefCell<State>,
}

/// What the context was last told, so that it is told only changes.
#[derive(Debug, Default, PartialEq)]
struct State {
    size: f64,
    color: Option<Color>,
    anchor: Option<(Across, Down)>,
}

impl Canvas {
    /// Takes over a canvas.
    ///
    /// # Errors
    /// `scope.canvas` when it gives no 2D context.
    pub(crate) fn new(canvas: OffscreenCanvas) -> Result<Self, Problem> {
        let options = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&options, &"alpha".into(), &false.into());
        let context = canvas
            .get_context_with_context_options("2d", &options)
            .ok()
            .flatten()
            .and_then(|context| context.dyn_into::<Context>().ok())
            .ok_or_else(|| Problem::canvas("it gives no 2D context"))?;
        Ok(Self {
            surface: canvas,
            context,
            state: RefCell::default(),
        })
    }

    /// Shows a picture with its texts.
    ///
    /// # Errors
    /// `scope.canvas` when the browser refuses, for want of memory for instance.
    pub(crate) fn show(&self, frame: &Frame, labels: &[Label]) -> Result<(), Problem> {
        let (width, height) = (frame.width() as u32, frame.height() as u32);
        if width == 0 || height == 0 {
            return Ok(());
        }
        if (self.surface.width(), self.surface.height()) != (width, height) {
            self.surface.set_width(width);
            self.surface.set_height(height);
            // Resizing a canvas resets its context.
            *self.state.borrow_mut() = State::default();
        }
        let picture =
            ImageData::new_with_u8_clamped_array_and_sh(Clamped(frame.bytes()), width, height)
                .map_err(|reason| refused(&reason))?;
        self.context
            .put_image_data(&picture, 0.0, 0.0)
            .map_err(|reason| refused(&reason))?;
        for label in labels {
            self.set_size(label.size);
            self.set_style(label);
            let (x, y) = label.at;
            self.context
                .fill_text(&label.text, f64::from(x), f64::from(y))
                .map_err(|reason| refused(&reason))?;
        }
        Ok(())
    }

    fn set_size(&self, size: f64) {
        let mut state = self.state.borrow_mut();
        if state.size.to_bits() != size.to_bits() {
            state.size = size;
            self.context
                .set_font(&format!("{}px system-ui, sans-serif", decimal(size, 3)));
        }
    }

    fn set_style(&self, label: &Label) {
        let mut state = self.state.borrow_mut();
        if state.color != Some(label.color) {
            state.color = Some(label.color);
            self.context.set_fill_style_str(&label.color.css());
        }
        if state.anchor != Some((label.across, label.down)) {
            state.anchor = Some((label.across, label.down));
            self.context.set_text_align(match label.across {
                Across::Left => "left",
                Across::Centre => "center",
                Across::Right => "right",
            });
            self.context.set_text_baseline(match label.down {
                Down::Top => "top",
                Down::Middle => "middle",
                Down::Bottom => "bottom",
            });
        }
    }
}

impl Measure for Canvas {
    fn width(&self, text: &str, size: f64) -> f64 {
        self.set_size(size);
        let measured = self.context.measure_text(text);
        measured.map_or(0.0, |metrics| metrics.width())
    }
}

fn refused(reason: &JsValue) -> Problem {
    let text = js_sys::Object::from(reason.clone()).to_string();
    Problem::canvas(String::from(text))
}
