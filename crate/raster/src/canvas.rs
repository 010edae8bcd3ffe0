//! The one place that touches the browser's canvas.

use crate::backend::{Across, Down, Label, Measure};
use crate::color::Color;
use crate::decimal;
use crate::frame::Frame;
use js_sys::{Object, Reflect};
use std::cell::RefCell;
use std::fmt;
use wasm_bindgen::{Clamped, JsCast, JsValue};
use web_sys::{ImageData, OffscreenCanvas, OffscreenCanvasRenderingContext2d as Context};

/// A canvas in a worker.
#[derive(Debug)]
pub struct Canvas {
    surface: OffscreenCanvas,
    context: Context,
    state: RefCell<State>,
}

/// Why the browser does not draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused(String);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
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
    /// When it gives no 2D context.
    pub fn new(canvas: OffscreenCanvas) -> Result<Self, Refused> {
        Self::with(canvas, &opaque())
    }

    /// A canvas that nobody sees, to be read back with [`Self::write`].
    ///
    /// # Errors
    /// Where there is no canvas, as in Node.
    pub fn unseen() -> Result<Self, Refused> {
        let canvas = OffscreenCanvas::new(1, 1).map_err(|reason| refused(&reason))?;
        let options = opaque();
        let _ = Reflect::set(&options, &"willReadFrequently".into(), &true.into());
        Self::with(canvas, &options)
    }

    fn with(canvas: OffscreenCanvas, options: &Object) -> Result<Self, Refused> {
        let context = canvas
            .get_context_with_context_options("2d", options)
            .ok()
            .flatten()
            .and_then(|context| context.dyn_into::<Context>().ok())
            .ok_or_else(|| Refused("it gives no 2D context".into()))?;
        Ok(Self {
            surface: canvas,
            context,
            state: RefCell::default(),
        })
    }

    /// A picture's pixels with its texts on them; `None` where the browser gives others than were drawn, as those do that let
    /// no canvas be read.
    ///
    /// # Errors
    /// When the browser refuses, for want of memory for instance.
    pub fn write(&self, frame: &Frame, labels: &[Label]) -> Result<Option<Vec<u8>>, Refused> {
        self.show(frame, labels)?;
        let (width, height) = (
            f64::from(frame.width() as u32),
            f64::from(frame.height() as u32),
        );
        let read = self.context.get_image_data(0.0, 0.0, width, height);
        let bytes = read.map_err(|reason| refused(&reason))?.data().0;
        Ok(frame.begins_like(&bytes).then_some(bytes))
    }

    /// Shows a picture with its texts.
    ///
    /// # Errors
    /// When the browser refuses, for want of memory for instance.
    pub fn show(&self, frame: &Frame, labels: &[Label]) -> Result<(), Refused> {
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

/// Options of a context whose pixels hide what is behind the canvas.
fn opaque() -> Object {
    let options = Object::new();
    let _ = Reflect::set(&options, &"alpha".into(), &false.into());
    options
}

fn refused(reason: &JsValue) -> Refused {
    let text = Object::from(reason.clone()).to_string();
    Refused(String::from(text))
}
