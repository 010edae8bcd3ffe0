//! Constructors as another snapshot's interfaces tell them apart, so that classes of two files can be paired.

use std::{iter::Peekable, ops::Range, slice::Iter};

use rustc_hash::FxHashMap;

use crate::{
    Location, Snapshot,
    figure::analysis::{Interface, interface},
    figure::class::{self, Class},
    ground::together::pieces,
};

/// A class for each node; the snapshot itself is not changed.
pub(crate) struct Labels<'a> {
    snapshot: &'a Snapshot,
    interfaces: &'a [Interface],
    /// The snapshot's own classes, then those of interfaces it does not know.
    list: Vec<Class>,
    /// Plain objects, in the order of the file, and their classes.
    plain: Vec<(u32, u32)>,
}

impl<'a> Labels<'a> {
    /// The snapshot's own.
    pub(crate) fn own(snapshot: &'a Snapshot) -> Self {
        Self {
            snapshot,
            interfaces: &[],
            list: snapshot.classes.list.clone(),
            plain: Vec::new(),
        }
    }

    /// Under the interfaces of another snapshot. Names of these are numbered behind all strings.
    pub(crate) fn under(snapshot: &'a Snapshot, interfaces: &'a [Interface]) -> Self {
        let mut labels = Self {
            interfaces,
            ..Self::own(snapshot)
        };
        let graph = &snapshot.graph;
        let first = graph.strings.len() as u32;
        // As in `Classes`: the text counts with a place, the number of the name without.
        let mut places: FxHashMap<(Vec<u8>, Location), u32> = FxHashMap::default();
        let mut names: FxHashMap<u32, u32> = FxHashMap::default();
        for (number, class) in (0..).zip(&labels.list) {
            match class.location {
                Some(place) => places.insert((labels.text(class.name).to_vec(), place), number),
                None => names.insert(class.name, number),
            };
        }
        // Texts are made once for each name with a place.
        let mut known: FxHashMap<(u32, Location), u32> = FxHashMap::default();
        let mut plain = Vec::new();
        interface::apply(graph, &snapshot.texts, interfaces, |node, interface| {
            let name = interface.map_or(graph.nodes.name[node as usize], |found| first + found);
            let location =
                snapshot.classes.list[snapshot.classes.of[node as usize] as usize].location;
            let next = labels.list.len() as u32;
            let class = match location {
                Some(place) => *known.entry((name, place)).or_insert_with(|| {
                    let text = labels.text(name).to_vec();
                    *places.entry((text, place)).or_insert(next)
                }),
                None => *names.entry(name).or_insert(next),
            };
            if class == next {
                labels.list.push(Class { name, location });
            }
            plain.push((node, class));
        });
        labels.plain = plain;
        labels
    }

    /// Whether every object has the class that it has in the snapshot.
    pub(crate) fn are_own(&self) -> bool {
        self.plain.is_empty()
    }

    /// How many classes there are, in use or not.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// Calls with each node that has a size, in the order of the file, and its class: as in the Summary, others do not count.
    pub(crate) fn for_each(&self, mut call: impl FnMut(u32, u32)) {
        let mut plain = self.plain.iter().peekable();
        for piece in pieces(self.snapshot.graph.node_count()) {
            self.piece(piece, &mut plain, &mut call);
        }
    }

    /// A function of its own, which a wasm engine makes quick while the pieces are still being gone through.
    #[inline(never)]
    fn piece(
        &self,
        nodes: Range<u32>,
        plain: &mut Peekable<Iter<'_, (u32, u32)>>,
        call: &mut impl FnMut(u32, u32),
    ) {
        let classes = &self.snapshot.classes.of[nodes.start as usize..nodes.end as usize];
        for (node, &own) in nodes.zip(classes) {
            let plain = plain.next_if(|(other, _)| *other == node);
            if !self.snapshot.graph.nodes.size.is_zero(node) {
                call(node, plain.map_or(own, |(_, class)| *class));
            }
        }
    }

    /// The name of a class, WTF-8.
    pub(crate) fn name(&self, class: u32) -> &[u8] {
        self.text(self.list[class as usize].name)
    }

    /// See [`crate::ClassRow::key`].
    pub(crate) fn key(&self, class: u32) -> Vec<u8> {
        class::key(self.name(class), self.list[class as usize].location)
    }

    fn text(&self, name: u32) -> &'a [u8] {
        let strings = &self.snapshot.graph.strings;
        match (name as usize).checked_sub(strings.len()) {
            Some(interface) => &self.interfaces[interface].name,
            None => strings.get(name),
        }
    }
}
