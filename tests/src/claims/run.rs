//! A run of one variant: snapshot 1, units, snapshot 2, let go, snapshot 3.

use std::time::{Duration, Instant};

use claim::{Claim, Evidence, Pair, Reading, Statement, When, WouldBe, check};

use super::card::{Card, Variant, is_of_snapshots};
use super::control::{held, planted};
use super::reading::{Wanted, meters, read, rehearse};
use crate::Page;

/// How long the browser may take to tidy up, for claims about later.
const LATER: Duration = Duration::from_secs(30);

/// Units made before the first reading: V8 compiles, and keeps what it learnt, while a function runs its first few times.
const WARM: u64 = 10;

/// What a variant showed.
#[derive(Debug)]
pub struct Run {
    /// For its claims.
    pub evidence: Evidence,
    /// Snapshots 1 and 2.
    pub pair: Option<Pair>,
}

/// Runs a variant on a page of its own.
///
/// # Errors
/// If the units cannot be made.
pub async fn run(
    page: &Page,
    card: &Card,
    variant: Variant,
    leaky: Option<&Pair>,
) -> Result<Run, String> {
    let claims = card.claims(variant);
    let (slug, name) = (&card.slug, variant.name());
    let at = |when| Wanted::by(card.all_claims().filter(move |claim| claim.when == when));
    page.open_lab("").await;
    // Whatever is made once (compiled code, a list) is made before the first reading; a new instance has all its memory. Where
    // nothing is ever let go, the instance must not begin anew either.
    step(page, slug, card.units.min(WARM), name).await?;
    if card.lets_go {
        page.eval(&format!("lab.letGo({slug:?})")).await;
        page.eval("lab.reset()").await;
    }
    // Snapshots are graded, whatever is claimed.
    let all = Wanted::by(card.all_claims()).with_snapshot(true);
    rehearse(page, all).await;
    let before = read(page, all).await;
    let wanted = at(When::AfterUnits).with_snapshot(true);
    if wanted.timeline {
        page.begin_timeline().await;
    }
    let during = step(page, slug, card.units, name).await?;
    let mut timeline = None;
    if wanted.timeline {
        timeline = Some(page.end_timeline().await);
    }
    let after = Reading {
        timeline,
        ..read(page, wanted).await
    };
    let pair = before.snapshot.clone().zip(after.snapshot.clone());
    let pair = pair.map(|(first, second)| Pair::new(first, second));
    let mut last = after.snapshot.clone().or(before.snapshot.clone());
    let mut evidence = Evidence::new(card.units, before)
        .at(When::DuringUnits, during)
        .at(When::AfterUnits, after);
    if claims.iter().any(|claim| claim.when == When::Later) {
        evidence = later(page, evidence, claims).await;
    }
    if card.lets_go || claims.iter().any(|claim| claim.when == When::AfterLetGo) {
        let answer = page.attempt(&format!("lab.letGo({slug:?})")).await;
        // What cannot be let go may say so.
        answer
            .map(drop)
            .or_else(|thrown| if card.lets_go { Err(thrown) } else { Ok(()) })?;
        let wanted = at(When::AfterLetGo);
        let third = read(page, wanted.with_snapshot(true)).await;
        last = third.snapshot.clone().or(last);
        evidence = evidence.at(When::AfterLetGo, third);
    }
    if let Some(pair) = leaky.or(pair.as_ref()) {
        evidence = evidence.proven(WouldBe::Leaky, pair.clone());
    }
    for would_be in controls(claims) {
        let Some(base) = &last else { continue };
        let (control, snapshot) = match &would_be {
            WouldBe::Leaky => continue,
            WouldBe::Held => held(page, base, slug, name).await?,
            WouldBe::Planted { by } => planted(page, base, by).await,
        };
        last = Some(snapshot);
        evidence = evidence.proven(would_be, control);
    }
    Ok(Run { evidence, pair })
}

/// Makes units, and reads the meters in the turn in which the first ones are made: before any task, if it can be.
async fn step(page: &Page, slug: &str, units: u64, variant: &str) -> Result<Reading, String> {
    let made = page
        .attempt(&format!(
            "(async () => {{
               const begun = lab.meters().made;
               let open = true;
               const step = lab.step({slug:?}, {units}, {variant:?}).finally(() => (open = false));
               let during = lab.meters();
               for (let looks = 1; open && during.made === begun; looks++) {{
                 await (looks % 100 ? null : new Promise((turn) => setTimeout(turn, 0)));
                 during = lab.meters();
               }}
               const {{ made }} = await step;
               return {{ made, during }};
             }})()"
        ))
        .await?;
    if made["made"] != units {
        return Err(format!("{} of {units} units were made", made["made"]));
    }
    Ok(Reading {
        values: meters(&made["during"]),
        ..Reading::default()
    })
}

/// The kinds of controls that the zeros among the claims have.
fn controls(claims: &[Claim]) -> Vec<WouldBe> {
    let mut kinds = Vec::new();
    for claim in claims {
        if let Statement::Nothing { would_be, .. } = &claim.says
            && !kinds.contains(would_be)
        {
            kinds.push(would_be.clone());
        }
    }
    kinds
}

/// Reads until what is claimed of later holds, or the browser had time enough.
async fn later(page: &Page, evidence: Evidence, claims: &[Claim]) -> Evidence {
    let claims = || claims.iter().filter(|claim| claim.when == When::Later);
    let begun = Instant::now();
    let mut evidence = evidence;
    loop {
        // The cheap readings first: a snapshot is only taken when they say that it is time.
        let cheap = Wanted::by(claims()).with_snapshot(false);
        evidence = evidence.at(When::Later, read(page, cheap).await);
        let hold = claims()
            .filter(|claim| !is_of_snapshots(claim))
            .all(|claim| check(claim, &evidence).is_ok());
        if hold || begun.elapsed() > LATER {
            return evidence.at(When::Later, read(page, Wanted::by(claims())).await);
        }
    }
}
