//! Heap snapshots of a page, as the Memory tab takes them.

use std::sync::Arc;

use futures_util::StreamExt;
use heap::{Analysis, Reader, Snapshot};
use serde_json::json;

use crate::{Event, Page};

const TAKE: &str = "HeapProfiler.takeHeapSnapshot";

impl Page {
    /// Takes a heap snapshot, and reads it while it comes.
    ///
    /// # Panics
    /// If it cannot be read.
    pub async fn snapshot(&self) -> Arc<Snapshot> {
        self.read(TAKE).await
    }

    /// Takes a heap snapshot and gives the file's text.
    ///
    /// # Panics
    /// If the browser does not give one.
    pub async fn snapshot_text(&self) -> String {
        let mut text = String::new();
        self.each_chunk(TAKE, |chunk| text.push_str(chunk)).await;
        text
    }

    /// Begins an allocation timeline with stacks.
    pub async fn begin_timeline(&self) {
        let with_stacks = json!({ "trackAllocations": true });
        self.call("HeapProfiler.startTrackingHeapObjects", with_stacks)
            .await;
    }

    /// Ends it.
    ///
    /// # Panics
    /// If it cannot be read.
    pub async fn end_timeline(&self) -> Arc<Snapshot> {
        self.read("HeapProfiler.stopTrackingHeapObjects").await
    }

    async fn read(&self, command: &str) -> Arc<Snapshot> {
        let mut reader = Reader::new(None);
        let feed = |chunk: &str| reader.feed(chunk.as_bytes()).expect("a heap snapshot");
        self.each_chunk(command, feed).await;
        let graph = reader.finish().expect("a whole heap snapshot");
        Arc::new(Analysis::new(graph).finish())
    }

    async fn each_chunk(&self, command: &str, mut use_chunk: impl FnMut(&str)) {
        let mut events = self.events();
        let mut hear = |event: &Event| {
            if event.method == "HeapProfiler.addHeapSnapshotChunk" {
                use_chunk(event.params["chunk"].as_str().expect("a chunk is text"));
            }
        };
        // The panel asks for the names of the browser's own objects, too.
        let options = json!({ "reportProgress": false, "exposeInternals": true });
        let mut taken = std::pin::pin!(self.call(command, options));
        loop {
            tokio::select! {
                Some(event) = events.next() => hear(&event),
                _ = &mut taken => break,
            }
        }
        // Every chunk came before the answer to the command.
        while let Some(event) = events.waiting() {
            hear(&event);
        }
    }
}
