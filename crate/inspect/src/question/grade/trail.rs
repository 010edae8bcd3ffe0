//! A path that is claimed, step by step.

use claim::{Path, Step, Trail};
use heap::{EdgeIx, NodeIx, Snapshot};
use serde::Serialize;
use tsify::Tsify;

use crate::question::column::text;

/// How far a path that is claimed leads.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct TrailAnswer {
    /// New objects of the name with which it begins.
    pub of: u32,
    /// How many of them are kept along it.
    pub kept: u32,
    /// The one that is followed here, by position: the first that is not kept along the path, if there is one.
    pub object: u32,
    /// The claimed steps, from the object upwards.
    pub steps: Vec<StepAnswer>,
    /// What holds the last object that is as claimed, where the next step is not: the nearest to the root first.
    pub instead: Vec<HolderAt>,
}

/// A step of a path, or a repetition.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct StepAnswer {
    /// As it is claimed: `leakClasses in Lab`.
    pub claimed: String,
    /// Whether the way leads over it.
    pub found: bool,
    /// References that it takes: of a repetition several, or none.
    pub times: u32,
    /// The last of them.
    #[tsify(optional)]
    pub holder: Option<HolderAt>,
}

/// A reference and the object that holds by it.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct HolderAt {
    /// The reference as DevTools writes it.
    pub label: String,
    /// The object's position.
    pub node: u32,
    /// Its name.
    pub name: String,
}

/// A trail beside the path that is claimed.
pub(super) fn trail_answer(along: &str, trail: Trail, after: &Snapshot) -> Option<TrailAnswer> {
    let path = Path::parse(along).ok()?;
    let Trail {
        kept,
        of,
        object,
        reached,
        taken,
        instead,
    } = trail;
    let step = |(at, step): (usize, &Step)| {
        let mut all = taken.iter().filter(|taken| taken.step == at);
        let times = all.clone().count() as u32;
        StepAnswer {
            claimed: step.to_string(),
            found: at < reached,
            times,
            holder: all
                .next_back()
                .map(|taken| holder(after, taken.edge, taken.node)),
        }
    };
    Some(TrailAnswer {
        of: of as u32,
        kept: kept as u32,
        object: object.0,
        steps: path.steps.iter().enumerate().map(step).collect(),
        instead: instead
            .into_iter()
            .map(|(edge, node)| holder(after, edge, node))
            .collect(),
    })
}

fn holder(snapshot: &Snapshot, edge: EdgeIx, node: NodeIx) -> HolderAt {
    HolderAt {
        label: text(&snapshot.edge_label(edge)),
        node: node.0,
        name: text(&snapshot.name(node)),
    }
}
