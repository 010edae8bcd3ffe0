//! "The same in JavaScript", run as it stands.

use std::sync::Arc;
use std::time::{Duration, Instant};

use claim::{Claim, Evidence, Expect, Path, Reading, Statement, View, When, check};
use heap::Snapshot;
use serde_json::json;

use super::card::Card;
use super::verdict::{Misses, said};
use crate::Page;

/// How long work that a recipe has under way (frames that load, workers that start) may take: its turns cannot be awaited.
const UNDER_WAY: Duration = Duration::from_secs(10);

/// Turns before the first snapshot: once a function has run some times, V8 keeps a pattern of each object literal in it, which
/// is an object like the others.
const WARM: u64 = 20;

/// Runs a recipe as a module. What it gives to its first `setInterval`, at its top level, is one turn, which is called by
/// hand: all that is nested in it runs on real timers. Returns whether there is such a turn.
const RUN: &str = r"
async (code) => {
  const real = globalThis.setInterval;
  let turn;
  globalThis.setInterval = (body) => {
    globalThis.setInterval = real;
    turn = body;
  };
  const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  await import(address);
  globalThis.setInterval = real;
  URL.revokeObjectURL(address);
  globalThis.turns = async (count) => {
    for (let made = 0; made < count; made++) {
      turn();
      if (made % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    }
  };
  return turn !== undefined;
}
";

/// Whether a recipe runs, and shows the rows and paths that are claimed of the leaky variant, but for the lab's own lists.
pub async fn recipe_shows_the_same(page: &Page, card: &Card) -> Misses {
    // A page of the site's origin with nothing on it.
    page.go("catalogue/index.json").await;
    let (before, units, warm) = match start(page, card).await {
        Ok(started) => started,
        Err(thrown) => {
            let mut misses = Misses::default();
            misses.add(format!("the recipe: {thrown}"));
            return misses;
        }
    };
    let claims: Vec<Claim> = card.leaky.iter().filter_map(by_recipe).collect();
    let begun = Instant::now();
    loop {
        let reading = |snapshot| Reading {
            snapshot: Some(snapshot),
            ..Reading::default()
        };
        let after = page.snapshot().await;
        let evidence = |units| {
            Evidence::new(units, reading(Arc::clone(&before)))
                .at(When::AfterUnits, reading(Arc::clone(&after)))
        };
        // A recipe cannot let go: what the first turns left is in every view but the Comparison.
        let (new, all) = (evidence(units), evidence(units + warm));
        let mut missed = Misses::default();
        for claim in &claims {
            let evidence = if is_absolute(claim) { &all } else { &new };
            if let Err(miss) = check(claim, evidence) {
                missed.add(format!("in JavaScript: {}: {miss}", said(claim)));
            }
        }
        if missed.is_empty() || begun.elapsed() > UNDER_WAY {
            return missed;
        }
    }
}

/// Runs the recipe: what there was before how many units, and how many turns had been by then.
async fn start(page: &Page, card: &Card) -> Result<(Arc<Snapshot>, u64, u64), String> {
    let run = format!("({RUN})({})", json!(card.javascript));
    if !card.javascript.contains("setInterval(") {
        let before = page.snapshot().await;
        page.attempt(&run).await?;
        return Ok((before, 1, 0));
    }
    if page.attempt(&run).await? != true {
        return Err("it gives no turn to its first setInterval".to_owned());
    }
    page.attempt(&format!("turns({WARM})")).await?;
    let before = page.snapshot().await;
    page.attempt(&format!("turns({})", card.units)).await?;
    Ok((before, card.units, WARM))
}

fn is_absolute(claim: &Claim) -> bool {
    let Statement::Row { row, .. } = &claim.says else {
        return false;
    };
    !matches!(row.view, View::Comparison | View::Statistics)
}

/// What a recipe must show as well: rows and paths. The lab hangs its lists on itself; a recipe has variables, so the path
/// is followed up to the lab.
fn by_recipe(claim: &Claim) -> Option<Claim> {
    if claim.when != When::AfterUnits {
        return None;
    }
    let says = match &claim.says {
        Statement::Row { amount, .. } if !matches!(amount.expect, Expect::SameAs { .. }) => {
            claim.says.clone()
        }
        Statement::Path { along } => {
            let parts = along.split(" ← ");
            let own: Vec<_> = parts
                .take_while(|part| !part.ends_with(" in Lab"))
                .collect();
            let along = own.join(" ← ");
            // An object of which the lab's list is the only retainer has no path left.
            Path::parse(&along).ok()?;
            Statement::Path {
                along: along.into(),
            }
        }
        _ => return None,
    };
    Some(Claim {
        says,
        ..claim.clone()
    })
}
