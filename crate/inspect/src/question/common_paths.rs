//! The few ways on which the objects of a constructor are held.

use heap::{NodeIx, path::Sum};
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::paths::{PathAnswer, path_answer};
use crate::{Problem, Session};

/// Which constructor.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct CommonPathsRequest {
    /// Its key.
    pub key: String,
    /// How many ways at most; the others are summed up.
    pub most: u32,
}

/// Ways that are told apart by what their steps are called, those on which most bytes are first.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct CommonPathsAnswer {
    /// As many as were asked for at most.
    pub list: Vec<CommonPathAnswer>,
    /// How many other ways there are.
    pub others: u32,
    /// Objects on these.
    pub on_others: SumAnswer,
    /// Objects to which no edges lead that distances follow.
    pub astray: SumAnswer,
}

/// Objects of which the shortest paths read the same.
#[derive(Debug, Serialize, Tsify)]
pub struct CommonPathAnswer {
    /// How many, and how much.
    pub sum: SumAnswer,
    /// The position of the one nearest to a root.
    pub node: u32,
    /// V8's number of it.
    pub id: f64,
    /// Its path.
    pub path: PathAnswer,
}

/// Objects together.
#[derive(Clone, Copy, Debug, Serialize, Tsify)]
pub struct SumAnswer {
    /// How many.
    pub objects: u32,
    /// What they retain, each byte once.
    pub bytes: f64,
}

#[wasm_bindgen]
impl Session {
    /// The few distinct shortest paths of a constructor's objects, with how many objects take each.
    ///
    /// # Errors
    /// `session.*`, `ask.no-such-class`.
    #[wasm_bindgen(js_name = commonPaths)]
    pub fn common_paths(
        &self,
        file: u32,
        asked: Ts<CommonPathsRequest>,
    ) -> Result<Ts<CommonPathsAnswer>, JsValue> {
        self.carry(file, &asked, common_paths)
    }
}

pub(super) fn common_paths(
    session: &Session,
    file: u32,
    asked: CommonPathsRequest,
) -> Result<CommonPathsAnswer, Problem> {
    let CommonPathsRequest { key, most } = asked;
    let snapshot = session.snapshot(file)?;
    let class = snapshot.find_class(key.as_bytes())?;
    // Those that its row counts.
    let objects: Vec<NodeIx> = snapshot
        .graph()
        .nodes()
        .filter(|&node| snapshot.class(node) == class && snapshot.shallow_size(node) > 0)
        .collect();
    let common = snapshot.common_paths(&objects, most as usize);
    let list = common.list.iter().map(|one| CommonPathAnswer {
        sum: one.sum.into(),
        node: one.path.object.0,
        id: snapshot.graph().id(one.path.object).0 as f64,
        path: path_answer(snapshot, &one.path),
    });
    Ok(CommonPathsAnswer {
        list: list.collect(),
        others: common.others,
        on_others: common.on_others.into(),
        astray: common.astray.into(),
    })
}

impl From<Sum> for SumAnswer {
    fn from(sum: Sum) -> Self {
        Self {
            objects: sum.objects,
            bytes: sum.bytes as f64,
        }
    }
}
