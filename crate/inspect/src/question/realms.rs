//! Windows, frames, contexts of `node:vm`.

use heap::wtf8;
use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::{Problem, Session, wire::answer};

/// The realms, the one with most bytes first.
#[derive(Debug, Serialize, Tsify)]
pub struct RealmsAnswer {
    /// A row each.
    pub realms: Vec<RealmRow>,
}

/// A realm with what it alone keeps alive.
#[derive(Debug, Serialize, Tsify)]
pub struct RealmRow {
    /// The native context's id.
    pub id: f64,
    /// The address, where the file knows it, else the class of the global object.
    pub name: String,
    /// Objects that only this realm keeps alive; none of the last of very many.
    #[tsify(optional)]
    pub objects: Option<f64>,
    /// Their bytes.
    #[tsify(optional)]
    pub bytes: Option<f64>,
}

#[wasm_bindgen]
impl Session {
    /// The realms of a snapshot.
    ///
    /// # Errors
    /// `session.*`.
    pub fn realms(&self, file: u32) -> Result<Ts<RealmsAnswer>, JsValue> {
        answer(&realms(self, file)?)
    }
}

pub(super) fn realms(session: &Session, file: u32) -> Result<RealmsAnswer, Problem> {
    let snapshot = session.snapshot(file)?;
    let realms = snapshot.realms().into_iter().map(|realm| RealmRow {
        id: snapshot.graph().id(realm.context).0 as f64,
        name: wtf8::lossy(&realm.name).into_owned(),
        objects: realm.objects.map(|objects| objects as f64),
        bytes: realm.bytes.map(|bytes| bytes as f64),
    });
    Ok(RealmsAnswer {
        realms: realms.collect(),
    })
}
