//! One panel by plotters: its axes, its mesh, its labels, and the traces under and over them.

use crate::axis::{Axis, time_ticks};
use crate::coord::Ticked;
use crate::format;
use crate::scene::Scene;
use crate::trace::Trace;
use plotters::coord::Shift;
use plotters::prelude::*;
use raster::Surface;
use std::convert::Infallible;

/// Width of one step of the time axis, in CSS pixels.
const TIME_STEP: f64 = 72.0;
/// From one label to the one below, in heights of the text.
const LINE: f64 = 1.2;

/// What drawing on our backend returns.
pub(crate) type Drawn = Result<(), DrawingAreaErrorKind<Infallible>>;

/// Draws panel number `at` in its plot of the layout: grounds, mesh and labels, lines. Only the lowest has time labels.
///
/// # Errors
/// None: the backend never fails.
pub(crate) fn draw(
    root: &DrawingArea<Surface, Shift>,
    at: usize,
    axis: &Axis,
    scene: Scene,
    grounds: &[Trace],
    lines: &[Trace],
) -> Drawn {
    let (layout, view, theme) = (scene.layout, scene.view, scene.theme);
    let (plot, unit) = (layout.plots[at], scene.record.panels()[at].unit);
    let below = if layout.is_lowest(at) {
        layout.height as i32 - plot.bottom - 1
    } else {
        0
    };
    // Plotters maps the end of a range to the last pixel, not behind it.
    let size = (
        plot.right as u32 + 1,
        (plot.bottom + 1 + below - plot.top) as u32,
    );
    let area = root.clone().shrink((0, plot.top), size);
    let times = time_ticks(
        view.start() - view.origin,
        view.end() - view.origin,
        (layout.columns() as f64 / layout.ratio / TIME_STEP) as usize,
    );
    let mut chart = ChartBuilder::on(&area)
        .set_label_area_size(LabelAreaPosition::Left, plot.left)
        .set_label_area_size(LabelAreaPosition::Bottom, below)
        .build_cartesian_2d(
            Ticked {
                range: view.start()..view.end(),
                ticks: times.iter().map(|time| time + view.origin).collect(),
                labels: times.into_iter().map(format::time).collect(),
            },
            Ticked {
                range: axis.lo..axis.hi,
                ticks: axis.ticks.clone(),
                labels: apart(
                    format::labels(unit, &axis.ticks),
                    plot.height(),
                    layout.text(),
                ),
            },
        )?;
    chart.draw_series(grounds.iter().copied())?;
    let font = FontDesc::new(FontFamily::SansSerif, layout.text(), FontStyle::Normal);
    let text = font.color(&RGBAColor::from(theme.text));
    chart
        .configure_mesh()
        .bold_line_style(RGBAColor::from(theme.grid))
        .light_line_style(TRANSPARENT)
        .axis_style(RGBAColor::from(theme.grid))
        .set_all_tick_mark_size(layout.px(3.0))
        .label_style(text)
        .draw()?;
    chart.draw_series(lines.iter().copied())?;
    Ok(())
}

/// The labels that have room, from the highest down: where a panel is low the others stay empty.
fn apart(labels: Vec<String>, height: usize, text: f64) -> Vec<String> {
    let gap = height as f64 / labels.len().saturating_sub(1).max(1) as f64;
    let every = (text * LINE / gap.max(1.0)).ceil().max(1.0) as usize;
    let last = labels.len().saturating_sub(1);
    let keep = |(at, label): (usize, String)| {
        if (last - at).is_multiple_of(every) {
            label
        } else {
            String::new()
        }
    };
    labels.into_iter().enumerate().map(keep).collect()
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn labels_of_a_low_panel_do_not_lie_on_each_other() {
        let shown = |height| {
            let labels = apart(
                ["600", "800", "1,000"].map(String::from).to_vec(),
                height,
                11.0,
            );
            labels.join("|")
        };
        assert_eq!(shown(30), "600|800|1,000");
        assert_eq!(shown(20), "600||1,000");
        assert_eq!(shown(8), "||1,000");
        assert_eq!(apart(Vec::new(), 8, 11.0), Vec::<String>::new());
    }
}
