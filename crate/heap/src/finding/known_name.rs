//! Names that patterns look for, recognised in one pass over the table of strings.

use rustc_hash::FxHashMap;

use crate::{EdgeIx, Graph, NodeIx, ground::bits::Bits, text::stem::stem};

macro_rules! words {
    ($($(#[$doc:meta])* $word:ident = $text:literal,)*) => {
        /// A name with a meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum KnownName { Other, $($(#[$doc])* $word,)* }

        impl KnownName {
            /// All but `Other`.
            pub(crate) const ALL: &[(KnownName, &str)] = &[$((KnownName::$word, $text),)*];
        }
    };
}

words! {
    // Objects.
    Array = "Array",
    AsyncContextFrame = "AsyncContextFrame",
    FinalizationRegistry = "FinalizationRegistry",
    Map = "Map",
    Memory = "Memory",
    Object = "Object",
    Immediate = "Immediate",
    Promise = "Promise",
    Set = "Set",
    Table = "Table",
    Timeout = "Timeout",
    NodeListener = "Listener",
    WeakMap = "WeakMap",
    WeakRef = "WeakRef",
    WeakSet = "WeakSet",
    WebAssemblyInstance = "WebAssembly.Instance",
    WebAssemblyMemory = "WebAssembly.Memory",
    WebAssemblyTable = "WebAssembly.Table",
    // V8's own.
    ArrayBufferData = "system / JSArrayBufferData",
    CallSiteInfo = "system / CallSiteInfo",
    Context = "system / Context",
    ErrorStackData = "system / ErrorStackData",
    Hole = "system / Hole",
    MapShape = "system / Map",
    NativeContext = "system / NativeContext",
    Oddball = "system / Oddball",
    WeakCell = "system / WeakCell",
    PromiseReaction = "system / PromiseReaction",
    GlobalHandles = "(Global handles)",
    // Blink's.
    DomTimer = "DOMTimer",
    EventListener = "EventListener",
    InternalNode = "InternalNode",
    V8EventListener = "V8EventListener",
    EventTargetData = "blink::EventTargetData",
    HtmlDocument = "HTMLDocument",
    IntersectionObserver = "IntersectionObserver",
    MutationObserver = "MutationObserver",
    PerformanceObserver = "PerformanceObserver",
    RegisteredEventListener = "blink::RegisteredEventListener",
    ResizeObserver = "ResizeObserver",
    Window = "Window",
    // Edges.
    BackingStore = "backing_store",
    BoundFunction = "bound_function",
    Callback = "callback",
    Constructor = "constructor",
    ContextEdge = "context",
    Elements = "elements",
    Events = "_events",
    Extension = "extension",
    Function = "function",
    JavascriptToNative = "javascript_to_native",
    Length = "length",
    NativeToJavascript = "native_to_javascript",
    OnTimeout = "_onTimeout",
    OwnerSymbol = "<symbol owner_symbol>",
    Parent = "parent",
    /// Of a scope, the outer one; in Node's lists, the neighbour.
    Previous = "previous",
    Properties = "properties",
    Proto = "__proto__",
    ReactionsOrResult = "reactions_or_result",
    ResourceStore = "<symbol kResourceStore>",
    ScopeInfo = "scope_info",
    Shared = "shared",
    Symbol = "<symbol>",
    TableEdge = "table",
    Target = "target",
    Value = "value",
    WbgPtr = "__wbg_ptr",
}

/// The word of each string.
pub(crate) struct KnownNames(Vec<KnownName>);

impl KnownNames {
    pub(crate) fn new(graph: &Graph) -> Self {
        let known: FxHashMap<&[u8], KnownName> = KnownName::ALL
            .iter()
            .map(|(word, text)| (text.as_bytes(), *word))
            .collect();
        let word = |text| known.get(stem(text)).copied().unwrap_or(KnownName::Other);
        Self(graph.strings.iter().map(word).collect())
    }

    /// Of each string whether its word is one of these.
    pub(crate) fn among(&self, words: &[KnownName]) -> Bits {
        let mut among = Bits::new(self.0.len());
        for (string, word) in (0..).zip(&self.0) {
            if words.contains(word) {
                among.set(string);
            }
        }
        among
    }

    #[inline]
    pub(crate) fn node(&self, graph: &Graph, node: NodeIx) -> KnownName {
        self.string(graph.nodes.name[node.0 as usize])
    }

    /// Only what has a name has a word.
    #[inline]
    pub(crate) fn edge(&self, graph: &Graph, edge: EdgeIx) -> KnownName {
        if graph.edge_kind(edge).is_named() {
            self.string(graph.edges.name[edge.0 as usize])
        } else {
            KnownName::Other
        }
    }

    #[inline]
    fn string(&self, string: u32) -> KnownName {
        self.0
            .get(string as usize)
            .copied()
            .unwrap_or(KnownName::Other)
    }
}
