//! Allocation timelines: when, and by whom.

use std::rc::Rc;

use heap::{AllocationRow, Frame, Snapshot, Stacks};
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{
    answer,
    class::{ClassPage, ClassRows},
    column::{Codes, Counts, Doubles, texts},
    functions::package,
    object::{ObjectPage, Rows, node},
};
use crate::{Problem, Session, listed::Listed, order::Selected};

/// The moments of a recording, a row each.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct IntervalsAnswer {
    /// Milliseconds since it began.
    pub time: Doubles,
    /// The last id given by then: with that of the row before, what the filter `allocatedBetween` takes.
    pub last_id: Doubles,
    /// Bytes allocated since the moment before that are still alive; of the first what was there when recording began.
    pub alive: Doubles,
}

/// A place in the table of callers.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct AllocationsRequest {
    /// The function that allocated, its caller, the caller's caller…; empty for the functions that allocated.
    #[serde(default)]
    #[tsify(optional)]
    pub path: Vec<u32>,
    /// The first row.
    pub from: u32,
    /// The row behind the last.
    pub to: u32,
}

/// Functions and what was allocated below them, the most bytes first.
#[derive(Debug, Serialize, Tsify)]
#[tsify(hashmap_as_object)]
#[serde(rename_all = "camelCase")]
pub struct AllocationsPage {
    /// Rows in the whole list.
    pub count: u32,
    /// Callers that stand between, as long as there is only one; they come first, and belong to the path.
    pub single: u32,
    /// What comes at the end of a path.
    pub function: Counts,
    /// Objects.
    pub objects: Counts,
    /// Bytes.
    pub size: Doubles,
    /// Objects that are still there.
    pub live_objects: Counts,
    /// Their bytes.
    pub live_size: Doubles,
    /// 1 if it has callers.
    pub has_callers: Codes,
    /// The functions.
    #[serde(flatten)]
    pub frames: FramesAnswer,
}

/// Functions as stacks show them.
#[derive(Debug, Serialize, Tsify)]
pub struct FramesAnswer {
    /// Empty for an anonymous one.
    pub name: Vec<String>,
    /// The script's address.
    pub script: Vec<String>,
    /// Whose it is: `(application)`, the name of a package, `(node)` or `(engine)`.
    pub package: Vec<String>,
    /// From 1; 0 if not known.
    pub line: Counts,
    /// From 1; 0 if not known.
    pub column: Counts,
}

/// What is left of what a place in the table of callers allocated.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct AllocatedRequest {
    /// The function that allocated, its caller, the caller's caller…
    pub path: Vec<u32>,
    /// Which rows.
    #[serde(flatten)]
    pub rows: ClassRows,
}

/// A part of the objects of one constructor of those.
#[derive(Clone, Debug, Deserialize, Tsify)]
pub struct AllocatedObjectsRequest {
    /// The function that allocated, its caller, the caller's caller…
    pub path: Vec<u32>,
    /// The constructor's key.
    pub key: String,
    /// Which rows.
    #[serde(flatten)]
    pub rows: Rows,
}

/// Whose stack.
#[derive(Clone, Copy, Debug, Deserialize, Tsify)]
pub struct StackRequest {
    /// The object's position.
    pub node: u32,
    /// The first frame.
    pub from: u32,
    /// The frame behind the last.
    pub to: u32,
}

#[wasm_bindgen]
impl Session {
    /// When what is still alive was allocated.
    ///
    /// # Errors
    /// `session.*`, `ask.not-recorded`.
    pub fn intervals(&self, file: u32) -> Result<Ts<IntervalsAnswer>, JsValue> {
        answer(&intervals(self, file)?)
    }

    /// Functions that allocated, or the callers of one.
    ///
    /// # Errors
    /// `session.*`, `ask.not-recorded`.
    pub fn allocations(
        &self,
        file: u32,
        asked: Ts<AllocationsRequest>,
    ) -> Result<Ts<AllocationsPage>, JsValue> {
        self.carry(file, &asked, allocations)
    }

    /// Constructors of what a function, or a caller, allocated and is still there.
    ///
    /// # Errors
    /// `session.*`, `ask.not-recorded`.
    pub fn allocated(
        &self,
        file: u32,
        asked: Ts<AllocatedRequest>,
    ) -> Result<Ts<ClassPage>, JsValue> {
        self.carry(file, &asked, allocated)
    }

    /// The objects of a row of `allocated`.
    ///
    /// # Errors
    /// `session.*`, `ask.not-recorded`, `ask.no-such-class`.
    #[wasm_bindgen(js_name = allocatedObjects)]
    pub fn allocated_objects(
        &self,
        file: u32,
        asked: Ts<AllocatedObjectsRequest>,
    ) -> Result<Ts<ObjectPage>, JsValue> {
        self.carry(file, &asked, allocated_objects)
    }

    /// The stack at which an object was allocated; empty if it was there before.
    ///
    /// # Errors
    /// `session.*`, `ask.not-recorded`, `ask.no-such-object`.
    #[wasm_bindgen(js_name = allocationStack)]
    pub fn allocation_stack(
        &self,
        file: u32,
        asked: Ts<StackRequest>,
    ) -> Result<Ts<FramesAnswer>, JsValue> {
        self.carry(file, &asked, allocation_stack)
    }
}

pub(super) fn intervals(session: &Session, file: u32) -> Result<IntervalsAnswer, Problem> {
    let rows = heap::intervals(session.snapshot(file)?)?;
    Ok(IntervalsAnswer {
        time: rows.iter().map(|row| row.time).collect(),
        last_id: rows.iter().map(|row| row.last_id.0).collect(),
        alive: rows.iter().map(|row| row.alive).collect(),
    })
}

pub(super) fn allocations(
    session: &Session,
    file: u32,
    asked: AllocationsRequest,
) -> Result<AllocationsPage, Problem> {
    let AllocationsRequest { path, from, to } = asked;
    let stacks = session.stacks_of(file)?;
    let (single, rows) = if path.is_empty() {
        (0, stacks.tops().to_vec())
    } else {
        let callers = stacks.callers(&path)?;
        let single = callers.single.len();
        (single, [callers.single, callers.branching].concat())
    };
    let shown: Vec<&AllocationRow> = rows
        .iter()
        .skip(from as usize)
        .take(to.saturating_sub(from) as usize)
        .collect();
    let all = || shown.iter();
    let frames: Vec<Frame> = all().map(|row| row.frame.clone()).collect();
    Ok(AllocationsPage {
        count: rows.len() as u32,
        single: single as u32,
        function: all().map(|row| row.function).collect(),
        objects: all().map(|row| clamp(row.count)).collect(),
        size: all().map(|row| row.size).collect(),
        live_objects: all().map(|row| clamp(row.live_count)).collect(),
        live_size: all().map(|row| row.live_size).collect(),
        has_callers: all().map(|row| u8::from(row.has_callers)).collect(),
        frames: frames_answer(&frames),
    })
}

pub(super) fn allocated(
    session: &Session,
    file: u32,
    asked: AllocatedRequest,
) -> Result<ClassPage, Problem> {
    let AllocatedRequest { path, rows } = asked;
    let objects = session.allocated_by(file, &path)?;
    Ok(ClassPage::new(
        objects.list.snapshot().class_names(),
        objects.list.rows(),
        &objects.orders,
        "",
        rows,
    ))
}

pub(super) fn allocated_objects(
    session: &Session,
    file: u32,
    asked: AllocatedObjectsRequest,
) -> Result<ObjectPage, Problem> {
    let AllocatedObjectsRequest { path, key, rows } = asked;
    let objects = session.allocated_by(file, &path)?;
    let page = objects
        .list
        .objects(key.as_bytes(), rows.sort(), rows.range())?;
    Ok(ObjectPage::new(objects.list.snapshot(), &page))
}

pub(super) fn allocation_stack(
    session: &Session,
    file: u32,
    asked: StackRequest,
) -> Result<FramesAnswer, Problem> {
    let StackRequest {
        node: position,
        from,
        to,
    } = asked;
    let stacks = session.stacks_of(file)?;
    let node = node(session.snapshot(file)?, position)?;
    Ok(frames_answer(
        &stacks.stack(node, from as usize..to as usize),
    ))
}

impl Session {
    fn allocated_by(&self, file: u32, path: &[u32]) -> Result<Rc<Selected>, Problem> {
        let stacks = self.stacks_of(file)?;
        self.allocated.get((file, path.to_vec()), |_| {
            Ok(Listed::new(stacks.objects(path)?))
        })
    }

    pub(super) fn stacks_of(&self, file: u32) -> Result<Rc<Stacks<Rc<Snapshot>>>, Problem> {
        let snapshot = self.snapshot(file)?;
        self.stacks
            .get(file, |_| Ok(Stacks::new(Rc::clone(snapshot))?))
    }
}

pub(super) fn frames_answer(frames: &[Frame]) -> FramesAnswer {
    FramesAnswer {
        name: texts(frames.iter().map(|frame| &frame.name)),
        script: texts(frames.iter().map(|frame| &frame.script_name)),
        package: frames
            .iter()
            .map(|frame| package(&frame.script_name, &frame.name))
            .collect(),
        line: frames
            .iter()
            .map(|frame| frame.location.map_or(0, |place| place.line))
            .collect(),
        column: frames
            .iter()
            .map(|frame| frame.location.map_or(0, |place| place.column))
            .collect(),
    }
}

fn clamp(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
