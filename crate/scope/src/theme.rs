//! The chart's colours.

use crate::colour::Colour;
use crate::error::Problem;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The page's colours as CSS text.
#[derive(Clone, Debug, Deserialize)]
pub struct Colors {
    /// Behind everything; made opaque.
    pub background: String,
    /// Axis labels and the crosshair.
    pub text: String,
    /// The mesh.
    pub grid: String,
    /// Events.
    pub mark: String,
    /// One colour a series id.
    pub series: BTreeMap<String, String>,
}

/// The chart's colours, ready to be laid on pixels.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Behind everything, opaque.
    pub background: Colour,
    /// Axis labels and the crosshair.
    pub text: Colour,
    /// The mesh.
    pub grid: Colour,
    /// Events.
    pub mark: Colour,
    series: BTreeMap<String, Colour>,
}

impl Default for Theme {
    fn default() -> Self {
        Self {
            background: Colour::new(255, 255, 255),
            text: Colour::new(70, 70, 80),
            grid: Colour::new(226, 226, 232),
            mark: Colour::new(110, 90, 20),
            series: BTreeMap::new(),
        }
    }
}

impl Theme {
    /// Takes over all colours that can be read.
    ///
    /// # Errors
    /// `scope.colour` with the last one that cannot.
    pub fn update(&mut self, colors: &Colors) -> Result<(), Problem> {
        let mut result = Ok(());
        let mut take = |slot: &mut Colour, text: &str| match Colour::parse(text) {
            Some(colour) => *slot = colour,
            None => result = Err(Problem::colour(text)),
        };
        take(&mut self.background, &colors.background);
        take(&mut self.text, &colors.text);
        take(&mut self.grid, &colors.grid);
        take(&mut self.mark, &colors.mark);
        for (id, text) in &colors.series {
            take(self.series.entry(id.clone()).or_insert(self.text), text);
        }
        self.background.alpha = 1.0;
        result
    }

    /// A series' colour; the text's when it has none.
    pub fn series(&self, id: &str) -> Colour {
        self.series.get(id).copied().unwrap_or(self.text)
    }
}
