//! Constructors: the rows of DevTools' Summary.

mod names;
mod rows;

pub use names::ClassNames;
pub(crate) use names::Scripts;
pub use rows::ClassRow;
pub(crate) use rows::{rows, rows_where};

use rustc_hash::FxHashMap;

use crate::{Graph, Location, NodeKind};

/// Which class each node is of. Zero-size nodes have one, too, but are in no row.
#[derive(Clone, Debug, Default)]
pub(crate) struct Classes {
    /// A position in `list`, by node.
    pub(crate) of: Vec<u32>,
    pub(crate) list: Vec<Class>,
}

/// What nodes have in common that DevTools shows as one constructor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Class {
    /// The number of its name in the strings.
    pub(crate) name: u32,
    /// Where the constructor stands: objects of one name but of different places are different classes.
    pub(crate) location: Option<Location>,
}

impl Classes {
    /// From class names by node; replaces the names by positions in place.
    pub(crate) fn new(graph: &Graph, mut names: Vec<u32>) -> Self {
        let mut list = Vec::new();
        let mut by_name = vec![u32::MAX; graph.strings.len()];
        let mut by_place: FxHashMap<(&[u8], Location), u32> = FxHashMap::default();
        let mut places = graph.locations.iter().copied().peekable();
        for (of, node) in names.iter_mut().zip(0_u32..) {
            let name = *of;
            let location = places
                .next_if(|(other, _)| *other == node)
                .map(|(_, location)| location);
            let location = location.filter(|_| graph.nodes.is(node, NodeKind::Object));
            let next = list.len() as u32;
            // With a place the text counts; without, the number of the name.
            let class = match location {
                Some(place) => by_place
                    .entry((graph.strings.get(name), place))
                    .or_insert(next),
                None => &mut by_name[name as usize],
            };
            if *class == u32::MAX {
                *class = next;
            }
            *of = *class;
            if *class == next {
                list.push(Class { name, location });
            }
        }
        Self { of: names, list }
    }

    /// What DevTools tells classes of different files apart by: `,Name` or `script,line,column,Name`.
    pub(crate) fn key(&self, graph: &Graph, class: u32) -> Vec<u8> {
        let Class { name, location } = self.list[class as usize];
        key(graph.strings.get(name), location)
    }
}

/// The key of a class with this name and place.
pub(crate) fn key(name: &[u8], location: Option<Location>) -> Vec<u8> {
    let mut key = match location {
        Some(Location {
            script,
            line,
            column,
        }) => format!("{script},{line},{column},"),
        None => ",".into(),
    }
    .into_bytes();
    key.extend(name);
    key
}
