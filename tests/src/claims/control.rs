//! What proves a zero: the same snapshot with one such object in it.

use std::sync::Arc;

use claim::Pair;
use heap::Snapshot;

use super::reading::collect;
use crate::Page;

/// `DevTools` names plain objects by their properties where there are some of a kind: one alone is an `Object`.
const HELD: u32 = 20;

/// Holds on to the next units: whatever is witnessed.
const HOLD: &str = r"
{
  const Witness = WeakRef;
  globalThis.held = [];
  globalThis.WeakRef = function (unit) {
    held.push(unit);
    return new Witness(unit);
  };
  globalThis.release = () => {
    globalThis.WeakRef = Witness;
    delete globalThis.held;
    delete globalThis.release;
  };
}
";

/// Some units that the test itself keeps.
pub(super) async fn held(
    page: &Page,
    before: &Arc<Snapshot>,
    slug: &str,
    variant: &str,
) -> Result<(Pair, Arc<Snapshot>), String> {
    page.eval(HOLD).await;
    page.attempt(&format!("lab.step({slug:?}, {HELD}, {variant:?})"))
        .await?;
    let control = compare(page, before).await;
    page.eval("release()").await;
    Ok(control)
}

/// One object made by an expression.
pub(super) async fn planted(
    page: &Page,
    before: &Arc<Snapshot>,
    by: &str,
) -> (Pair, Arc<Snapshot>) {
    page.eval(&format!("void (globalThis.planted = ({by}))"))
        .await;
    let control = compare(page, before).await;
    page.eval("void delete globalThis.planted").await;
    control
}

async fn compare(page: &Page, before: &Arc<Snapshot>) -> (Pair, Arc<Snapshot>) {
    collect(page).await;
    let after = page.snapshot().await;
    (Pair::new(Arc::clone(before), Arc::clone(&after)), after)
}
