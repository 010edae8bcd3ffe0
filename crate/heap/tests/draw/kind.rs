//! The types V8 gives to nodes and edges, in the order of its own lists.

macro_rules! kinds {
    ($(#[$about:meta])* $name:ident { $($kind:ident = $word:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub(crate) enum $name { $($kind,)* }

        impl $name {
            pub(crate) const ALL: &[Self] = &[$(Self::$kind,)*];

            /// V8's word for it.
            pub(crate) fn word(self) -> &'static str {
                match self { $(Self::$kind => $word,)* }
            }

            pub(crate) fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.word() == word)
            }
        }
    };
}

kinds! {
    /// What a node is.
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
        ConcatenatedString = "concatenated string",
        SlicedString = "sliced string",
        Symbol = "symbol",
        BigInt = "bigint",
        ObjectShape = "object shape",
        WasmObject = "wasm object",
    }
}

kinds! {
    /// What an edge is.
    EdgeKind {
        Context = "context",
        Element = "element",
        Property = "property",
        Internal = "internal",
        Hidden = "hidden",
        Shortcut = "shortcut",
        Weak = "weak",
    }
}

impl EdgeKind {
    /// Such an edge carries a number; every other carries a name.
    pub(crate) fn is_numbered(self) -> bool {
        matches!(self, Self::Element | Self::Hidden)
    }
}
