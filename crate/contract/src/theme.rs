use serde::Serialize;

/// Where a leak's mechanism is: the folder that a scenario lies in. In the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Theme {
    /// Globals, classes, closures, capacity.
    Heap,
    /// Caches, maps, weak references.
    Cache,
    /// Timers, listeners, observers, animation.
    Callback,
    /// The document.
    Dom,
    /// Frames, windows, workers, channels.
    Frame,
    /// Buffers, blobs, media, the GPU, streams.
    Buffer,
    /// Strings, code, numbers.
    Text,
    /// Promises, async functions, generators.
    Promise,
    /// The console, and `DevTools` itself.
    Console,
    /// Rust's own heap in linear memory.
    Memory,
    /// Between Rust's heap and JavaScript's.
    Bridge,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Heap,
        Self::Cache,
        Self::Callback,
        Self::Dom,
        Self::Frame,
        Self::Buffer,
        Self::Text,
        Self::Promise,
        Self::Console,
        Self::Memory,
        Self::Bridge,
    ];

    /// Its name on the page.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Heap => "Objects, classes, closures",
            Self::Cache => "Caches and weak references",
            Self::Callback => "Timers and listeners",
            Self::Dom => "The document",
            Self::Frame => "Frames and workers",
            Self::Buffer => "Buffers, blobs, graphics",
            Self::Text => "Strings and code",
            Self::Promise => "Promises and generators",
            Self::Console => "The console and DevTools",
            Self::Memory => "WebAssembly memory",
            Self::Bridge => "Between Rust and JavaScript",
        }
    }

    /// The theme of a folder.
    pub const fn of(folder: &str) -> Option<Self> {
        Some(match folder.as_bytes() {
            b"heap" => Self::Heap,
            b"cache" => Self::Cache,
            b"callback" => Self::Callback,
            b"dom" => Self::Dom,
            b"frame" => Self::Frame,
            b"buffer" => Self::Buffer,
            b"text" => Self::Text,
            b"promise" => Self::Promise,
            b"console" => Self::Console,
            b"memory" => Self::Memory,
            b"bridge" => Self::Bridge,
            _ => return None,
        })
    }
}
