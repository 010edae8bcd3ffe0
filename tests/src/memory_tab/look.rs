//! Pictures of the Memory tab.

use super::{MemoryTab, grid::hops};
use serde_json::json;

/// Device pixels to a CSS pixel: sharp on most screens.
const RATIO: f64 = 1.5;
/// Width of the window and of the list of snapshots in it, in CSS pixels: what is left is the table.
const WINDOW: u32 = 880;
/// Height of the window: some rows, and the Retainers below.
const HEIGHT: u32 = 560;
/// Where the Retainers begin.
const RETAINERS: u32 = 160;
/// Above the drop-downs.
const ABOVE: u32 = 1;
/// Below a picture that is no table.
const MARGIN: f64 = 10.0;

/// The colours of the front-end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Ink on paper.
    Light,
    /// The other way round.
    Dark,
}

impl Theme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A part of the window, from the table's drop-downs down, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clip {
    /// From the window's left edge.
    pub x: f64,
    /// From its top.
    pub y: f64,
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
}

impl MemoryTab {
    /// Makes the window as large as pictures want it, with room for the Retainers.
    pub async fn pose(&self) {
        let size = json!({ "width": WINDOW, "height": HEIGHT, "deviceScaleFactor": RATIO, "mobile": false });
        self.tab
            .call("Emulation.setDeviceMetricsOverride", size)
            .await;
        self.tab
            .until(&format!(
                "innerWidth === {WINDOW} && innerHeight === {HEIGHT}"
            ))
            .await;
    }

    /// Drags the Retainers up, as far as there is room for the rows above.
    ///
    /// # Panics
    /// If there are none.
    pub async fn widen_retainers(&self) {
        let top = "seen('.heap-snapshot-view-resizer')[0]?.getBoundingClientRect().y";
        self.tab.until(&format!("{top} > {RETAINERS}")).await;
        let from = self.tab.eval(top).await.as_f64().expect("a place");
        let x = WINDOW - 100;
        for (kind, y) in [
            ("mousePressed", from + 2.0),
            ("mouseMoved", f64::from(RETAINERS)),
            ("mouseReleased", f64::from(RETAINERS)),
        ] {
            let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1 });
            self.tab.call("Input.dispatchMouseEvent", event).await;
        }
        self.tab
            .until(&format!("Math.abs({top} - {RETAINERS}) < 20"))
            .await;
    }

    /// From the drop-downs down to an element, and as far to the right as a column; all of the width without one.
    ///
    /// # Panics
    /// If it is not on the window.
    pub async fn down_to(&self, element: &str, column: &str) -> Clip {
        let ends = format!(
            "(() => {{
               const top = deep('select').find((select) => select.checkVisibility()).getBoundingClientRect().y - {ABOVE};
               const {{ x, right: edge }} = seen('.heap-snapshot-view')[0].getBoundingClientRect();
               const right = seen('th').findLast((heading) => heading.textContent.trim() === {column:?})?.getBoundingClientRect().right ?? edge;
               return [Math.floor(x), Math.floor(top), Math.floor(right), Math.ceil({element}.getBoundingClientRect().bottom)];
             }})()"
        );
        let ends = self.tab.eval(&ends).await;
        let [x, y, right, bottom]: [f64; 4] = serde_json::from_value(ends).expect("edges");
        assert!(
            bottom <= f64::from(HEIGHT),
            "{element} is below the window's edge"
        );
        Clip {
            x,
            y,
            width: right - x,
            height: bottom - y,
        }
    }

    /// Down to the last hop of a path that is shown, and the hops as the Retainers write them, without numbers of objects.
    ///
    /// # Panics
    /// If it is not on the window.
    pub async fn down_the_path(&self, along: &str, repeated: bool) -> (Clip, Vec<String>) {
        let hops = hops(along, repeated);
        // Below the table's heading.
        let to_top = format!(
            "(([first]) => {{ first.style.scrollMarginTop = '22px'; first.scrollIntoView({{ block: 'start' }}); }})({hops})"
        );
        self.tab.eval(&to_top).await;
        let clip = self.down_to(&format!("{hops}.at(-1)"), "Distance").await;
        let words = format!(
            "{hops}.map((row) => [...row.cells[0].querySelectorAll('.property-name, .grayed, .value')].map((part) => part.textContent.trim()).join(' '))"
        );
        let words = self.tab.eval(&words).await;
        (clip, serde_json::from_value(words).expect("words"))
    }

    /// The picture of *Statistics*, and the size of each category.
    ///
    /// # Panics
    /// If it is not shown.
    pub async fn statistics(&self) -> (Clip, Vec<(String, String)>) {
        let legend = "seen('.pie-chart-legend-row')";
        self.tab
            .until(&format!(
                "{legend}.length > 1 && {legend}.at(-1).textContent.includes('Total')"
            ))
            .await;
        let mut clip = self.down_to(&format!("{legend}.at(-1)"), "").await;
        clip.height += MARGIN;
        let sizes = format!(
            "{legend}.map((row) => {{
               const [name, size] = ['.pie-chart-name', '.pie-chart-size'].map((part) => row.querySelector(part).textContent.trim());
               return [name, size];
             }})"
        );
        let sizes = self.tab.eval(&sizes).await;
        (clip, serde_json::from_value(sizes).expect("sizes"))
    }

    /// Gives the front-end its colours.
    pub async fn dress(&self, theme: Theme) {
        let features =
            json!({ "features": [{ "name": "prefers-color-scheme", "value": theme.name() }] });
        self.tab.call("Emulation.setEmulatedMedia", features).await;
        let dark = theme == Theme::Dark;
        self.tab
            .until(&format!("document.documentElement.classList.contains('theme-with-dark-background') === {dark}"))
            .await;
        self.tab
            .eval("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(0))))")
            .await;
    }

    /// Shows what stands in *Filter by class* from its beginning.
    pub async fn rewind_filter(&self) {
        self.tab
            .eval("seen('[contenteditable][aria-label=\"Filter by class\"]').forEach((field) => { for (let box = field; box; box = box.parentElement) box.scrollLeft = 0; })")
            .await;
    }

    /// A picture of a part of the window, as WebP in base 64.
    ///
    /// # Panics
    /// If the browser makes none.
    pub async fn picture(&self, clip: Clip, quality: u8) -> String {
        let Clip {
            x,
            y,
            width,
            height,
        } = clip;
        let how = json!({
            "format": "webp",
            "quality": quality,
            "clip": { "x": x, "y": y, "width": width, "height": height, "scale": 1 },
        });
        let made = self.tab.call("Page.captureScreenshot", how).await;
        made["data"].as_str().expect("a picture").to_owned()
    }
}
