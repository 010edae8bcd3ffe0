//! When something is first seen, by a clock of the page itself.

use crate::heap::File;
use crate::process;
use leak_lab_tests::Page;
use serde_json::Value;
use std::fs;

/// A minute for every hundred megabytes: `DevTools` on a machine that does other things.
fn patience(file: &File) -> u64 {
    30 + (file.megabytes() * 0.6) as u64
}

/// Gives a file to an input, and tells the seconds until something is seen. It is looked for after so many milliseconds each time.
pub(super) async fn seconds(page: &Page, input: &str, file: &File, seen: &str, pause: u32) -> f64 {
    page.until(input).await;
    process::at_rest().await;
    page.eval(&format!(
        "globalThis.waited = 0, ({input}).addEventListener('change', () => {{
           const begun = performance.now();
           const look = () => {seen} ? globalThis.waited = performance.now() - begun : setTimeout(look, {pause});
           look();
         }}, {{ capture: true, once: true }}), 0"
    ))
    .await;
    // The browser reads no file by a path that goes up.
    let place = fs::canonicalize(&file.path).expect("the file is there");
    page.give_files(input, &[place.display().to_string()]).await;
    page.within(patience(file), "globalThis.waited").await;
    milliseconds(&page.eval("globalThis.waited").await) / 1e3
}

pub(super) fn milliseconds(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

/// Between looks at our page: a frame.
pub(super) const FRAME: u32 = 16;

/// Where the room takes files.
pub(super) const INPUT: &str = "document.querySelector('.invitation input')";

/// What a file has most of is the first that the room shows.
pub(super) const GLANCE: &str = "document.querySelector('.own-view:not([hidden]) .glance')";

/// What it finds in the file.
pub(super) const FINDINGS: &str = "document.querySelector('.own-view:not([hidden]) .verdict')";

/// Rows were answered and are seen.
pub(super) const ROWS: &str =
    "document.querySelector('.view-grid:not([hidden]) .lines > .line:not(.absent)')";
