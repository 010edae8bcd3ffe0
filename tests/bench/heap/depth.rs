//! A long list costs no more than as many objects beside each other.

use super::{
    Chromium, Native, Node, Wasm,
    contender::{Contender, Run},
    file::File,
};
use crate::{
    stage::Stage,
    table::{at_most, median},
};

pub(crate) async fn run(stage: &Stage, rounds: usize) -> Result<(), String> {
    let files = [File::deep(50).await?, File::flat(50).await?];
    for contender in [Native, Wasm(Node), Wasm(Chromium)] {
        let mut ratios = Vec::new();
        for round in 0..rounds {
            ratios.push(ratio(stage, contender, &files, round % 2 == 0).await?);
        }
        let what = format!("a node, deep / flat, {}", contender.title());
        at_most(&what, median(ratios), "x", 1.3);
    }
    Ok(())
}

async fn ratio(
    stage: &Stage,
    contender: Contender,
    [deep, flat]: &[File; 2],
    deep_first: bool,
) -> Result<f64, String> {
    let cost = |run: &Run| run.seconds / run.figures.nodes();
    let (deep, flat) = if deep_first {
        let deep = contender.open(stage, deep).await?;
        (deep, contender.open(stage, flat).await?)
    } else {
        let flat = contender.open(stage, flat).await?;
        (contender.open(stage, deep).await?, flat)
    };
    Ok(cost(&deep) / cost(&flat))
}
