// What a timeline adds: samples, and the functions that allocated.
import { lib, orError } from "../open.mjs";
import { classRows } from "./classes.mjs";

const FIELDS = [
  "id",
  "name",
  "scriptName",
  "scriptId",
  "line",
  "column",
  "count",
  "size",
  "liveCount",
  "liveSize",
  "hasChildren",
];

const row = (entry) => FIELDS.map((field) => entry[field]);

function callers(snapshot, id) {
  const { nodesWithSingleCaller, branchingCallers } = snapshot.allocationNodeCallers(id);
  return { id, single: nodesWithSingleCaller.map(row), branching: branchingCallers.map(row) };
}

function stacks(snapshot) {
  const found = [];
  const step = Math.max(1, snapshot.nodeCount >> 10);
  for (let ordinal = 0; ordinal < snapshot.nodeCount && found.length < 50; ordinal += step) {
    const frames = snapshot.allocationStack(ordinal * snapshot.nodeFieldCount);
    if (frames)
      found.push({ ordinal, frames: frames.map((f) => [f.functionName, f.scriptName, f.scriptId, f.line, f.column]) });
  }
  return found;
}

/** @param {any} snapshot */
export function allocation(snapshot) {
  if (!snapshot.profile.snapshot.trace_function_count) return undefined;
  return orError(() => {
    const tops = snapshot.allocationTracesTops();
    return {
      fields: FIELDS,
      tops: tops.map(row),
      callers: tops
        .slice(0, 8)
        .filter((top) => top.hasChildren)
        .map((top) => callers(snapshot, top.id)),
      classesOf: tops
        .slice(0, 4)
        .filter((top) => top.hasChildren)
        .map(({ id }) => ({
          id,
          rows: orError(() => classRows(snapshot, Object.assign(new lib.NodeFilter(), { allocationNodeId: id }))),
        })),
      stacks: stacks(snapshot),
    };
  });
}
