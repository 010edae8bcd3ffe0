//! Heap snapshots of a page, as the Memory tab takes them.

use std::sync::Arc;

use heap::{Analysis, Reader, Snapshot};
use serde_json::json;

use crate::Page;

impl Page {
    /// Takes a heap snapshot, and reads it while it comes.
    ///
    /// # Panics
    /// If it cannot be read.
    pub async fn snapshot(&self) -> Arc<Snapshot> {
        let mut reader = Reader::new(None);
        self.each_chunk(|chunk| reader.feed(chunk.as_bytes()).expect("a heap snapshot"))
            .await;
        let graph = reader.finish().expect("a whole heap snapshot");
        Arc::new(Analysis::new(graph).finish())
    }

    /// Takes a heap snapshot and gives the file's text.
    ///
    /// # Panics
    /// If the browser does not give one.
    pub async fn snapshot_text(&self) -> String {
        let mut text = String::new();
        self.each_chunk(|chunk| text.push_str(chunk)).await;
        text
    }

    async fn each_chunk(&self, mut use_chunk: impl FnMut(&str)) {
        let mut events = self.events();
        let mut hear = |event: &crate::protocol::Event| {
            if event.method == "HeapProfiler.addHeapSnapshotChunk" {
                use_chunk(event.params["chunk"].as_str().expect("a chunk is text"));
            }
        };
        // The panel asks for the names of the browser's own objects, too.
        let options = json!({ "reportProgress": false, "exposeInternals": true });
        let mut taken = std::pin::pin!(self.call("HeapProfiler.takeHeapSnapshot", options));
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
