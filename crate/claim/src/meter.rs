//! The meters of the page, by name. What each sees and is blind to is the page's table.

use serde::{Deserialize, Serialize};

/// A meter, in the order of the page's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Meter {
    /// `performance.memory.usedJSHeapSize`.
    JsUsed,
    /// `performance.memory.totalJSHeapSize`.
    JsTotal,
    /// `WebAssembly.Memory` of the lab, in bytes.
    Linear,
    /// Bytes Rust has asked for and not given back.
    Live,
    /// The most `Live` has been in this instance.
    Peak,
    /// Rust allocations not given back.
    Blocks,
    /// Slots in use in wasm-bindgen's externref table.
    Externrefs,
    /// Elements attached to the page's document.
    Nodes,
    /// Units made by scenarios.
    Made,
    /// Units not known to be dead.
    Alive,
    /// `performance.memory.jsHeapSizeLimit`: shown, not sampled.
    JsLimit,
    /// `performance.measureUserAgentSpecificMemory()`: on demand.
    UserAgent,
    /// The process's memory footprint, typed in by the visitor.
    Footprint,
}

impl Meter {
    /// All, in order.
    pub const ALL: [Self; 13] = [
        Self::JsUsed,
        Self::JsTotal,
        Self::Linear,
        Self::Live,
        Self::Peak,
        Self::Blocks,
        Self::Externrefs,
        Self::Nodes,
        Self::Made,
        Self::Alive,
        Self::JsLimit,
        Self::UserAgent,
        Self::Footprint,
    ];

    /// Its name in JSON and on the page's console.
    pub const fn id(self) -> &'static str {
        match self {
            Self::JsUsed => "jsUsed",
            Self::JsTotal => "jsTotal",
            Self::Linear => "linear",
            Self::Live => "live",
            Self::Peak => "peak",
            Self::Blocks => "blocks",
            Self::Externrefs => "externrefs",
            Self::Nodes => "nodes",
            Self::Made => "made",
            Self::Alive => "alive",
            Self::JsLimit => "jsLimit",
            Self::UserAgent => "userAgent",
            Self::Footprint => "footprint",
        }
    }

    /// What it counts in.
    pub const fn unit(self) -> Unit {
        match self {
            Self::Blocks | Self::Externrefs | Self::Nodes | Self::Made | Self::Alive => Unit::Count,
            Self::JsUsed
            | Self::JsTotal
            | Self::Linear
            | Self::Live
            | Self::Peak
            | Self::JsLimit
            | Self::UserAgent
            | Self::Footprint => Unit::Bytes,
        }
    }

    /// Whether it counts, so that the same run reads the same: no claim about it has a tolerance.
    pub const fn exact(self) -> bool {
        matches!(
            self,
            Self::Linear
                | Self::Live
                | Self::Peak
                | Self::Blocks
                | Self::Externrefs
                | Self::Made
                | Self::Alive
        )
    }
}

/// What a number counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Unit {
    /// Bytes, printed as kB and MB of 1,000.
    Bytes,
    /// Things.
    Count,
}

/// A type of memory that `performance.measureUserAgentSpecificMemory()` tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MemoryType {
    /// Objects in V8's heaps.
    JavaScript,
    /// Blink's own objects.
    #[serde(rename = "DOM")]
    Dom,
    /// What all pages of the process share: symbols, internalised strings.
    Shared,
    /// Canvases.
    Canvas,
}

impl MemoryType {
    /// As the browser writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::JavaScript => "JavaScript",
            Self::Dom => "DOM",
            Self::Shared => "Shared",
            Self::Canvas => "Canvas",
        }
    }
}
