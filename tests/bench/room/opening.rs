//! From the file to the first view.

use super::watch::{FINDINGS, FRAME, GLANCE, INPUT, ROWS, seconds};
use crate::heap::File;
use crate::process;
use crate::stage::Stage;
use crate::table::{at_least, at_most, median};
use leak_lab_tests::{MemoryTab, Options, browser_with, site_with};

/// What the room shows of a file, from the first words on: where, by what it is told, and how many times sooner than the rows of
/// `DevTools`, which knows no findings, it has to be there.
const SHOWN: [(&str, &str, &str, f64); 3] = [
    ("first view", "#snapshots", GLANCE, 4.0),
    ("rows", "#snapshots&view=summary", ROWS, 4.0),
    ("findings", "#snapshots", FINDINGS, 3.0),
];

/// By turns, as often as said.
pub(super) async fn beside_devtools(stage: &Stage, file: &File, rounds: usize) {
    let name = &file.name;
    let mut ratios = SHOWN.map(|_| Vec::new());
    for _ in 0..rounds {
        let theirs = devtools(stage, file).await;
        println!("  {name}: DevTools {theirs:.2} s");
        for ((what, address, seen, _), ratios) in SHOWN.iter().zip(&mut ratios) {
            let own = ours(stage, file, address, seen).await;
            println!("  {name}: our {what} {own:.2} s");
            ratios.push(theirs / own);
        }
    }
    for ((what, .., least), ratios) in SHOWN.into_iter().zip(ratios) {
        at_least(
            &format!("{name}: DevTools' rows / our {what}"),
            median(ratios),
            "x",
            least,
        );
    }
}

/// Memory of the process and the page's longest task, both undisturbed by anybody who waits for something.
pub(super) async fn alone(stage: &Stage, file: &File) {
    site_with(stage.options(1.0), async |page| {
        page.go("#snapshots").await;
        page.until(INPUT).await;
        let before = process::renderer().resident;
        let trace = page
            .trace(async {
                seconds(page, INPUT, file, FINDINGS, FRAME).await;
            })
            .await;
        let longest = trace.tasks().first().map_or(0.0, |(longest, _)| *longest);
        let peak = process::renderer().peak - before;
        let name = &file.name;
        at_most(
            &format!("{name}: longest task of the page"),
            longest,
            "ms",
            50.0,
        );
        at_most(
            &format!("{name}: peak of the process / file"),
            peak / file.bytes,
            "x",
            2.0,
        );
    })
    .await;
}

/// Nobody listens for complaints, on either side: that holds workers back.
fn unheard(stage: &Stage) -> Options {
    Options {
        strict: false,
        ..stage.options(1.0)
    }
}

async fn ours(stage: &Stage, file: &File, address: &str, seen: &str) -> f64 {
    let mut taken = f64::NAN;
    site_with(unheard(stage), async |page| {
        page.go(address).await;
        taken = seconds(page, INPUT, file, seen, FRAME).await;
    })
    .await;
    taken
}

/// Looking is not free there: all shadow roots are searched.
const DEVTOOLS_PAUSE: u32 = 100;

/// A file is listed at once, but who chooses it before it is loaded is shown nothing, ever.
const DEVTOOLS_ROWS: &str = "(deep('li.heap-snapshot-sidebar-tree-item:not(.wait, .selected)').find(({ textContent }) => textContent.endsWith('MB)'))
  ?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, composed: true })), rows().length > 5)";

async fn devtools(stage: &Stage, file: &File) -> f64 {
    let mut taken = f64::NAN;
    browser_with(unheard(stage), async |browser, page| {
        page.go("bench/idle/bare.html").await;
        let memory = MemoryTab::open(browser, page).await;
        let input = "deep('.heap-profiler input[type=file]')[0]";
        taken = seconds(memory.tab(), input, file, DEVTOOLS_ROWS, DEVTOOLS_PAUSE).await;
    })
    .await;
    taken
}
