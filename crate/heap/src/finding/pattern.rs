//! What can be found, and what to do about it.

use super::certainty::Certainty;

macro_rules! patterns {
    ($($(#[$doc:meta])* $pattern:ident = $id:literal, $alone:ident, $title:literal, $advice:literal;)*) => {
        /// A shape that leaks usually have.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Pattern { $($(#[$doc])* $pattern,)* }

        impl Pattern {
            /// All patterns, in the order of the documentation.
            pub const ALL: &[Pattern] = &[$(Pattern::$pattern,)*];

            /// The stable name.
            pub const fn id(self) -> &'static str {
                match self { $(Pattern::$pattern => $id,)* }
            }

            /// How sure a finding is in one file.
            pub(crate) const fn alone(self) -> Certainty {
                match self { $(Pattern::$pattern => Certainty::$alone,)* }
            }

            /// Whether more than its objects belongs to them.
            pub(crate) const fn has_parts(self) -> bool {
                self.calls() || matches!(self, Pattern::OpenHandles | Pattern::AsyncStores)
            }

            /// Whether its objects call functions.
            pub(crate) const fn calls(self) -> bool {
                matches!(self, Pattern::Timers | Pattern::Listeners | Pattern::Observers)
            }

            /// Whether it is a leak wherever it is found, in a single file, too.
            pub const fn is_leak_alone(self) -> bool {
                matches!(self, Pattern::DetachedWindow | Pattern::FinalizationHeld | Pattern::ScopeChain)
            }

            /// What it is called.
            pub const fn title(self) -> &'static str {
                match self { $(Pattern::$pattern => $title,)* }
            }

            /// What to do about it.
            pub const fn advice(self) -> &'static str {
                match self { $(Pattern::$pattern => $advice,)* }
            }
        }
    };
}

patterns! {
    /// DOM nodes in no document.
    DetachedTree = "detached-tree", ShapedLikeALeak, "Detached DOM trees",
        "These nodes were removed from the document, or never put there, but something still refers to one of them, and one keeps its whole tree. Drop the reference when you remove the node, or keep a WeakRef.";
    /// Globals of removed frames and closed windows.
    DetachedWindow = "detached-window", ShapedLikeALeak, "Windows of removed frames",
        "One reference into a removed iframe or a closed popup keeps everything it had: its window, its functions, its document. Drop what came from the frame before you remove it, or exchange messages instead of objects.";
    /// Maps, sets, arrays and dictionaries with very many entries.
    LargeCollection = "large-collection", MerelyLarge, "Large collections",
        "Check whether anything ever removes entries. A cache needs a limit; what is kept per object belongs in a WeakMap.";
    /// Maps with string keys, and objects with very many properties.
    KeyedCache = "keyed-cache", MerelyLarge, "Caches keyed by strings",
        "Each new key adds an entry. If the keys are made of what a user or a request brings, there is no end to them: set a limit (an LRU cache), let entries expire, or key by an object in a WeakMap.";
    /// Collections with more entries in every snapshot.
    GrowingCollection = "growing-collection", Grows, "Collections that grow",
        "Entries are added from snapshot to snapshot, and fewer or none go. If the same work was done each time, this is where it piles up: pair every addition with a removal, or set a limit.";
    /// Objects below which more hangs in every snapshot.
    GrowingObject = "growing-object", Grows, "Objects that retain more and more",
        "What these objects hold grows from snapshot to snapshot, although no known pattern says how. Look at their fields in the last file (`leak-heap fields`, or the Containment view) for what is new.";
    /// Constructors that grow by the same number of objects at every step.
    GrowingClasses = "growing-classes", Grows, "Constructors that grow in even steps",
        "So many objects of each come with every action and stay. They are what leaks, not what holds it: ask for the paths to one of them.";
    /// Objects chained by a property.
    LinkedList = "linked-list", ShapedLikeALeak, "Linked lists",
        "Each element keeps the next, so that one reference to the head keeps all. Check whether anything ever takes elements out.";
    /// Objects of one class that lead to several others of it.
    Trees = "trees", MerelyLarge, "Trees and graphs",
        "One reference to the root keeps all of it, and where nodes know their parent one reference to any node. Check whether anything ever takes branches out, and drop what leads into a tree that is done with.";
    /// Scopes that lead to each other.
    ScopeChain = "scope-chain", ShapedLikeALeak, "Scopes that keep the one before",
        "A variable of each scope leads to the scope of an earlier call, though the function that used it may be gone: all closures of a call share one scope. Set the variable to null at the end of the call, or hand over what is needed as an argument.";
    /// Collections with the same entries.
    SharedEntries = "shared-entries", MerelyLarge, "Collections that share their entries",
        "Neither of these collections retains the entries alone, together they do. What is removed from one has to be removed from all.";
    /// Held values that reach the target.
    FinalizationHeld = "finalization-held", ShapedLikeALeak, "Finalization registries that keep their targets",
        "What a FinalizationRegistry will hand over refers to the object it waits for: neither ever goes. Hand over an id or a WeakRef, nothing that reaches the target.";
    /// Ports, sockets, servers, workers, watchers.
    OpenHandles = "open-handles", ShapedLikeALeak, "Open handles",
        "Node or the browser keeps these for as long as they are open, with their listeners. Close them: port.close(), socket.destroy(), server.close(), worker.terminate(), watcher.close().";
    /// Native contexts.
    Realms = "realms", ShapedLikeALeak, "Realms",
        "Each realm (a frame, a window, a context of node:vm) has its own globals and built-ins, about a megabyte. One object from it that is kept keeps all of it.";
    /// Closures made by one call share all of its captured variables.
    SharedScope = "shared-scope", ShapedLikeALeak, "Closures that share a scope",
        "All closures made in one call share one scope: each keeps every captured variable alive, also those that only another one uses. Put the heavy variable in a scope of its own, or set it to null when it is done.";
    /// Timers that are still armed.
    Timers = "timers", ShapedLikeALeak, "Timers that are never cleared",
        "An armed timer keeps its callback and all that it can see. Keep what setInterval and setTimeout return and clear it when its owner goes.";
    /// Event listeners.
    Listeners = "listeners", ShapedLikeALeak, "Listeners of the same function",
        "The same listener was added again and again. Remove it when its owner goes: removeEventListener with the same function, an AbortSignal for all of them, or off() for an EventEmitter.";
    /// `MutationObserver` and its relatives.
    Observers = "observers", ShapedLikeALeak, "Observers that are never disconnected",
        "An observer keeps its callback for as long as it observes. Call disconnect() when its owner goes.";
    /// Promises somebody still waits for.
    PendingPromises = "pending-promises", ShapedLikeALeak, "Promises that never settle",
        "Who waits for a promise is kept until it settles. Settle or reject it when the answer cannot come any more (a timeout, an abort), delete kept resolve functions, and do not race against one long-lived promise.";
    /// Stores of `AsyncLocalStorage`.
    AsyncStores = "async-stores", ShapedLikeALeak, "Stores of async contexts",
        "Whatever is begun in a request's async context (a timer, a socket, a promise) keeps the store of that request until it ends. End it with the request; begin what lives longer outside (AsyncLocalStorage.exit(), or a snapshot() taken at start), and keep little in the store.";
    /// Objects that were logged.
    Console = "console", ShapedLikeALeak, "Objects kept by the console",
        "While DevTools is open, or was, the console keeps what was logged. Log copies or ids, or clear the console before you measure.";
    /// Slices of large strings.
    SlicedStrings = "sliced-strings", ShapedLikeALeak, "Slices that keep large strings",
        "A part of a string refers to the whole. Make an independent copy of the part before you keep it, for instance by way of JSON or a TextDecoder.";
    /// Storage for entries that are gone.
    Capacity = "capacity", MerelyLarge, "Capacity of emptied collections",
        "Arrays emptied by pop() or splice(), WeakMap and WeakSet keep the storage of their best days. Set length = 0, or replace the collection by a new one.";
    /// `WeakRef`s whose target was collected.
    EmptyWeakRefs = "empty-weak-refs", ShapedLikeALeak, "Empty WeakRefs",
        "The targets are gone, but the WeakRefs and the places that hold them remain. Remove them when deref() gives undefined, or with a FinalizationRegistry.";
    /// Errors with their stacks.
    ErrorFrames = "error-frames", ShapedLikeALeak, "Errors that hold their frames",
        "A kept Error holds the frames of its stack, with functions and receivers. Keep its message and its stack text instead.";
    /// Binary data.
    ArrayBuffers = "array-buffers", MerelyLarge, "Buffers",
        "The bytes of a buffer lie outside of the object, and the smallest view keeps all of them. Keep a copy of the part you need (slice), transfer what you hand over, and drop the rest.";
    /// JavaScript objects in a table of WebAssembly.
    HeldByWasm = "held-by-wasm", ShapedLikeALeak, "Objects held by WebAssembly",
        "Rust (or C++) holds these through an externref table, where the garbage collector cannot look further. Drop the JsValue or the Closure that holds them; Closure::forget() never does.";
    /// Objects of wasm-bindgen that own memory of Rust's.
    WasmStructs = "wasm-structs", ShapedLikeALeak, "Structs of WebAssembly never freed",
        "Each small object owns a struct in linear memory, whose size is not in this file. Call free(), use `using`, or let the object go: the collector frees it then, some time later.";
    /// Linear memory.
    WasmMemory = "wasm-memory", MerelyLarge, "Linear memory of WebAssembly",
        "Linear memory never shrinks: its size is that of its best day. Look at the allocator's live bytes to tell a leak from a peak; make the peak smaller, or drop the instance to give all of it back.";
}
