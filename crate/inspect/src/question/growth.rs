//! What stays and what grows over three files and more of one process.

use std::rc::Rc;

use heap::{Series, Snapshot, even_first, made_between_and_still_there};
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{
    class::{ClassPage, ClassRows},
    column::text,
    object::{ObjectPage, Rows},
};
use crate::{Problem, Session, listed::Listed, order::Selected};

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
    /// Constructors: those that grow by the same number at every step first, V8's own and the browser's last.
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
        self.carry(file, &asked, still_there)
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
        self.carry(file, &asked, still_there_objects)
    }

    /// Constructors and collections that grow at every step from the first file to this one.
    ///
    /// # Errors
    /// `session.*`.
    pub fn growth(&self, file: u32, asked: Ts<GrowthRequest>) -> Result<Ts<GrowthAnswer>, JsValue> {
        self.carry(file, &asked, growth)
    }
}

pub(super) fn still_there(
    session: &Session,
    file: u32,
    asked: StillThereRequest,
) -> Result<ClassPage, Problem> {
    let StillThereRequest {
        first,
        second,
        rows,
    } = asked;
    let stayed = session.stayed(first, second, file)?;
    Ok(ClassPage::new(stayed.list.rows(), &stayed.orders, "", rows))
}

pub(super) fn still_there_objects(
    session: &Session,
    file: u32,
    asked: StillThereObjectsRequest,
) -> Result<ObjectPage, Problem> {
    let StillThereObjectsRequest {
        first,
        second,
        key,
        rows,
    } = asked;
    let stayed = session.stayed(first, second, file)?;
    let page = stayed
        .list
        .objects(key.as_bytes(), rows.sort(), rows.range())?;
    Ok(ObjectPage::new(stayed.list.snapshot(), &page))
}

pub(super) fn growth(
    session: &Session,
    file: u32,
    asked: GrowthRequest,
) -> Result<GrowthAnswer, Problem> {
    let GrowthRequest { before, most } = asked;
    let files = before.into_iter().chain([file]);
    let snapshots = files.map(|file| Ok(Rc::clone(session.snapshot(file)?)));
    let snapshots = snapshots.collect::<Result<Vec<Rc<Snapshot>>, Problem>>()?;
    let references: Vec<&Snapshot> = snapshots.iter().map(Rc::as_ref).collect();
    let series = Series::new(&references);
    let sizes = |sizes: &[u64]| sizes.iter().map(|&size| size as f64).collect();
    let most = most as usize;
    Ok(GrowthAnswer {
        classes: even_first(&series, None)
            .into_iter()
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

impl Session {
    fn stayed(&self, first: u32, second: u32, third: u32) -> Result<Rc<Selected>, Problem> {
        let (one, two, three) = (
            self.snapshot(first)?,
            self.snapshot(second)?,
            self.snapshot(third)?,
        );
        self.stayed.get([first, second, third], |_| {
            Ok(Listed::new(made_between_and_still_there(
                one,
                two,
                Rc::clone(three),
            )))
        })
    }
}
