use crate::entry::Entry;
use crate::listing::Listing;
use claim::Claim;
use contract::{LetGo, Witness};
use serde::Serialize;

/// What the page shows of a scenario when it is opened.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CardPage {
    /// Its name everywhere.
    pub slug: String,
    mechanism: &'static str,
    cure: &'static str,
    /// Its code, as compiled.
    pub listing: Listing,
    /// The same in JavaScript.
    pub javascript: &'static str,
    /// What the leaky variant shows.
    pub leaky: Variant,
    /// What the fixed variant shows.
    pub fixed: Option<Variant>,
    /// Why what it keeps cannot be let go.
    #[serde(skip_serializing_if = "Option::is_none")]
    never: Option<&'static str>,
    /// Why its units cannot be seen once they are made.
    #[serde(skip_serializing_if = "Option::is_none")]
    unseen: Option<&'static str>,
}

/// A variant's claims.
#[derive(Debug, Serialize)]
pub struct Variant {
    /// As data.
    pub claims: &'static [Claim],
}

impl CardPage {
    /// Of a scenario.
    pub fn of(entry: &Entry) -> Self {
        let (card, code) = (entry.scenario.card, entry.scenario.code);
        Self {
            slug: entry.scenario.slug(),
            mechanism: card.mechanism,
            cure: card.cure,
            listing: Listing::of(entry),
            javascript: card.javascript,
            leaky: Variant { claims: card.leaky },
            fixed: code.fixed.map(|_| Variant { claims: card.fixed }),
            never: match code.let_go {
                LetGo::Never(reason) => Some(reason),
                _ => None,
            },
            unseen: match code.witness {
                Witness::Unseen(reason) => Some(reason),
                _ => None,
            },
        }
    }
}
