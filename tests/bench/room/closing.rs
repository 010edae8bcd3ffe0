//! What stays when the last file is closed.

use std::time::{Duration, Instant};

use super::watch::{FINDINGS, FRAME, INPUT, seconds};
use crate::heap::File;
use crate::process;
use crate::stage::Stage;
use crate::table::at_most;
use leak_lab_tests::site_with;

/// The worker rests for ten seconds before it ends.
const PATIENCE: Duration = Duration::from_secs(30);

/// Of what the file had taken, so much may still be the process's: code that is compiled, and what the allocator keeps.
const KEPT: f64 = 0.1;

pub(super) async fn run(stage: &Stage, file: &File) {
    site_with(stage.options(1.0), async |page| {
        page.go("#snapshots").await;
        page.until(INPUT).await;
        let before = process::renderer().resident;
        seconds(page, INPUT, file, FINDINGS, FRAME).await;
        let open = process::renderer().resident - before;
        page.click(".file [aria-label^=Close]").await;
        let begun = Instant::now();
        let mut kept = f64::INFINITY;
        while kept > KEPT && begun.elapsed() < PATIENCE {
            tokio::time::sleep(Duration::from_millis(200)).await;
            kept = (process::renderer().resident - before) / open;
        }
        let what = format!(
            "{}: kept of {:.0} MB once it is closed",
            file.name,
            open / 1e6
        );
        at_most(&what, kept * 100.0, "%", KEPT * 100.0);
    })
    .await;
}
