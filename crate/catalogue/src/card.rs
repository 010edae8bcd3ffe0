use crate::entry::Entry;
use crate::listing::Listing;
use claim::Claim;
use claim::words::{Guide, Subject, Words, guide, marked};
use contract::{LetGo, Witness};
use serde::Serialize;

/// What the page shows of a scenario when it is opened.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CardPage {
    /// Its name everywhere.
    pub slug: String,
    mechanism: Words,
    cure: Words,
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

/// A variant's claims, and the words made from them.
#[derive(Debug, Serialize)]
pub struct Variant {
    /// As data.
    pub claims: &'static [Claim],
    /// How to see it.
    pub guide: Guide,
}

impl CardPage {
    /// Of a scenario.
    pub fn of(entry: &Entry) -> Self {
        let (card, code) = (entry.scenario.card, entry.scenario.code);
        let never = match code.let_go {
            LetGo::Never(reason) => Some(reason),
            _ => None,
        };
        let variant = |fixed, claims| Variant {
            claims,
            guide: guide(&Subject {
                kind: card.kind,
                fixed,
                unit: card.unit,
                units: u64::from(card.guide_units),
                phases: card.phases,
                stays: never,
                needs: card.needs,
                claims,
            }),
        };
        Self {
            slug: entry.scenario.slug(),
            mechanism: marked(card.mechanism),
            cure: marked(card.cure),
            listing: Listing::of(entry),
            javascript: card.javascript,
            leaky: variant(false, card.leaky),
            fixed: code.fixed.map(|_| variant(true, card.fixed)),
            never,
            unseen: match code.witness {
                Witness::Unseen(reason) => Some(reason),
                _ => None,
            },
        }
    }
}
