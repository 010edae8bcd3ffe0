//! The worker's handle: one method a message of the page.

use crate::canvas::Canvas;
use crate::chart::{Chart, Scene};
use crate::cursor::{Cursor, Move};
use crate::error::Problem;
use crate::history::History;
use crate::layout::Layout;
use crate::panel;
use crate::readout::Readout;
use crate::record::Record;
use crate::summary;
use crate::theme::Theme;
use crate::view::{Span, View};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::OffscreenCanvas;

/// A chart on its canvas. Methods that fail throw `{code, message, advice}` and leave everything as it was.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Session {
    canvas: Canvas,
    chart: Chart,
    record: Record,
    size: [f64; 3],
    shown: Vec<bool>,
    layout: Layout,
    theme: Theme,
    span: Span,
    frozen: Option<f64>,
    cursor: Cursor,
}

#[wasm_bindgen]
impl Session {
    /// Takes over a canvas of `width` x `height` CSS pixels at `ratio` device pixels each.
    ///
    /// # Errors
    /// `scope.panels`, `scope.canvas`.
    #[wasm_bindgen(constructor)]
    pub fn new(
        canvas: OffscreenCanvas,
        width: f64,
        height: f64,
        ratio: f64,
        panels: JsValue,
    ) -> Result<Session, JsValue> {
        let panels = serde_wasm_bindgen::from_value(panels)
            .map_err(|error| thrown(&Problem::panels(error)))?;
        let panels = panel::check(panels).map_err(|problem| thrown(&problem))?;
        let record = Record::new(panels);
        let shown = record.shown();
        Ok(Self {
            canvas: Canvas::new(canvas).map_err(|problem| thrown(&problem))?,
            chart: Chart::default(),
            layout: Layout::new(width, height, ratio, &shown),
            record,
            size: [width, height, ratio],
            shown,
            theme: Theme::default(),
            span: Span::default(),
            frozen: None,
            cursor: Cursor::Off,
        })
    }

    /// Adds a sample: time in ms, then the meters, `NaN` where absent.
    ///
    /// # Errors
    /// `scope.row-length`.
    pub fn sample(&mut self, row: &[f64]) -> Result<(), JsValue> {
        self.record.sample(row).map_err(|problem| thrown(&problem))
    }

    /// Adds one value of a sparse series, at a time in ms; the first of a panel brings the panel.
    ///
    /// # Errors
    /// `scope.unknown-series`.
    pub fn point(&mut self, id: &str, time: f64, value: f64) -> Result<(), JsValue> {
        self.record
            .point(id, time, value)
            .map_err(|problem| thrown(&problem))?;
        self.arrange();
        Ok(())
    }

    /// Adds an event, at a time in ms.
    ///
    /// # Errors
    /// `scope.unknown-mark`; it is kept as a note.
    pub fn mark(&mut self, time: f64, kind: &str, text: String) -> Result<(), JsValue> {
        self.record
            .mark(time, kind, text)
            .map_err(|problem| thrown(&problem))
    }

    /// Changes the colours, given as CSS text.
    ///
    /// # Errors
    /// `scope.colour`; the others are taken over.
    pub fn theme(&mut self, colors: JsValue) -> Result<(), JsValue> {
        let colors = serde_wasm_bindgen::from_value(colors)
            .map_err(|error| thrown(&Problem::colour(&error.to_string())))?;
        self.theme
            .update(&colors)
            .map_err(|problem| thrown(&problem))
    }

    /// Changes the size, in CSS pixels and device pixels a CSS pixel.
    pub fn resize(&mut self, width: f64, height: f64, ratio: f64) {
        self.size = [width, height, ratio];
        self.arrange();
    }

    /// Shows the last so many seconds; 0 shows all.
    pub fn span(&mut self, seconds: f64) {
        self.span = Span::from_seconds(seconds);
    }

    /// Stops or frees the picture; samples are kept either way.
    pub fn pause(&mut self, paused: bool) {
        self.frozen = if paused {
            self.frozen.or(self.record.now())
        } else {
            None
        };
        self.arrange();
    }

    /// The ids of the panels on show: all that can have values by now.
    pub fn shown(&self) -> Vec<String> {
        let panels = self.record.panels().iter().zip(&self.shown);
        panels
            .filter(|&(_, &shown)| shown)
            .map(|(panel, _)| panel.id.clone())
            .collect()
    }

    /// The pointer is at `x` CSS pixels from the left, or nowhere.
    pub fn pointer(&mut self, x: Option<f64>) {
        self.cursor = x.map_or(Cursor::Off, Cursor::Pointer);
    }

    /// Moves the cursor: `left`, `right`, `page-left`, `page-right`, `home`, `end`, `off`.
    pub fn cursor(&mut self, step: &str) {
        if let (Some(step), Some(history)) = (Move::parse(step), self.record.history()) {
            self.cursor = self.cursor.after(step, history, &self.view(), &self.layout);
        }
    }

    /// The chart in words.
    pub fn summary(&self) -> String {
        summary::summary(&self.record, &self.view())
    }

    /// Draws at once.
    ///
    /// # Errors
    /// `scope.canvas`.
    pub fn redraw(&mut self) -> Result<(), JsValue> {
        let view = self.view();
        let scene = Scene {
            record: &self.record,
            view: &view,
            layout: &self.layout,
            theme: &self.theme,
            looked_at: self.looked_at(&view),
        };
        self.chart.draw(scene, &self.canvas);
        self.canvas
            .show(&self.chart.frame, &self.chart.labels)
            .map_err(|problem| thrown(&problem))
    }

    /// The values under the cursor: `{x, time, clock, rows, marks}`, or `undefined` when there is none.
    pub fn readout(&self) -> JsValue {
        let view = self.view();
        let readout = self
            .looked_at(&view)
            .and_then(|at| Readout::new(&self.record, at, &view, &self.layout));
        readout.map_or(JsValue::UNDEFINED, |readout| plain(&readout))
    }

    /// Finds a place for every panel; while the picture stands still, no panel comes or goes.
    fn arrange(&mut self) {
        if self.frozen.is_none() {
            self.shown = self.record.shown();
        }
        let [width, height, ratio] = self.size;
        self.layout = Layout::new(width, height, ratio, &self.shown);
    }

    fn view(&self) -> View {
        let origin = self.record.origin().unwrap_or(0.0);
        let now = self.frozen.or(self.record.now()).unwrap_or(origin);
        View::new(self.span, origin, now, self.layout.columns())
    }

    fn looked_at(&self, view: &View) -> Option<usize> {
        let look = |history: &History| self.cursor.sample(history, view, &self.layout);
        self.record.history().and_then(look)
    }
}

fn plain(value: &impl Serialize) -> JsValue {
    serde_wasm_bindgen::to_value(value).unwrap_or(JsValue::UNDEFINED)
}

fn thrown(problem: &Problem) -> JsValue {
    plain(problem)
}
