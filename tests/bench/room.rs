//! The Snapshots room beside the real `DevTools` front-end of the same Chromium: from the file to what is seen first, and what it
//! costs the page and its process.

mod closing;
mod opening;
mod questions;
mod scrolling;
mod watch;

use crate::heap::File;
use crate::stage::Stage;

pub(crate) async fn run(stage: &Stage, quick: bool) -> Result<(), String> {
    let large = File::deep(if quick { 50 } else { 250 }).await?;
    opening::beside_devtools(stage, &large, if quick { 1 } else { 3 }).await;
    opening::alone(stage, &large).await;
    questions::run(stage, &large).await;
    closing::run(stage, &large).await;
    let huge = if quick {
        large
    } else {
        File::deep(1_000).await?
    };
    scrolling::run(stage, &huge).await;
    Ok(())
}
