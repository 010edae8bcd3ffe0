//! The chart's colors in use.

use crate::color::{Color, Colors};
use std::collections::BTreeMap;

/// The chart's colors, ready to be laid on pixels.
#[derive(Clone, Debug)]
pub(crate) struct Theme {
    /// Behind everything, opaque.
    pub(crate) background: Color,
    /// Axis labels and the crosshair.
    pub(crate) text: Color,
    /// The mesh.
    pub(crate) grid: Color,
    /// Events.
    pub(crate) mark: Color,
    series: BTreeMap<String, Color>,
}

impl Default for Theme {
    fn default() -> Self {
        Self {
            background: Color::new(255, 255, 255),
            text: Color::new(70, 70, 80),
            grid: Color::new(226, 226, 232),
            mark: Color::new(110, 90, 20),
            series: BTreeMap::new(),
        }
    }
}

impl From<Colors> for Theme {
    fn from(colors: Colors) -> Self {
        Self {
            background: Color {
                alpha: 1.0,
                ..colors.background
            },
            text: colors.text,
            grid: colors.grid,
            mark: colors.mark,
            series: colors.series,
        }
    }
}

impl Theme {
    /// A series' color; the text's when it has none.
    pub(crate) fn series(&self, id: &str) -> Color {
        self.series.get(id).copied().unwrap_or(self.text)
    }
}
