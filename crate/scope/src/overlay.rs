//! What lies over all panels: events and the crosshair.

use crate::axis::Axis;
use crate::events::Type;
use crate::glyph;
use crate::readout;
use crate::scene::Scene;
use crate::trace::{Scale, disc};
use raster::{Frame, Rect};

/// Events as thin lines through all plots, each with its type's sign above the first plot.
pub(crate) fn marks(frame: &mut Frame, scene: Scene) {
    let (layout, view, theme) = (scene.layout, scene.view, scene.theme);
    let scale = layout.px(1.0);
    let Some(top) = layout.plots.first().map(|plot| plot.top - 2 * scale) else {
        return;
    };
    // At most one line a pixel, of the passing ones fewer: a picture takes no longer with a thousand events.
    let mut last_line = i32::MIN;
    let mut last_sign: Option<(i32, Type)> = None;
    for event in scene.record.events().between(view.events_from(), view.now) {
        let x = layout.left() + view.position(event.time).floor().max(0.0) as i32;
        let apart = if event.what.is_grave() { 1 } else { 2 * scale };
        if x >= last_line.saturating_add(apart) {
            last_line = x;
            let wide = if event.what.is_grave() {
                2 * scale
            } else {
                scale.max(1)
            };
            let dash = if event.what.is_passing() {
                3 * scale
            } else {
                i32::MAX
            };
            let color = theme
                .mark
                .fade(if event.what.is_grave() { 0.9 } else { 0.55 });
            for plot in &layout.plots {
                let mut from = plot.top;
                while from < plot.bottom {
                    let bottom = from.saturating_add(dash).min(plot.bottom);
                    frame.fill(
                        Rect {
                            left: x,
                            top: from,
                            right: x + wide,
                            bottom,
                        },
                        color,
                    );
                    from = bottom.saturating_add(dash);
                }
            }
        }
        let crowded = last_sign
            .is_some_and(|(at, what)| x < at + if what == event.what { 12 } else { 7 } * scale);
        if !crowded || event.what.is_grave() {
            last_sign = Some((x, event.what));
            glyph::draw(frame, event.what, x, top, scale, theme.mark);
        }
    }
}

/// A line through all plots at the sample looked at, and a ring on every series.
pub(crate) fn crosshair(frame: &mut Frame, axes: &[Option<Axis>], scene: Scene) {
    let (layout, view, theme, record) = (scene.layout, scene.view, scene.theme, scene.record);
    let Some((index, &time)) = scene
        .looked_at
        .and_then(|index| Some((index, record.history()?.times().get(index)?)))
    else {
        return;
    };
    let x = layout.left() + view.position(time).floor() as i32;
    let reach = 4.0 * layout.ratio as f32;
    for ((panel, plot), axis) in record.panels().iter().zip(&layout.plots).zip(axes) {
        frame.fill(
            Rect {
                left: x,
                top: plot.top,
                right: x + 1,
                bottom: plot.bottom,
            },
            theme.text.fade(0.6),
        );
        let Some(scale) = axis.as_ref().map(|axis| Scale::of(axis, *plot)) else {
            continue;
        };
        let margin = reach.ceil() as i32;
        let within = Rect {
            left: plot.left - margin,
            top: plot.top - margin,
            right: plot.right + margin,
            bottom: plot.bottom + margin,
        };
        for (_, series) in panel.back_to_front() {
            let value = readout::value(record, series, index, time);
            if value.is_finite() {
                let at = (x, scale.y(value));
                disc(frame, at, reach, within, theme.background);
                disc(frame, at, reach * 0.7, within, theme.series(&series.id));
            }
        }
    }
}
