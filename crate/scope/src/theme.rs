//! The chart's colors in use.

use raster::Color;

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
    /// By series id.
    pub(crate) series: Vec<(String, Color)>,
}

impl Default for Theme {
    fn default() -> Self {
        Self {
            background: Color::new(255, 255, 255),
            text: Color::new(70, 70, 80),
            grid: Color::new(226, 226, 232),
            mark: Color::new(110, 90, 20),
            series: Vec::new(),
        }
    }
}

impl Theme {
    /// A series' color; the text's when it has none.
    pub(crate) fn series(&self, id: &str) -> Color {
        let found = self.series.iter().find(|(own, _)| own == id);
        found.map_or(self.text, |&(_, color)| color)
    }
}
