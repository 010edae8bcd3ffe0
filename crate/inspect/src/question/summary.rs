//! The Summary: constructors, their objects, statistics, search.

use heap::{Detachedness, Filter, NodeIx, Page, Search, Wanted};
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{
    answer,
    class::{ClassPage, ClassRows},
    filter::FilterRequest,
    object::{ObjectPage, Rows},
};
use crate::{Problem, Session};

/// A part of the sorted rows.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct SummaryRequest {
    /// Which objects.
    #[serde(default, with = "FilterRequest")]
    #[tsify(optional, type = "FilterRequest")]
    pub filter: Filter,
    /// Only constructors with this in their name, upper and lower case alike.
    #[serde(default)]
    #[tsify(optional)]
    pub named: String,
    /// Which rows.
    #[serde(flatten)]
    pub rows: ClassRows,
}

/// A part of a constructor's objects.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct InstancesRequest {
    /// The constructor's key.
    pub key: String,
    /// Which objects.
    #[serde(default, with = "FilterRequest")]
    #[tsify(optional, type = "FilterRequest")]
    pub filter: Filter,
    /// Which rows.
    #[serde(flatten)]
    pub rows: Rows,
}

/// What to look for.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct SearchRequest {
    /// Part of a name, or `@` and a number; empty for any.
    pub text: String,
    /// Whether `a` is not `A`.
    #[serde(default, rename = "caseSensitive")]
    #[tsify(optional)]
    pub case_sensitive: bool,
    /// Only objects with a property, or scopes with a variable, of exactly this name.
    #[serde(default)]
    #[tsify(optional)]
    pub property: Option<String>,
    /// Only objects whose own size in bytes is from the first to the second number.
    #[serde(default)]
    #[tsify(optional)]
    pub shallow: Option<(f64, f64)>,
    /// Only objects that retain so many bytes, from the first to the second number.
    #[serde(default)]
    #[tsify(optional)]
    pub retained: Option<(f64, f64)>,
    /// Only DOM nodes outside of every document.
    #[serde(default)]
    #[tsify(optional)]
    pub detached: bool,
    /// Which objects.
    #[serde(default, with = "FilterRequest")]
    #[tsify(optional, type = "FilterRequest")]
    pub filter: Filter,
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
    /// Objects that no root reaches.
    pub unreached: f64,
    /// Their own bytes.
    pub unreached_size: f64,
}

#[wasm_bindgen]
impl Session {
    /// Constructors with DevTools' figures.
    ///
    /// # Errors
    /// `session.*`.
    pub fn summary(&self, file: u32, asked: Ts<SummaryRequest>) -> Result<Ts<ClassPage>, JsValue> {
        self.carry(file, &asked, summary)
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
        self.carry(file, &asked, instances)
    }

    /// Objects by name or number.
    ///
    /// # Errors
    /// `session.*`.
    pub fn search(&self, file: u32, asked: Ts<SearchRequest>) -> Result<Ts<ObjectPage>, JsValue> {
        self.carry(file, &asked, search)
    }

    /// The heap by what it is made of.
    ///
    /// # Errors
    /// `session.*`.
    pub fn statistics(&self, file: u32) -> Result<Ts<StatisticsAnswer>, JsValue> {
        answer(&statistics(self, file)?)
    }
}

pub(super) fn summary(
    session: &Session,
    file: u32,
    asked: SummaryRequest,
) -> Result<ClassPage, Problem> {
    let SummaryRequest {
        filter,
        named,
        rows,
    } = asked;
    let filtered = session.filtered(file, filter)?;
    Ok(ClassPage::new(
        session.snapshot(file)?.class_names(),
        &filtered.rows,
        &filtered.orders,
        &named,
        rows,
    ))
}

pub(super) fn instances(
    session: &Session,
    file: u32,
    asked: InstancesRequest,
) -> Result<ObjectPage, Problem> {
    let page = instances_page(session, file, asked)?;
    Ok(ObjectPage::new(session.snapshot(file)?, &page))
}

pub(super) fn instances_page(
    session: &Session,
    file: u32,
    asked: InstancesRequest,
) -> Result<Page<NodeIx>, Problem> {
    let InstancesRequest { key, filter, rows } = asked;
    let snapshot = session.snapshot(file)?;
    let filtered = session.filtered(file, filter)?;
    let class = snapshot.find_class(key.as_bytes())?;
    Ok(snapshot.instances(class, &filtered.passing, rows.sort(), rows.range()))
}

pub(super) fn search(
    session: &Session,
    file: u32,
    asked: SearchRequest,
) -> Result<ObjectPage, Problem> {
    let page = search_page(session, file, asked)?;
    Ok(ObjectPage::new(session.snapshot(file)?, &page))
}

pub(super) fn search_page(
    session: &Session,
    file: u32,
    asked: SearchRequest,
) -> Result<Page<NodeIx>, Problem> {
    let SearchRequest {
        text,
        case_sensitive,
        property,
        shallow,
        retained,
        detached,
        filter,
        rows,
    } = asked;
    let snapshot = session.snapshot(file)?;
    let filtered = session.filtered(file, filter)?;
    let bytes = |(from, to): (f64, f64)| (from as u64, to as u64);
    let wanted = Wanted {
        property: property.as_deref().map(str::as_bytes),
        shallow: shallow.map(bytes),
        retained: retained.map(bytes),
        detachedness: detached.then_some(Detachedness::Detached),
    };
    let is_any = text.trim().is_empty() && wanted != Wanted::default();
    let passing = snapshot.wanted(&wanted, &filtered.passing);
    if is_any {
        return Ok(snapshot.objects(&passing, rows.sort(), rows.range()));
    }
    let search = Search {
        text: text.as_bytes(),
        case_sensitive,
    };
    Ok(snapshot.search(search, &passing, rows.sort(), rows.range()))
}

pub(super) fn statistics(session: &Session, file: u32) -> Result<StatisticsAnswer, Problem> {
    let snapshot = session.snapshot(file)?;
    let statistics = snapshot.statistics();
    let (unreached, unreached_size) = snapshot.unreached();
    let bytes = |bytes: u64| bytes as f64;
    Ok(StatisticsAnswer {
        total: bytes(statistics.total),
        native: bytes(statistics.native),
        typed_arrays: bytes(statistics.typed_arrays),
        v8: bytes(statistics.v8),
        code: bytes(statistics.code),
        js_arrays: bytes(statistics.js_arrays),
        strings: bytes(statistics.strings),
        system: bytes(statistics.system),
        unreached: bytes(unreached),
        unreached_size: bytes(unreached_size),
    })
}
