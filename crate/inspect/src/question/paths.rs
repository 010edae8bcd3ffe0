//! Why objects are alive, and what would free them.

use heap::{
    EdgeIx, Freed, Label, SmallestCut, Snapshot,
    path::{Ended, Held, Options, Path},
    story,
};
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{
    column::{Counts, Doubles, text, texts},
    object::{node, nodes},
};
use crate::{Problem, Session};

/// Which paths.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct PathsRequest {
    /// The object's position.
    pub node: u32,
    /// How many at most.
    pub most: u32,
    /// Objects through which no path goes, by position.
    #[serde(default)]
    #[tsify(optional)]
    pub ignored: Vec<u32>,
}

/// Paths, the shortest first.
#[derive(Debug, Serialize, Tsify)]
pub struct PathsAnswer {
    /// `strongly`; `aside` over references that distances pass over; `weakly`; `nowise`; `unknown`.
    pub held: &'static str,
    /// `most`: there may be more; `exhausted`; `limit`.
    pub ended: &'static str,
    /// The paths, as many as were asked for at most.
    pub list: Vec<PathAnswer>,
}

/// A path: from the object upwards, a step each.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct PathAnswer {
    /// Who holds it, in words: scopes by their functions, what V8, Blink and Node put between folded.
    pub sentence: String,
    /// The same piece by piece.
    pub told: Vec<String>,
    /// Behind the last reference of each piece.
    pub told_to: Counts,
    /// The references.
    pub edge: Counts,
    /// As DevTools writes them.
    pub label: Vec<String>,
    /// The objects that hold.
    pub node: Counts,
    /// V8's numbers of these.
    pub id: Doubles,
    /// Their names.
    pub name: Vec<String>,
}

/// Steps of a path that are handed over.
const MOST_STEPS: usize = 10_000;

/// References to cut, or objects to let go.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct FreedRequest {
    /// References by position.
    #[serde(default)]
    #[tsify(optional)]
    pub edges: Vec<u32>,
    /// Objects by position.
    #[serde(default)]
    #[tsify(optional)]
    pub nodes: Vec<u32>,
}

/// What would be freed, counted once.
#[derive(Debug, Serialize, Tsify)]
pub struct FreedAnswer {
    /// Bytes.
    pub bytes: f64,
    /// Objects.
    pub objects: u32,
    /// Constructors, the most bytes first; a thousand at most.
    pub name: Vec<String>,
    /// Objects of each.
    pub count: Counts,
    /// Bytes of each.
    pub size: Doubles,
}

/// An object, or all of a constructor.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct HoldersRequest {
    /// Objects by position.
    #[serde(default)]
    #[tsify(optional)]
    pub nodes: Vec<u32>,
    /// The key of a constructor, for all its objects.
    #[serde(default)]
    #[tsify(optional)]
    pub key: Option<String>,
    /// References that may be cut at most to free them all; 64 are the most that are looked for.
    #[serde(default = "eight")]
    #[tsify(optional)]
    pub most: u32,
}

const fn eight() -> u32 {
    8
}

/// Independent holders: each alone keeps what it holds alive.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct HoldersAnswer {
    /// What is freed once all of them let go.
    pub all: FreedAnswer,
    /// Groups of holders, those that hold most objects first; a thousand at most.
    pub list: Vec<HolderAnswer>,
    /// `edges` with the fewest references to cut; `held` if it takes more; `free`; `limit`.
    pub smallest: &'static str,
    /// Positions of these references.
    pub smallest_edges: Counts,
    /// The same in words.
    pub smallest_sentences: Vec<String>,
}

/// Holders of one constructor and reference.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct HolderAnswer {
    /// The constructor.
    pub name: String,
    /// The reference's name; `[…]` of elements.
    pub label: String,
    /// The position of one of them.
    pub first: u32,
    /// How many hold.
    pub holders: u32,
    /// How many objects they hold.
    pub held: u32,
    /// What cutting these alone frees; often nothing. Absent where it was not worked out.
    #[tsify(optional)]
    pub freed_bytes: Option<f64>,
    /// The same in objects.
    #[tsify(optional)]
    pub freed_objects: Option<f64>,
    /// Why the first of them is alive.
    #[tsify(optional)]
    pub path: Option<String>,
}

#[wasm_bindgen]
impl Session {
    /// The shortest retaining paths, disjoint where possible.
    ///
    /// # Errors
    /// `session.*`, `ask.no-such-object`.
    pub fn paths(&self, file: u32, asked: Ts<PathsRequest>) -> Result<Ts<PathsAnswer>, JsValue> {
        self.carry(file, &asked, paths)
    }

    /// What would be freed if references were cut, or objects let go.
    ///
    /// # Errors
    /// `session.*`, `ask.no-such-object`, `ask.no-such-edge`.
    #[wasm_bindgen(js_name = whatIf)]
    pub fn what_if(&self, file: u32, asked: Ts<FreedRequest>) -> Result<Ts<FreedAnswer>, JsValue> {
        self.carry(file, &asked, what_if)
    }

    /// Who holds objects independently of each other, and the least to cut that frees them.
    ///
    /// # Errors
    /// `session.*`, `ask.no-such-object`, `ask.no-such-class`.
    pub fn holders(
        &self,
        file: u32,
        asked: Ts<HoldersRequest>,
    ) -> Result<Ts<HoldersAnswer>, JsValue> {
        self.carry(file, &asked, holders)
    }
}

pub(super) fn paths(
    session: &Session,
    file: u32,
    asked: PathsRequest,
) -> Result<PathsAnswer, Problem> {
    let PathsRequest {
        node: position,
        most,
        ignored,
    } = asked;
    let snapshot = session.snapshot(file)?;
    let ignored = nodes(snapshot, &ignored)?;
    let options = Options {
        most: most as usize,
        ignored: &ignored,
        ..Options::default()
    };
    let paths = snapshot.paths(node(snapshot, position)?, &options);
    Ok(PathsAnswer {
        held: match paths.held {
            Held::Strongly => "strongly",
            Held::BesideDistances => "aside",
            Held::Weakly => "weakly",
            Held::ByNothing => "nowise",
            Held::Unknown => "unknown",
        },
        ended: match paths.ended {
            Ended::Most => "most",
            Ended::Exhausted => "exhausted",
            Ended::Limit => "limit",
        },
        list: paths
            .list
            .iter()
            .map(|path| path_answer(snapshot, path))
            .collect(),
    })
}

pub(super) fn what_if(
    session: &Session,
    file: u32,
    asked: FreedRequest,
) -> Result<FreedAnswer, Problem> {
    let FreedRequest {
        edges,
        nodes: positions,
    } = asked;
    let snapshot = session.snapshot(file)?;
    if edges
        .iter()
        .any(|&edge| edge >= snapshot.graph().edge_count())
    {
        return Err(heap::Error::new(heap::Code::NoSuchEdge, "no such reference").into());
    }
    let mut cut: Vec<EdgeIx> = edges.into_iter().map(EdgeIx).collect();
    if cut.is_empty() {
        return Ok(freed(
            snapshot,
            &snapshot.release(&nodes(snapshot, &positions)?),
        ));
    }
    // An object is let go by cutting whatever refers to it.
    for node in nodes(snapshot, &positions)? {
        cut.extend(snapshot.edges_to(node));
    }
    Ok(freed(snapshot, &snapshot.cut(&cut)))
}

pub(super) fn holders(
    session: &Session,
    file: u32,
    asked: HoldersRequest,
) -> Result<HoldersAnswer, Problem> {
    let HoldersRequest {
        nodes: positions,
        key,
        most,
    } = asked;
    let snapshot = session.snapshot(file)?;
    let mut objects = nodes(snapshot, &positions)?;
    if let Some(key) = key {
        snapshot.find_class(key.as_bytes())?;
        let classes = story::classes(snapshot, &key)?;
        objects.extend(classes.into_iter().flat_map(|class| class.objects));
    }
    let holders = snapshot.holders(&objects);
    let (smallest, edges) = match snapshot.smallest_cut(&objects, most as usize) {
        SmallestCut::Edges { edges, .. } => ("edges", edges),
        SmallestCut::Held => ("held", Vec::new()),
        SmallestCut::Free => ("free", Vec::new()),
        SmallestCut::Limit => ("limit", Vec::new()),
    };
    Ok(HoldersAnswer {
        all: freed(snapshot, &holders.all),
        list: holders
            .list
            .iter()
            .take(1000)
            .map(|holder| holder_answer(snapshot, holder))
            .collect(),
        smallest,
        smallest_sentences: edges.iter().map(|&edge| in_words(snapshot, edge)).collect(),
        smallest_edges: edges.iter().map(|edge| edge.0).collect(),
    })
}

pub(super) fn path_answer(snapshot: &Snapshot, path: &Path) -> PathAnswer {
    let steps = &path.steps[..path.steps.len().min(MOST_STEPS)];
    let graph = snapshot.graph();
    let told = story::pieces(snapshot, path);
    PathAnswer {
        sentence: story::sentence(snapshot, path),
        told_to: told.iter().map(|piece| piece.steps.end as u32).collect(),
        told: told.iter().map(story::Piece::words).collect(),
        edge: steps.iter().map(|step| step.edge.0).collect(),
        label: texts(steps.iter().map(|step| snapshot.edge_label(step.edge))),
        node: steps.iter().map(|step| step.from.0).collect(),
        id: steps.iter().map(|step| graph.id(step.from).0).collect(),
        name: texts(steps.iter().map(|step| snapshot.name(step.from))),
    }
}

fn in_words(snapshot: &Snapshot, edge: EdgeIx) -> String {
    let source = snapshot.graph().source(edge);
    let label = text(&snapshot.edge_label(edge));
    let held = story::holder(snapshot, edge);
    format!("{held} @{}{label}", snapshot.graph().id(source).0)
}

fn holder_answer(snapshot: &Snapshot, holder: &heap::Holder) -> HolderAnswer {
    let alone = holder.alone.as_ref();
    HolderAnswer {
        name: text(snapshot.class_name(holder.first)),
        label: match &holder.label {
            Label::Index => "[…]".into(),
            Label::Text(name) => text(name),
        },
        first: holder.first.0,
        holders: holder.holders,
        held: holder.held,
        freed_bytes: alone.map(|alone| alone.bytes as f64),
        freed_objects: alone.map(|alone| alone.count as f64),
        path: alone
            .and_then(|alone| alone.path.as_ref())
            .map(|path| story::sentence(snapshot, path)),
    }
}

fn freed(snapshot: &Snapshot, freed: &Freed) -> FreedAnswer {
    let mut rows = freed.rows(snapshot);
    rows.truncate(1000);
    FreedAnswer {
        bytes: freed.bytes() as f64,
        objects: freed.count() as u32,
        name: texts(rows.iter().map(|row| &row.name)),
        count: rows.iter().map(|row| row.count).collect(),
        size: rows.iter().map(|row| row.bytes).collect(),
    }
}
