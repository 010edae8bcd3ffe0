//! The Summary: constructors, their objects, statistics, search.

use heap::{ClassRow, ObjectId, Search, wtf8};
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{
    answer,
    column::{Counts, Doubles, Signed, texts},
    object::{ObjectPage, Rows},
    request,
};
use crate::Session;

/// Which objects to look at, as DevTools' filters.
#[derive(Clone, Copy, Debug, Default, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", tag = "only")]
pub enum FilterRequest {
    /// All.
    #[default]
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
    /// Ids above `after`, up to and with `upTo`.
    #[serde(rename_all = "camelCase")]
    AllocatedBetween {
        /// The last id given before.
        after: f64,
        /// The last id that belongs to it.
        up_to: f64,
    },
}

impl FilterRequest {
    pub(crate) fn filter(self) -> heap::Filter {
        match self {
            Self::All => heap::Filter::All,
            Self::DuplicatedStrings => heap::Filter::DuplicatedStrings,
            Self::DetachedDom => heap::Filter::DetachedDom,
            Self::Console => heap::Filter::Console,
            Self::EventHandlers => heap::Filter::EventHandlers,
            Self::Contexts => heap::Filter::Contexts,
            Self::AllocatedBetween { after, up_to } => heap::Filter::AllocatedBetween {
                after: ObjectId(after.max(0.0) as u64),
                up_to: ObjectId(up_to.max(0.0) as u64),
            },
        }
    }
}

/// A part of the sorted rows.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct SummaryRequest {
    /// Which objects.
    #[serde(default)]
    #[tsify(optional)]
    pub filter: FilterRequest,
    /// Only constructors with this in their name, upper and lower case alike.
    #[serde(default)]
    #[tsify(optional)]
    pub named: String,
    /// Which rows.
    #[serde(flatten)]
    pub rows: ClassRows,
}

/// A part of a sorted list of constructors.
#[derive(Clone, Copy, Debug, Deserialize, Tsify)]
pub struct ClassRows {
    /// The column.
    pub by: ClassColumn,
    /// The largest first.
    #[serde(default)]
    #[tsify(optional)]
    pub descending: bool,
    /// The first row.
    pub from: u32,
    /// The row behind the last.
    pub to: u32,
}

/// Columns of the Summary.
#[derive(Clone, Copy, Debug, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum ClassColumn {
    /// The constructor.
    Name,
    /// Objects.
    Count,
    /// Distance.
    Distance,
    /// Shallow size.
    Shallow,
    /// Retained size.
    Retained,
}

/// Constructors, a row each.
#[derive(Debug, Serialize, Tsify)]
pub struct ClassPage {
    /// Rows in the whole list.
    pub count: u32,
    /// What other questions take.
    pub key: Vec<String>,
    /// The constructor.
    pub name: Vec<String>,
    /// Objects.
    pub objects: Counts,
    /// The least distance.
    pub distance: Signed,
    /// Bytes.
    pub shallow: Doubles,
    /// Bytes.
    pub retained: Doubles,
}

impl ClassPage {
    pub(crate) fn new(mut rows: Vec<&ClassRow>, part: ClassRows) -> Self {
        let ClassRows {
            by,
            descending,
            from,
            to,
        } = part;
        rows.sort_by(|a, b| {
            let order = match by {
                ClassColumn::Name => wtf8::utf16_order(&a.name, &b.name),
                ClassColumn::Count => a.count.cmp(&b.count),
                ClassColumn::Distance => a.distance.cmp(&b.distance),
                ClassColumn::Shallow => a.shallow.cmp(&b.shallow),
                ClassColumn::Retained => a.retained.cmp(&b.retained),
            };
            if descending { order.reverse() } else { order }
        });
        let count = rows.len() as u32;
        let shown: Vec<&ClassRow> = rows
            .into_iter()
            .skip(from as usize)
            .take(to.saturating_sub(from) as usize)
            .collect();
        let all = || shown.iter();
        Self {
            count,
            key: texts(all().map(|row| &row.key)),
            name: texts(all().map(|row| &row.name)),
            objects: all().map(|row| row.count).collect(),
            distance: all().map(|row| row.distance).collect(),
            shallow: all().map(|row| row.shallow).collect(),
            retained: all().map(|row| row.retained).collect(),
        }
    }
}

/// A part of a constructor's objects.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct InstancesRequest {
    /// The constructor's key.
    pub key: String,
    /// Which objects.
    #[serde(default)]
    #[tsify(optional)]
    pub filter: FilterRequest,
    /// Which rows.
    #[serde(flatten)]
    pub rows: Rows,
}

/// What to look for.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct SearchRequest {
    /// Part of a name, or `@` and a number.
    pub text: String,
    /// Whether `a` is not `A`.
    #[serde(default, rename = "caseSensitive")]
    #[tsify(optional)]
    pub case_sensitive: bool,
    /// Which objects.
    #[serde(default)]
    #[tsify(optional)]
    pub filter: FilterRequest,
    /// Which rows.
    #[serde(flatten)]
    pub rows: Rows,
}

/// Bytes of each part of the heap, as in DevTools' Statistics.
#[derive(Clone, Copy, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct StatisticsAnswer {
    /// All.
    pub total: f64,
    /// Outside of V8.
    pub native: f64,
    /// Contents of typed arrays; a part of `native`.
    pub typed_arrays: f64,
    /// V8's own: the parts below and other objects.
    pub v8: f64,
    /// Compiled code.
    pub code: f64,
    /// Arrays with their elements.
    pub js_arrays: f64,
    /// Strings.
    pub strings: f64,
    /// What V8 hides.
    pub system: f64,
}

#[wasm_bindgen]
impl Session {
    /// Constructors with DevTools' figures.
    ///
    /// # Errors
    /// `session.*`.
    pub fn summary(&self, file: u32, asked: Ts<SummaryRequest>) -> Result<Ts<ClassPage>, JsValue> {
        let SummaryRequest {
            filter,
            named,
            rows: part,
        } = request(&asked)?;
        let filtered = self.filtered(file, filter)?;
        let named = named.to_lowercase();
        let is_named = |row: &&ClassRow| {
            named.is_empty() || wtf8::lossy(&row.name).to_lowercase().contains(&named)
        };
        let rows = filtered.rows.iter().filter(is_named).collect();
        answer(&ClassPage::new(rows, part))
    }

    /// The objects of a constructor.
    ///
    /// # Errors
    /// `session.*`, `ask.no-such-class`.
    pub fn instances(
        &self,
        file: u32,
        asked: Ts<InstancesRequest>,
    ) -> Result<Ts<ObjectPage>, JsValue> {
        let InstancesRequest { key, filter, rows } = request(&asked)?;
        let snapshot = self.snapshot(file)?;
        let filtered = self.filtered(file, filter)?;
        let class = snapshot
            .find_class(key.as_bytes())
            .map_err(crate::Problem::from)?;
        let page = snapshot.instances(class, &filtered.passing, rows.sort(), rows.range());
        answer(&ObjectPage::new(snapshot, &page))
    }

    /// Objects by name or number.
    ///
    /// # Errors
    /// `session.*`.
    pub fn search(&self, file: u32, asked: Ts<SearchRequest>) -> Result<Ts<ObjectPage>, JsValue> {
        let SearchRequest {
            text,
            case_sensitive,
            filter,
            rows,
        } = request(&asked)?;
        let snapshot = self.snapshot(file)?;
        let filtered = self.filtered(file, filter)?;
        let search = Search {
            text: text.as_bytes(),
            case_sensitive,
        };
        let page = snapshot.search(search, &filtered.passing, rows.sort(), rows.range());
        answer(&ObjectPage::new(snapshot, &page))
    }

    /// The heap by what it is made of.
    ///
    /// # Errors
    /// `session.*`.
    pub fn statistics(&self, file: u32) -> Result<Ts<StatisticsAnswer>, JsValue> {
        let statistics = self.snapshot(file)?.statistics();
        let bytes = |bytes: u64| bytes as f64;
        answer(&StatisticsAnswer {
            total: bytes(statistics.total),
            native: bytes(statistics.native),
            typed_arrays: bytes(statistics.typed_arrays),
            v8: bytes(statistics.v8),
            code: bytes(statistics.code),
            js_arrays: bytes(statistics.js_arrays),
            strings: bytes(statistics.strings),
            system: bytes(statistics.system),
        })
    }
}
