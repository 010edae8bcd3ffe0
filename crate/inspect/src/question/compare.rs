//! What came and went between files of one process.

use std::rc::Rc;

use heap::{Comparison, ComparisonRow, Series, Snapshot, made_between_and_still_there, wtf8};
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{
    answer,
    column::{Counts, Doubles, text, texts},
    object::{ObjectPage, Rows},
    request,
    summary::{ClassPage, ClassRows},
};
use crate::{Problem, Session};

/// A part of a comparison with an earlier file.
#[derive(Clone, Copy, Debug, Deserialize, Tsify)]
pub struct ComparisonRequest {
    /// The earlier file's number.
    pub before: u32,
    /// The column.
    pub by: ComparisonColumn,
    /// The largest first.
    #[serde(default)]
    #[tsify(optional)]
    pub descending: bool,
    /// The first row.
    pub from: u32,
    /// The row behind the last.
    pub to: u32,
}

/// Columns of DevTools' Comparison.
#[derive(Clone, Copy, Debug, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum ComparisonColumn {
    /// The constructor.
    Name,
    /// # New
    AddedCount,
    /// # Deleted
    RemovedCount,
    /// # Delta
    CountDelta,
    /// Alloc. size
    AddedSize,
    /// Freed size
    RemovedSize,
    /// Size delta
    SizeDelta,
}

/// Constructors of which objects came or went, a row each.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ComparisonPage {
    /// Rows in the whole list.
    pub count: u32,
    /// What `compared` takes.
    pub key: Vec<String>,
    /// The constructor.
    pub name: Vec<String>,
    /// # New
    pub added_count: Counts,
    /// # Deleted
    pub removed_count: Counts,
    /// # Delta
    pub count_delta: Doubles,
    /// Alloc. size
    pub added_size: Doubles,
    /// Freed size
    pub removed_size: Doubles,
    /// Size delta
    pub size_delta: Doubles,
}

/// A part of the objects that came or went.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct ComparedRequest {
    /// The earlier file's number.
    pub before: u32,
    /// The constructor's key.
    pub key: String,
    /// Those that went, of the earlier file; otherwise those that came.
    #[serde(default)]
    #[tsify(optional)]
    pub removed: bool,
    /// Which rows.
    #[serde(flatten)]
    pub rows: Rows,
}

/// Three files: what was made between the first two and is still there in the third, which is asked.
#[derive(Clone, Copy, Debug, Deserialize, Tsify)]
pub struct StillThereRequest {
    /// The first file's number.
    pub first: u32,
    /// The second file's number.
    pub second: u32,
    /// Which rows.
    #[serde(flatten)]
    pub rows: ClassRows,
}

/// A part of the objects of one constructor of those.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct StillThereObjectsRequest {
    /// The first file's number.
    pub first: u32,
    /// The second file's number.
    pub second: u32,
    /// The constructor's key.
    pub key: String,
    /// Which rows.
    #[serde(flatten)]
    pub rows: Rows,
}

/// Earlier files.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct GrowthRequest {
    /// Their numbers, in order; the file that is asked is the last.
    pub before: Vec<u32>,
    /// How many constructors and collections at most.
    pub most: u32,
}

/// What grows at every step.
#[derive(Debug, Serialize, Tsify)]
pub struct GrowthAnswer {
    /// Constructors, the most bytes gained first.
    pub classes: Vec<ClassGrowthAnswer>,
    /// Single collections, the most bytes gained first.
    pub collections: Vec<CollectionGrowthAnswer>,
}

/// A constructor with a value for each file.
#[derive(Debug, Serialize, Tsify)]
pub struct ClassGrowthAnswer {
    /// The constructor.
    pub name: String,
    /// Its key.
    pub key: String,
    /// Objects.
    pub counts: Vec<u32>,
    /// Bytes.
    pub sizes: Vec<f64>,
}

/// A collection with a value for each file.
#[derive(Debug, Serialize, Tsify)]
pub struct CollectionGrowthAnswer {
    /// V8's number.
    pub id: f64,
    /// Its position in the last file.
    pub node: u32,
    /// What it is.
    pub name: String,
    /// References it holds.
    pub references: Vec<u32>,
    /// Bytes.
    pub sizes: Vec<f64>,
}

#[wasm_bindgen]
impl Session {
    /// DevTools' Comparison of a file with an earlier one.
    ///
    /// # Errors
    /// `session.*`.
    pub fn comparison(
        &self,
        file: u32,
        asked: Ts<ComparisonRequest>,
    ) -> Result<Ts<ComparisonPage>, JsValue> {
        let ComparisonRequest {
            before,
            by,
            descending,
            from,
            to,
        } = request(&asked)?;
        let comparison = self.compared_files(before, file)?;
        let mut rows: Vec<&ComparisonRow> = comparison.rows().iter().collect();
        rows.sort_by(|a, b| {
            let order = match by {
                ComparisonColumn::Name => wtf8::utf16_order(&a.name, &b.name),
                ComparisonColumn::AddedCount => a.added_count.cmp(&b.added_count),
                ComparisonColumn::RemovedCount => a.removed_count.cmp(&b.removed_count),
                ComparisonColumn::CountDelta => a.count_delta().cmp(&b.count_delta()),
                ComparisonColumn::AddedSize => a.added_size.cmp(&b.added_size),
                ComparisonColumn::RemovedSize => a.removed_size.cmp(&b.removed_size),
                ComparisonColumn::SizeDelta => a.size_delta().cmp(&b.size_delta()),
            };
            if descending { order.reverse() } else { order }
        });
        let count = rows.len() as u32;
        let shown: Vec<_> = rows
            .into_iter()
            .skip(from as usize)
            .take(to.saturating_sub(from) as usize)
            .collect();
        let all = || shown.iter();
        answer(&ComparisonPage {
            count,
            key: texts(all().map(|row| &row.key)),
            name: texts(all().map(|row| &row.name)),
            added_count: all().map(|row| row.added_count).collect(),
            removed_count: all().map(|row| row.removed_count).collect(),
            count_delta: all().map(|row| row.count_delta() as f64).collect(),
            added_size: all().map(|row| row.added_size).collect(),
            removed_size: all().map(|row| row.removed_size).collect(),
            size_delta: all().map(|row| row.size_delta() as f64).collect(),
        })
    }

    /// The objects of a row of the comparison.
    ///
    /// # Errors
    /// `session.*`, `ask.no-such-class`.
    pub fn compared(
        &self,
        file: u32,
        asked: Ts<ComparedRequest>,
    ) -> Result<Ts<ObjectPage>, JsValue> {
        let ComparedRequest {
            before,
            key,
            removed,
            rows,
        } = request(&asked)?;
        let comparison = self.compared_files(before, file)?;
        let (snapshot, page) = if removed {
            (
                comparison.before(),
                comparison.removed(key.as_bytes(), rows.sort(), rows.range()),
            )
        } else {
            (
                comparison.after(),
                comparison.added(key.as_bytes(), rows.sort(), rows.range()),
            )
        };
        answer(&ObjectPage::new(snapshot, &page.map_err(Problem::from)?))
    }

    /// What was made between the first two of three files and is still there in this one.
    ///
    /// # Errors
    /// `session.*`.
    #[wasm_bindgen(js_name = stillThere)]
    pub fn still_there(
        &self,
        file: u32,
        asked: Ts<StillThereRequest>,
    ) -> Result<Ts<ClassPage>, JsValue> {
        let StillThereRequest {
            first,
            second,
            rows,
        } = request(&asked)?;
        let stayed = self.stayed(first, second, file)?;
        answer(&ClassPage::new(stayed.rows().iter().collect(), rows))
    }

    /// The objects of a row of `stillThere`.
    ///
    /// # Errors
    /// `session.*`, `ask.no-such-class`.
    #[wasm_bindgen(js_name = stillThereObjects)]
    pub fn still_there_objects(
        &self,
        file: u32,
        asked: Ts<StillThereObjectsRequest>,
    ) -> Result<Ts<ObjectPage>, JsValue> {
        let StillThereObjectsRequest {
            first,
            second,
            key,
            rows,
        } = request(&asked)?;
        let stayed = self.stayed(first, second, file)?;
        let page = stayed
            .objects(key.as_bytes(), rows.sort(), rows.range())
            .map_err(Problem::from)?;
        answer(&ObjectPage::new(stayed.snapshot(), &page))
    }

    /// Constructors and collections that grow at every step from the first file to this one.
    ///
    /// # Errors
    /// `session.*`.
    pub fn growth(&self, file: u32, asked: Ts<GrowthRequest>) -> Result<Ts<GrowthAnswer>, JsValue> {
        let GrowthRequest { before, most } = request(&asked)?;
        let files = before.into_iter().chain([file]);
        let snapshots = files.map(|file| Ok(Rc::clone(self.snapshot(file)?)));
        let snapshots = snapshots.collect::<Result<Vec<Rc<Snapshot>>, Problem>>()?;
        let references: Vec<&Snapshot> = snapshots.iter().map(Rc::as_ref).collect();
        let series = Series::new(&references);
        let sizes = |sizes: &[u64]| sizes.iter().map(|&size| size as f64).collect();
        let most = most as usize;
        answer(&GrowthAnswer {
            classes: series
                .classes()
                .iter()
                .take(most)
                .map(|row| ClassGrowthAnswer {
                    name: text(&row.name),
                    key: text(&row.key),
                    counts: row.counts.clone(),
                    sizes: sizes(&row.sizes),
                })
                .collect(),
            collections: series
                .collections()
                .iter()
                .take(most)
                .map(|row| CollectionGrowthAnswer {
                    id: row.id.0 as f64,
                    node: row.node.0,
                    name: text(&row.name),
                    references: row.references.clone(),
                    sizes: sizes(&row.sizes),
                })
                .collect(),
        })
    }
}

impl Session {
    fn compared_files(
        &self,
        before: u32,
        after: u32,
    ) -> Result<Rc<Comparison<Rc<Snapshot>>>, Problem> {
        let (earlier, later) = (self.snapshot(before)?, self.snapshot(after)?);
        let make = || Ok(Comparison::new(Rc::clone(earlier), Rc::clone(later)));
        self.comparisons.get([before, after], make)
    }

    fn stayed(
        &self,
        first: u32,
        second: u32,
        third: u32,
    ) -> Result<Rc<heap::Selection<Rc<Snapshot>>>, Problem> {
        let (one, two, three) = (
            self.snapshot(first)?,
            self.snapshot(second)?,
            self.snapshot(third)?,
        );
        let make = || Ok(made_between_and_still_there(one, two, Rc::clone(three)));
        self.stayed.get([first, second, third], make)
    }
}
