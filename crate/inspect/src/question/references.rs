//! One object: what it refers to, what refers to it, what dominates it.

use heap::{NodeIx, ObjectId, Page, Reference};
use serde::Deserialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{
    answer,
    object::{ObjectPage, ReferencePage, Rows, node, nodes},
};
use crate::{Problem, Session};

/// A part of an object's references.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct ReferencesRequest {
    /// The object's position.
    pub node: u32,
    /// Retainers to ignore, by position; distances are as if they were not there.
    #[serde(default)]
    #[tsify(optional)]
    pub ignored: Vec<u32>,
    /// Which rows.
    #[serde(flatten)]
    pub rows: Rows,
}

#[wasm_bindgen]
impl Session {
    /// The object with V8's number, as a list of one.
    ///
    /// # Errors
    /// `session.*`, `ask.no-such-object`.
    #[wasm_bindgen(js_name = objectOf)]
    pub fn object_of(&self, file: u32, id: f64) -> Result<Ts<ObjectPage>, JsValue> {
        answer(&object_of(self, file, id)?)
    }

    /// What an object refers to.
    ///
    /// # Errors
    /// `session.*`, `ask.no-such-object`.
    pub fn fields(
        &self,
        file: u32,
        asked: Ts<ReferencesRequest>,
    ) -> Result<Ts<ReferencePage>, JsValue> {
        self.carry(file, &asked, fields)
    }

    /// What refers to an object.
    ///
    /// # Errors
    /// `session.*`, `ask.no-such-object`.
    pub fn retainers(
        &self,
        file: u32,
        asked: Ts<ReferencesRequest>,
    ) -> Result<Ts<ReferencePage>, JsValue> {
        self.carry(file, &asked, retainers)
    }

    /// The object, what dominates it, and so on to the root; at most a thousand.
    ///
    /// # Errors
    /// `session.*`, `ask.no-such-object`.
    pub fn dominators(&self, file: u32, position: u32) -> Result<Ts<ObjectPage>, JsValue> {
        answer(&dominators(self, file, position)?)
    }

    /// What has an object as its immediate dominator.
    ///
    /// # Errors
    /// `session.*`, `ask.no-such-object`.
    pub fn dominated(
        &self,
        file: u32,
        asked: Ts<ReferencesRequest>,
    ) -> Result<Ts<ObjectPage>, JsValue> {
        self.carry(file, &asked, dominated)
    }
}

/// Up to here JavaScript writes every whole number.
const EXACT: f64 = 9_007_199_254_740_992.0;

pub(super) fn object_of(session: &Session, file: u32, id: f64) -> Result<ObjectPage, Problem> {
    let snapshot = session.snapshot(file)?;
    let graph = snapshot.graph();
    let exact = (id >= 0.0).then(|| graph.find(ObjectId(id as u64)));
    // Beyond 2^53 JavaScript has the nearest number that it can write: the first object is meant that has the same one.
    let is_near = |node: NodeIx| (graph.id(node).0 as f64).to_bits() == id.to_bits();
    let near = || graph.nodes().find(|&node| is_near(node));
    let found = exact
        .flatten()
        .or_else(|| (id >= EXACT).then(near).flatten());
    let found = found.ok_or_else(Problem::no_such_node)?;
    Ok(ObjectPage::of(snapshot, 1, &[found]))
}

pub(super) fn fields(
    session: &Session,
    file: u32,
    asked: ReferencesRequest,
) -> Result<ReferencePage, Problem> {
    let page = fields_page(session, file, asked)?;
    Ok(ReferencePage::new(session.snapshot(file)?, &page))
}

pub(super) fn fields_page(
    session: &Session,
    file: u32,
    asked: ReferencesRequest,
) -> Result<Page<Reference>, Problem> {
    let ReferencesRequest {
        node: position,
        rows,
        ..
    } = asked;
    let snapshot = session.snapshot(file)?;
    Ok(snapshot.fields(node(snapshot, position)?, rows.sort(), rows.range()))
}

pub(super) fn retainers(
    session: &Session,
    file: u32,
    asked: ReferencesRequest,
) -> Result<ReferencePage, Problem> {
    let page = retainers_page(session, file, asked)?;
    Ok(ReferencePage::new(session.snapshot(file)?, &page))
}

pub(super) fn retainers_page(
    session: &Session,
    file: u32,
    asked: ReferencesRequest,
) -> Result<Page<Reference>, Problem> {
    let ReferencesRequest {
        node: position,
        ignored,
        rows,
    } = asked;
    let snapshot = session.snapshot(file)?;
    let node = node(snapshot, position)?;
    let ignored = nodes(snapshot, &ignored)?;
    let key = (file, ignored.clone());
    let ignored = session
        .ignored
        .get(key, |_| Ok::<_, Problem>(snapshot.ignoring(&ignored)))?;
    Ok(snapshot.retainers_of(node, ignored.as_ref().as_ref(), rows.sort(), rows.range()))
}

pub(super) fn dominators(
    session: &Session,
    file: u32,
    position: u32,
) -> Result<ObjectPage, Problem> {
    let snapshot = session.snapshot(file)?;
    let chain = snapshot.dominators(node(snapshot, position)?);
    let shown: Vec<NodeIx> = chain.iter().copied().take(1000).collect();
    Ok(ObjectPage::of(snapshot, chain.len() as u32, &shown))
}

pub(super) fn dominated(
    session: &Session,
    file: u32,
    asked: ReferencesRequest,
) -> Result<ObjectPage, Problem> {
    let page = dominated_page(session, file, asked)?;
    Ok(ObjectPage::new(session.snapshot(file)?, &page))
}

pub(super) fn dominated_page(
    session: &Session,
    file: u32,
    asked: ReferencesRequest,
) -> Result<Page<NodeIx>, Problem> {
    let ReferencesRequest {
        node: position,
        rows,
        ..
    } = asked;
    let snapshot = session.snapshot(file)?;
    Ok(snapshot.dominated(node(snapshot, position)?, rows.sort(), rows.range()))
}
