//! V8's types of nodes and edges, by name: files number them as they like.

macro_rules! kinds {
    ($(#[$doc:meta])* $kinds:ident { $($(#[$kind_doc:meta])* $kind:ident = $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        #[allow(missing_docs)]
        pub enum $kinds { $($(#[$kind_doc])* $kind,)* }

        impl $kinds {
            /// All of them.
            pub const ALL: &[$kinds] = &[$($kinds::$kind,)*];

            /// V8's word for it.
            pub const fn name(self) -> &'static str {
                match self { $($kinds::$kind => $name,)* }
            }

            pub(crate) fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some($kinds::$kind),)* _ => None }
            }

            /// The one with this code (`as u8`); the last one for codes beyond.
            pub(crate) fn from_code(code: u8) -> Self {
                Self::ALL[usize::from(code).min(Self::ALL.len() - 1)]
            }
        }
    };
}

kinds! {
    /// What V8 says an object is.
    NodeKind {
        Hidden = "hidden",
        Array = "array",
        String = "string",
        Object = "object",
        Code = "code",
        Closure = "closure",
        RegExp = "regexp",
        Number = "number",
        Native = "native",
        Synthetic = "synthetic",
        ConsString = "concatenated string",
        SlicedString = "sliced string",
        Symbol = "symbol",
        BigInt = "bigint",
        ObjectShape = "object shape",
        /// A type of a later V8 than this reader knows; its name is kept with the graph.
        Other = "other",
    }
}

kinds! {
    /// How one object refers to another.
    EdgeKind {
        /// A variable of a closure's scope.
        Context = "context",
        /// An index of an array.
        Element = "element",
        /// A named property.
        Property = "property",
        /// A field that JavaScript does not see.
        Internal = "internal",
        /// An internal field without a name.
        Hidden = "hidden",
        /// At the root: a page's global object.
        Shortcut = "shortcut",
        /// Does not keep its target alive.
        Weak = "weak",
        Invisible = "invisible",
        /// A type of a later V8 than this reader knows.
        Other = "other",
    }
}

impl EdgeKind {
    /// Whether its name is text; elements and hidden edges have an index.
    pub const fn is_named(self) -> bool {
        !matches!(self, EdgeKind::Element | EdgeKind::Hidden)
    }
}
