//! The meters in words: what each number is, what it sees, and what it is blind to. Native: the page gets them generated.

use claim::Meter;

/// The meters of a sample's row, in order.
pub const SAMPLED: [Meter; 10] = [
    Meter::JsUsed,
    Meter::JsTotal,
    Meter::Linear,
    Meter::Live,
    Meter::Peak,
    Meter::Blocks,
    Meter::Externrefs,
    Meter::Nodes,
    Meter::Made,
    Meter::Alive,
];

/// A meter's definition, as the page prints it.
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// Which meter.
    pub id: Meter,
    /// Its name on the page.
    pub title: &'static str,
    /// Where the number comes from, as code.
    pub source: &'static str,
    /// What is in it.
    pub sees: &'static str,
    /// What is not.
    pub blind: &'static str,
    /// Which browsers have it.
    pub support: &'static str,
}

const CHROMIUM: &str = "Chrome, Edge and other Chromium browsers";
const EVERYWHERE: &str = "every browser with WebAssembly";

/// All meters, sampled ones first in the order of [`SAMPLED`].
pub const METERS: [Definition; 13] = [
    Definition {
        id: Meter::JsUsed,
        title: "JS heap used",
        source: "performance.memory.usedJSHeapSize",
        sees: "Objects in V8's heap, garbage that is not collected yet, and the bytes of ArrayBuffers (in Node.js, \
               heapUsed leaves those out).",
        blind: "WebAssembly memory, DOM internals, canvases, images, Blobs, workers.",
        support: CHROMIUM,
    },
    Definition {
        id: Meter::JsTotal,
        title: "JS heap total",
        source: "performance.memory.totalJSHeapSize",
        sees: "What V8 has reserved for its heap, used or not, and ArrayBuffers.",
        blind: "The same as used.",
        support: CHROMIUM,
    },
    Definition {
        id: Meter::Linear,
        title: "wasm linear memory",
        source: "memory.buffer.byteLength",
        sees: "All pages (64 KiB each) this module's memory has ever grown to.",
        blind: "Whether those pages are in use. It never shrinks.",
        support: EVERYWHERE,
    },
    Definition {
        id: Meter::Live,
        title: "wasm live",
        source: "a counting #[global_allocator]",
        sees: "Bytes Rust has asked for and not given back.",
        blind: "The allocator's own overhead and holes; JavaScript objects that Rust holds.",
        support: EVERYWHERE,
    },
    Definition {
        id: Meter::Peak,
        title: "wasm live, peak",
        source: "a counting #[global_allocator]",
        sees: "The most that was ever live in this instance: why linear memory is as large as it is.",
        blind: "When it was.",
        support: EVERYWHERE,
    },
    Definition {
        id: Meter::Blocks,
        title: "wasm blocks",
        source: "a counting #[global_allocator]",
        sees: "Allocations not given back.",
        blind: "Their sizes.",
        support: EVERYWHERE,
    },
    Definition {
        id: Meter::Externrefs,
        title: "externref slots",
        source: "wasm_bindgen::externref_heap_live_count()",
        sees: "JavaScript values that Rust holds on to.",
        blind: "How large they are.",
        support: EVERYWHERE,
    },
    Definition {
        id: Meter::Nodes,
        title: "DOM elements",
        source: "document.getElementsByTagName('*').length",
        sees: "Elements attached to this page's document.",
        blind: "Detached elements, the usual DOM leak: only DevTools counts those.",
        support: "every browser",
    },
    Definition {
        id: Meter::Made,
        title: "units made",
        source: "this page",
        sees: "Units that scenarios have made since the last reset.",
        blind: "Everything else.",
        support: "every browser",
    },
    Definition {
        id: Meter::Alive,
        title: "units alive",
        source: "WeakRef, one witness a unit; Drop, for units in Rust's heap",
        sees: "Units not yet known to be collected. Counted anew after every full collection.",
        blind: "A unit that is garbage stays in this count until the browser collects it.",
        support: "every browser",
    },
    Definition {
        id: Meter::JsLimit,
        title: "JS heap limit",
        source: "performance.memory.jsHeapSizeLimit",
        sees: "Where V8 gives up and the tab dies.",
        blind: "Limits of other memory: ArrayBuffers and wasm have their own.",
        support: CHROMIUM,
    },
    Definition {
        id: Meter::UserAgent,
        title: "page memory, by type",
        source: "performance.measureUserAgentSpecificMemory()",
        sees: "JavaScript, DOM, canvas and shared memory of the page with its frames and workers, after a collection. \
               It may take 20 seconds.",
        blind: "WebAssembly memory, images, Blobs, GPU memory.",
        support: "Chromium browsers, when the page is cross-origin isolated",
    },
    Definition {
        id: Meter::Footprint,
        title: "process footprint",
        source: "the browser's task manager: Shift+Esc in Chrome",
        sees: "All memory of the page's process: heap, wasm, DOM and the engine itself.",
        blind: "What it is made of; canvases (GPU process) and Blobs (browser process). No page can read it: type it in.",
        support: "no browser offers it to a page",
    },
];

#[cfg(test)]
mod tests {
    use super::{METERS, SAMPLED};

    #[test]
    fn the_table_is_in_the_order_of_the_enum_and_of_the_row() {
        for (place, meter) in METERS.iter().enumerate() {
            assert_eq!(meter.id as usize, place, "{}", meter.title);
        }
        for (place, meter) in SAMPLED.iter().enumerate() {
            assert_eq!(*meter as usize, place);
        }
    }
}
