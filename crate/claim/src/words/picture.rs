//! Which views of `DevTools` a guide has pictures of.

use crate::{Claim, Statement, When};

/// The claims of which a leak's guide shows a picture, each with the picture's name: `comparison`, `retainers`, and
/// `comparison-2` for a second one of the same view.
pub fn pictures(claims: &[Claim]) -> impl Iterator<Item = (String, &Claim)> {
    let mut views = Vec::new();
    claims.iter().filter_map(move |claim| {
        let view = view(claim)?;
        views.push(view);
        let name = match views.iter().filter(|one| **one == view).count() {
            1 => view.to_owned(),
            place => format!("{view}-{place}"),
        };
        Some((name, claim))
    })
}

/// The view in which a claim is seen while the units are there.
fn view(claim: &Claim) -> Option<&'static str> {
    match &claim.says {
        _ if claim.when != When::AfterUnits => None,
        Statement::Row { row, .. } => Some(row.view.id()),
        Statement::Path { .. } => Some("retainers"),
        _ => None,
    }
}
