//! From a click on a view to its first rows, or its picture, once a file is open.

use super::watch::{FINDINGS, FRAME, INPUT, milliseconds, seconds};
use crate::heap::File;
use crate::process;
use crate::stage::Stage;
use crate::table::{at_most, median};
use leak_lab_tests::{Page, site_with};

/// What a person does not wait for; drawing it is part of it.
const AT_ONCE: f64 = 100.0;

/// How often one comes back to a view; what is usual counts.
const AGAIN: usize = 5;

/// Every view that fits one file: its first answer, and when one comes back to it.
pub(super) async fn run(stage: &Stage, file: &File) {
    site_with(stage.options(1.0), async |page| {
        page.go("#snapshots").await;
        seconds(page, INPUT, file, FINDINGS, FRAME).await;
        // Who reads what was found gives the worker the second that it needs to make the rest ready.
        process::at_rest().await;
        let views = page
            .eval("[...document.querySelectorAll('.views a')].map(({ href }) => new URLSearchParams(href.split('#')[1]).get('view') ?? 'findings')")
            .await;
        let names: Vec<String> = serde_json::from_value(views).expect("names");
        for name in &names {
            let mut taken = Vec::new();
            for _ in 0..=AGAIN {
                to(page, other(name)).await;
                taken.push(to(page, name).await);
            }
            at_most(&format!("{name}, first"), taken.remove(0), "ms", AT_ONCE);
            at_most(&format!("{name}, again"), median(taken), "ms", AT_ONCE);
        }
    })
    .await;
}

/// A view that is quick to come to, for those that one comes to.
fn other(name: &str) -> &'static str {
    if name == "summary" {
        "containment"
    } else {
        "summary"
    }
}

/// Milliseconds from the click until there is something to see, a frame at a time.
async fn to(page: &Page, view: &str) -> f64 {
    let taken = page
        .eval(&format!(
            "new Promise((resolve) => {{
               const link = [...document.querySelectorAll('.views a')].find(({{ href }}) => href.includes('view={view}'));
               const begun = performance.now();
               const seen = () => link.ariaCurrent === 'page'
                 && document.querySelector('.view-grid:not([hidden]), .own-view:not([hidden])').ariaBusy === 'false'
                 && !document.querySelector('.own-view canvas:not([aria-label])');
               const look = () => seen() ? resolve(performance.now() - begun) : requestAnimationFrame(look);
               link.click();
               requestAnimationFrame(look);
             }})"
        ))
        .await;
    milliseconds(&taken)
}
