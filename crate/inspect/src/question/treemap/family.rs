//! What kind of thing a tile is: by this it is colored.

use heap::{
    Detachedness, NodeKind, Snapshot,
    treemap::{Tile, TileKind},
};
use raster::Color;
use serde::Deserialize;
use tsify::Tsify;

macro_rules! families {
    ($($(#[$doc:meta])* $family:ident = $name:ident,)*) => {
        /// Kinds of things, in the order of their codes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(super) enum Family { $($(#[$doc])* $family,)* }

        /// A color for each kind of things: red, green, blue and opacity from 0 to 1.
        #[derive(Clone, Copy, Debug, Deserialize, Tsify)]
        pub struct FamilyColors { $($(#[$doc])* pub $name: [f32; 4],)* }

        impl Family {
            /// By code.
            pub(super) const NAMES: &[&str] = &[$(stringify!($name),)*];

            pub(super) fn color(self, colors: &FamilyColors) -> Color {
                match self { $(Self::$family => colors.$name.into(),)* }
            }
        }
    };
}

families! {
    /// DOM nodes in a document, and what belongs to one.
    Dom = dom,
    /// What DevTools calls detached.
    Detached = detached,
    /// What else the browser or Node.js keeps beside V8.
    Native = native,
    /// Objects of JavaScript.
    Object = object,
    /// Arrays, those of V8, too.
    Array = array,
    /// Texts.
    String = string,
    /// Functions.
    Closure = closure,
    /// Compiled code.
    Code = code,
    /// What V8 hides.
    System = system,
    /// Of all kinds.
    Rest = rest,
}

impl Family {
    pub(super) fn of(snapshot: &Snapshot, tile: &Tile) -> Self {
        if tile.kind == TileKind::Rest {
            return Self::Rest;
        }
        let (graph, node) = (snapshot.graph(), tile.node);
        match (graph.detachedness(node), graph.kind(node)) {
            (Detachedness::Detached, _) => Self::Detached,
            (Detachedness::Attached, _) => Self::Dom,
            (_, NodeKind::Native) => Self::Native,
            (_, NodeKind::Array) => Self::Array,
            (_, NodeKind::Object) if snapshot.class_name(node) == b"Array" => Self::Array,
            (_, NodeKind::String | NodeKind::ConsString | NodeKind::SlicedString) => Self::String,
            (_, NodeKind::Closure) => Self::Closure,
            (_, NodeKind::Code) => Self::Code,
            (_, NodeKind::Hidden | NodeKind::Synthetic | NodeKind::ObjectShape) => Self::System,
            _ => Self::Object,
        }
    }
}
