//! DevTools' filters, as JavaScript names them.

use std::rc::Rc;

use heap::{Filter, ObjectId};
use serde::{Deserialize, Deserializer};
use tsify::Tsify;

use crate::{Problem, Session, listed::Orders, order::Filtered};

/// Which objects to look at, as DevTools' filters.
#[derive(Deserialize, Tsify)]
#[serde(remote = "Filter", rename_all = "camelCase", tag = "only")]
#[allow(
    dead_code,
    reason = "the engine's filter is made; this is how it is written"
)]
pub enum FilterRequest {
    /// All.
    All,
    /// Strings of which there is another with the same text.
    DuplicatedStrings,
    /// What only detached DOM nodes keep.
    DetachedDom,
    /// What only the console keeps.
    Console,
    /// What only event handlers keep.
    EventHandlers,
    /// What only variables of closures keep.
    Contexts,
    /// What no root reaches.
    Unreached,
    /// Ids above `after`, up to and with `upTo`.
    #[serde(rename_all = "camelCase")]
    AllocatedBetween {
        /// The last id given before.
        #[serde(deserialize_with = "id")]
        #[tsify(type = "number")]
        after: ObjectId,
        /// The last id that belongs to it.
        #[serde(deserialize_with = "id")]
        #[tsify(type = "number")]
        up_to: ObjectId,
    },
}

/// JavaScript's numbers are not whole; what is below the first id comes to nothing.
fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<ObjectId, D::Error> {
    let number = f64::deserialize(deserializer)?;
    Ok(ObjectId(number.max(0.0) as u64))
}

impl Session {
    /// Made at the first question; the next ones are about the same list.
    pub(crate) fn filtered(&self, file: u32, filter: Filter) -> Result<Rc<Filtered>, Problem> {
        let snapshot = self.snapshot(file)?;
        self.filtered.get((file, filter), |_| {
            let passing = snapshot.filter(&filter);
            let rows = snapshot.rows_filtered(&passing);
            Ok(Filtered {
                passing,
                rows,
                orders: Orders::default(),
            })
        })
    }
}
