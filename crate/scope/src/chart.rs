//! The picture: small multiples over one time axis, by plotters on our own backend.

use crate::axis::Axis;
use crate::columns::{Columns, Cuts};
use crate::format::Unit;
use crate::overlay;
use crate::panel::{Panel, Series, Style};
use crate::plot;
use crate::pyramid::Extent;
use crate::scene::Scene;
use crate::trace::{Ink, Trace};
use plotters::drawing::IntoDrawingArea;
use raster::{Frame, Label, Measure, Surface};

/// Height of one step of a value axis, in CSS pixels.
const STEP: f64 = 34.0;
/// Opacity of the ground below an area's line.
const GROUND: f32 = 0.16;

/// A picture in the making: pixels, texts, and what is kept from one to the next.
#[derive(Debug, Default)]
pub(crate) struct Chart {
    /// The pixels.
    pub(crate) frame: Frame,
    /// The texts to be written over them.
    pub(crate) labels: Vec<Label>,
    axes: Vec<Option<Axis>>,
    cuts: Cuts,
    columns: Vec<Vec<Columns>>,
}

impl Chart {
    /// Draws a scene; a canvas too small to draw on gets the background.
    pub(crate) fn draw(&mut self, scene: Scene, measure: &dyn Measure) {
        let layout = scene.layout;
        self.labels.clear();
        self.frame
            .clear(layout.width, layout.height, scene.theme.background);
        if !layout.has_room() {
            return;
        }
        let panels = scene.record.panels();
        self.axes.resize(panels.len(), None);
        self.columns.resize_with(panels.len(), Vec::new);
        if let Some(history) = scene.record.history() {
            self.cuts.update(history, scene.view);
        }
        for (at, panel) in panels.iter().enumerate() {
            let height = layout.plots[at].height();
            if height < 8 {
                continue;
            }
            let seen = self.cover(at, panel, scene);
            let wanted = (height as f64 / layout.ratio / STEP) as usize;
            let axis = match self.axes[at].take() {
                Some(axis) => axis.follow(seen, wanted, panel.is_grounded()),
                None => Axis::new(seen, wanted, panel.is_grounded()),
            };
            self.panel(at, panel, &axis, scene, measure);
            self.axes[at] = Some(axis);
        }
        overlay::marks(&mut self.frame, scene);
        overlay::crosshair(&mut self.frame, &self.axes, scene);
    }

    /// Works out every series' columns; says what they cover together.
    fn cover(&mut self, at: usize, panel: &Panel, scene: Scene) -> Extent {
        let (record, view) = (scene.record, scene.view);
        let mut seen = Extent::EMPTY;
        self.columns[at].resize_with(panel.series.len(), Columns::default);
        for (series, columns) in panel.series.iter().zip(&mut self.columns[at]) {
            let Some((history, column)) = record.source(series) else {
                columns.clear();
                continue;
            };
            let mut own = Cuts::default();
            let cuts = if series.column().is_some() {
                &self.cuts
            } else {
                own.update(history, view);
                columns.clear();
                &own
            };
            match series.style {
                Style::Dots => columns.dots(history, column, cuts, view),
                Style::Line | Style::Area => columns.line(history, column, cuts, view),
            }
            let (from, to) = cuts.range();
            seen = seen.join(history.extent(column, from, to));
        }
        if seen.is_empty() && panel.unit == Unit::Bytes {
            Extent { lo: 0.0, hi: 1e6 }
        } else {
            seen
        }
    }

    fn panel(
        &mut self,
        at: usize,
        panel: &Panel,
        axis: &Axis,
        scene: Scene,
        measure: &dyn Measure,
    ) {
        let Self {
            frame,
            labels,
            columns,
            ..
        } = self;
        let columns = &columns[at];
        let (layout, theme, view) = (scene.layout, scene.theme, scene.view);
        let corners = [(view.start(), axis.hi), (view.end(), axis.lo)];
        let traces = |line: bool| -> Vec<Trace> {
            let trace = |(own, series): (usize, &Series)| {
                let color = theme.series(&series.id);
                let ink = match (series.style, line) {
                    (Style::Area, false) => {
                        Ink::Ground(color.fade(GROUND).over(theme.background.pixel()))
                    }
                    (Style::Line | Style::Area, true) => Ink::Line(color, thickness(layout.ratio)),
                    (Style::Dots, true) => Ink::Dots(color, 2.5 * layout.ratio as f32),
                    (Style::Line | Style::Dots, false) => return None,
                };
                Some(Trace {
                    corners,
                    extents: columns[own].extents(),
                    ink,
                })
            };
            panel.back_to_front().filter_map(trace).collect()
        };
        let grounds = traces(false);
        let lines = traces(true);
        let root = Surface {
            frame,
            labels,
            measure,
        }
        .into_drawing_area();
        let drawn = plot::draw(&root, at, axis, scene, &grounds, &lines);
        debug_assert!(drawn.is_ok(), "the backend never fails");
    }
}

/// Thickness of lines in device pixels: a little over one CSS pixel.
pub(crate) fn thickness(ratio: f64) -> f32 {
    (1.3 * ratio).max(1.2) as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::Type;
    use crate::layout::Layout;
    use crate::record::{Precision, Record};
    use crate::sample_run::{event, run};
    use crate::theme::Theme;
    use crate::view::Span;
    use crate::view::View;

    struct SixPixels;

    impl Measure for SixPixels {
        fn width(&self, text: &str, _: f64) -> f64 {
            6.0 * text.len() as f64
        }
    }

    fn draw(record: &Record, width: f64, height: f64, ratio: f64) -> (Chart, Layout) {
        let layout = Layout::new(width, height, ratio, &record.heights(&record.shown()));
        let view = View::new(
            Span::Default,
            0.0,
            record.now().unwrap_or(0.0),
            layout.columns(),
        );
        let looked_at = record.history().map(|history| history.len() / 2);
        let theme = Theme::default();
        let scene = Scene {
            record,
            view: &view,
            layout: &layout,
            theme: &theme,
            looked_at,
        };
        let mut chart = Chart::default();
        chart.draw(scene, &SixPixels);
        (chart, layout)
    }

    #[test]
    fn every_panel_has_its_units_and_only_the_lowest_has_times() {
        for ratio in [1.0, 1.25, 2.0] {
            let (chart, layout) = draw(&run(), 700.0, 400.0, ratio);
            let texts: Vec<&str> = chart
                .labels
                .iter()
                .map(|label| label.text.as_str())
                .collect();
            for wanted in ["0", "15 MB", "2,000", "0:10"] {
                assert!(texts.contains(&wanted), "{wanted} in {texts:?}");
            }
            let times = chart.labels.iter().filter(|label| label.text.contains(':'));
            assert!(times.clone().count() >= 3);
            assert!(
                times
                    .into_iter()
                    .all(|label| label.at.1 >= layout.plots[1].bottom)
            );
        }
    }

    #[test]
    fn lines_are_on_whole_device_pixels_and_areas_are_filled() {
        let (chart, layout) = draw(&run(), 700.0, 400.0, 2.0);
        let (plot, theme) = (layout.plots[0], Theme::default());
        let x = plot.left as usize + 100;
        let column: Vec<_> = (plot.top..plot.bottom)
            .filter_map(|y| chart.frame.pixel(x, y as usize))
            .collect();
        let line = theme.series("total").pixel();
        let ground = theme
            .series("total")
            .fade(GROUND)
            .over(theme.background.pixel());
        let top = column.iter().position(|&pixel| pixel == line).unwrap();
        assert_eq!(
            column[top..]
                .iter()
                .take_while(|&&pixel| pixel == line)
                .count(),
            3
        );
        assert_eq!(column[top - 1], theme.background.pixel());
        assert_eq!(column[top + 4], ground);
    }

    #[test]
    fn the_same_scene_is_the_same_picture() {
        let (a, _) = draw(&run(), 380.0, 400.0, 1.0);
        let (b, _) = draw(&run(), 380.0, 400.0, 1.0);
        assert!(a.frame.bytes() == b.frame.bytes() && a.labels == b.labels);
    }

    #[test]
    fn a_panel_without_a_value_is_not_in_the_picture() {
        let mut empty = run().panels()[0].clone();
        empty.series.retain(|series| series.column().is_none());
        empty.series[0].id = "process".into();
        let picture = |at: Option<usize>, point: bool| {
            let mut panels = run().panels().to_vec();
            if let Some(at) = at {
                panels.insert(at, empty.clone());
            }
            let mut record = Record::new(panels, Precision::Exact);
            for time in [0.0, 5_000.0] {
                record.sample(&[time, 1e6, 2e6, 1.0]).unwrap();
            }
            if point {
                record.point("process", 2_000.0, 5e6).unwrap();
            }
            let (chart, _) = draw(&record, 380.0, 400.0, 1.0);
            (chart.frame.bytes().to_vec(), chart.labels)
        };
        let plain = picture(None, false);
        for at in 0..3 {
            assert!(picture(Some(at), false) == plain, "{at}");
            assert!(picture(Some(at), true) != plain, "{at}");
        }
    }

    #[test]
    fn hostile_runs_and_sizes_are_drawn_without_a_crash() {
        let mut records = vec![
            Record::new(run().panels().to_vec(), Precision::Exact),
            run(),
        ];
        let rows: [&[[f64; 4]]; 4] = [
            &[[5.0, 1e6, 2e6, 1.0]],
            &[
                [0.0, f64::NAN, f64::NAN, f64::NAN],
                [200.0, f64::NAN, f64::INFINITY, f64::NAN],
            ],
            &[
                [0.0, -4e6, 1e300, -1e18],
                [1e9, 5e-324, -1e300, 1e18],
                [3.0, 0.0, 0.0, 0.0],
            ],
            &[
                [7.0, 0.0, 0.0, 0.0],
                [7.0, 0.0, 0.0, 0.0],
                [1e15, 0.0, 0.0, 0.0],
            ],
        ];
        for rows in rows {
            let mut record = Record::new(run().panels().to_vec(), Precision::Exact);
            for row in rows {
                record.sample(row).unwrap();
            }
            record.event(event(1e300, Type::Budget));
            let _ = record.point("agents", 1.0, f64::NEG_INFINITY);
            records.push(record);
        }
        for record in &records {
            for (width, height) in [
                (0.0, 0.0),
                (84.0, 400.0),
                (90.0, 30.0),
                (380.0, 60.0),
                (900.0, 320.0),
            ] {
                for ratio in [0.5, 1.0, 2.0] {
                    draw(record, width, height, ratio);
                }
            }
        }
    }
}
