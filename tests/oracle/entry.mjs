// What the bundle offers: DevTools' own classes, and two ways to open a snapshot with them.
// The bundle runs in Node, in a worker of either kind and in a page; it touches nothing but MessagePorts.
import * as AllocationProfile from "devtools/entrypoints/heap_snapshot_worker/AllocationProfile.ts";
import * as ContextAnalyzer from "devtools/entrypoints/heap_snapshot_worker/ContextAnalyzer.ts";
import * as HeapSnapshot from "devtools/entrypoints/heap_snapshot_worker/HeapSnapshot.ts";
import { HeapSnapshotLoader } from "devtools/entrypoints/heap_snapshot_worker/HeapSnapshotLoader.ts";
import * as HeapSnapshotModel from "devtools/models/heap_snapshot/HeapSnapshotModel.ts";
import { BottomUpProfileDataGridTree } from "devtools/panels/profiler/BottomUpProfileDataGrid.ts";
import { SamplingHeapProfileModel, SamplingHeapProfileNode } from "devtools/panels/profiler/HeapProfileView.ts";
import { TopDownProfileDataGridTree } from "devtools/panels/profiler/TopDownProfileDataGrid.ts";

export { AllocationProfile, ContextAnalyzer, HeapSnapshot, HeapSnapshotLoader, HeapSnapshotModel };
export { BottomUpProfileDataGridTree, SamplingHeapProfileModel, SamplingHeapProfileNode, TopDownProfileDataGridTree };
export const { ComparatorConfig, NodeFilter, SearchConfig } = HeapSnapshotModel;
export const { JSHeapSnapshot, SecondaryInitManager, createJSHeapSnapshotForTesting } = HeapSnapshot;

/**
 * The second of DevTools' two threads: call it in a worker of its own with one end of a MessageChannel.
 * @param {MessagePort} port
 */
export function serveSecondThread(port) {
  return new SecondaryInitManager(port);
}

/**
 * Opens a snapshot; the other end of `port` must be served by `serveSecondThread`.
 * @param {Iterable<string> | AsyncIterable<string>} chunks the file's text in pieces
 * @param {MessagePort} port
 */
export async function openOnTwoThreads(chunks, port) {
  const loader = new HeapSnapshotLoader(undefined);
  for await (const chunk of chunks) loader.write(chunk);
  loader.close();
  return loader.buildSnapshot(port);
}

/**
 * Opens a snapshot with both halves of the work on this thread.
 * @param {Iterable<string> | AsyncIterable<string>} chunks
 */
export async function openOnOneThread(chunks) {
  const { port1, port2 } = new MessageChannel();
  serveSecondThread(port2);
  try {
    return await openOnTwoThreads(chunks, port1);
  } finally {
    port1.close();
    port2.close();
  }
}
