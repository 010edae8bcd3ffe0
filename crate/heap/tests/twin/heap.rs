//! A drawing after rules 1 to 7.

use super::class::{self, Class};
use super::distance::{Distances, distances};
use super::dominator::{Dominators, dominators};
use super::interface::{self, Definition};
use super::{detached, essential, owned, page};
use crate::draw::{Drawing, Text};

pub(super) struct Heap<'d> {
    pub(super) drawing: &'d Drawing,
    /// Rule 1: 2 is detached.
    pub(super) state: Vec<u8>,
    /// Rule 1: names, some with `Detached ` before them.
    pub(super) names: Vec<Text>,
    /// Rule 2.
    pub(super) page: Vec<bool>,
    /// Rule 4: shallow sizes.
    pub(super) sizes: Vec<u64>,
    /// Rule 5.
    pub(super) distances: Distances,
    /// Rule 6: what plain objects can be.
    pub(super) definitions: Vec<Definition>,
    /// Rule 6: classes before plain objects are told apart.
    pub(super) plain_classes: Vec<Class>,
    /// Rule 6: classes.
    pub(super) classes: Vec<Class>,
    /// Rule 7.
    pub(super) dominators: Dominators,
}

impl<'d> Heap<'d> {
    pub(super) fn of(drawing: &'d Drawing) -> Self {
        let detached::Settled {
            state,
            names,
            renamed,
        } = detached::settle(drawing);
        let page = page::marks(drawing, &names);
        let essential = essential::edges(drawing, &page);
        let sizes = owned::sizes(drawing, &names);
        let definitions = interface::infer(drawing);
        let plain_classes = class::classes(drawing, &names, &renamed);
        Self {
            distances: distances(drawing, &names),
            classes: interface::apply(drawing, &definitions, &plain_classes),
            dominators: dominators(drawing, &essential, &sizes),
            drawing,
            state,
            names,
            page,
            sizes,
            definitions,
            plain_classes,
        }
    }
}
