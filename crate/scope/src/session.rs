//! The worker's handle: one method a message of the page.

use crate::chart::Chart;
use crate::cursor::{Cursor, Move};
use crate::error::Problem;
use crate::history::History;
use crate::kept;
use crate::layout::Layout;
use crate::panel;
use crate::plain::Given;
use crate::readout::Readout;
use crate::record::Record;
use crate::scene::Scene;
use crate::summary::Summary;
use crate::theme::Theme;
use crate::view::{Span, View};
use crate::wire::{self, thrown};
use raster::{Canvas, Refused};
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
    /// Takes over a canvas of `width` x `height` CSS pixels at `ratio` device pixels each. `precision` is that of the
    /// JS heap's meters: `exact`, `bucketed` or `absent`.
    ///
    /// # Errors
    /// `scope.panels`, `scope.canvas`.
    #[wasm_bindgen(constructor)]
    pub fn new(
        canvas: OffscreenCanvas,
        width: f64,
        height: f64,
        ratio: f64,
        panels: &JsValue,
        precision: &JsValue,
    ) -> Result<Session, JsValue> {
        let unread = |wrong| thrown(&Problem::panels(wrong));
        let panels = wire::panels(panels).map_err(unread)?;
        let panels = panel::check(panels).map_err(|problem| thrown(&problem))?;
        let precision = wire::precision(precision).map_err(unread)?;
        let record = Record::new(panels, precision);
        let shown = record.shown();
        Ok(Self {
            canvas: Canvas::new(canvas).map_err(refused)?,
            chart: Chart::default(),
            layout: Layout::new(width, height, ratio, &record.heights(&shown)),
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
        self.record
            .sample(row)
            .map_err(|problem| thrown(&problem))?;
        if self.record.shown() != self.shown {
            self.arrange();
        }
        Ok(())
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

    /// Adds an event: `{time, type, slug, variant, units, made, reason}`.
    ///
    /// # Errors
    /// `scope.event`.
    pub fn event(&mut self, event: JsValue) -> Result<(), JsValue> {
        let event = wire::event(&Given::new(event));
        self.record
            .event(event.map_err(|wrong| thrown(&Problem::event(wrong)))?);
        Ok(())
    }

    /// Changes the colors, each `[red, green, blue, opacity]` of parts from 0 to 1.
    ///
    /// # Errors
    /// `scope.colors`.
    pub fn theme(&mut self, colors: JsValue) -> Result<(), JsValue> {
        self.theme = wire::theme(colors).map_err(|wrong| thrown(&Problem::colors(wrong)))?;
        Ok(())
    }

    /// All that is recorded, as data for [`Self::restore`].
    pub fn kept(&self) -> JsValue {
        kept::kept(&self.record, self.frozen)
    }

    /// Goes on with what another session recorded.
    ///
    /// # Errors
    /// `scope.recording`; nothing is changed.
    pub fn restore(&mut self, kept: JsValue) -> Result<(), JsValue> {
        let refused = || thrown(&Problem::recording());
        let (parts, frozen) = kept::parts(kept).map_err(|_| refused())?;
        if !self.record.restore(parts) {
            return Err(refused());
        }
        self.frozen = frozen;
        self.shown = self.record.shown();
        self.arrange();
        Ok(())
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
        // Before the first sample the picture stands still at nothing.
        let now = self.record.now().unwrap_or(f64::NEG_INFINITY);
        self.frozen = paused.then(|| self.frozen.unwrap_or(now));
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

    /// What the chart shows, as data; `undefined` while that is nothing.
    pub fn summary(&self) -> JsValue {
        Summary::new(&self.record, &self.view())
            .map_or(JsValue::UNDEFINED, |summary| wire::summary_told(&summary))
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
            .map_err(refused)
    }

    /// The values under the cursor: `{x, time, values, events, more}`, or `undefined` when there is none.
    pub fn readout(&self) -> JsValue {
        let view = self.view();
        let readout = self
            .looked_at(&view)
            .and_then(|at| Readout::new(&self.record, at, &view, &self.layout));
        readout.map_or(JsValue::UNDEFINED, |readout| wire::readout_told(&readout))
    }

    /// Finds a place for every panel; while the picture stands still, no panel comes or goes.
    fn arrange(&mut self) {
        if self.frozen.is_none() {
            self.shown = self.record.shown();
        }
        let [width, height, ratio] = self.size;
        self.layout = Layout::new(width, height, ratio, &self.record.heights(&self.shown));
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

fn refused(reason: Refused) -> JsValue {
    thrown(&Problem::canvas(reason))
}
