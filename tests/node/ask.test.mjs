// Questions in Node, beside what DevTools says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Inspector, fixture, oracle } from "./site.mjs";

const inspector = await Inspector.load();
/** @param {string} name */
const open = async (name) => (await inspector.open(await fixture(`${name}.gz`))).file;
const ALL = { from: 0, to: 1e9 };

const mixed = await open("node-mixed.heapsnapshot");
const expected = await oracle("node-mixed");

test("the summary has DevTools' rows, sorted and by range", () => {
  const rows = expected.classes.toSorted((a, b) => b[5] - a[5]);
  const all = inspector.ask("summary", mixed, { by: "retained", descending: true, ...ALL });
  assert.equal(all.count, rows.length);
  assert.ok(all.retained instanceof Float64Array && all.objects instanceof Uint32Array);
  assert.deepEqual(
    [...all.retained],
    rows.map((row) => row[5]),
  );
  const byKey = new Map(rows.map((row) => [row[0], row]));
  all.key.forEach((key, at) => {
    const row = byKey.get(key);
    assert.deepEqual(
      [all.name[at], all.objects[at], all.distance[at], all.shallow[at]],
      [row[1], row[2], row[3], row[4]],
    );
  });
  const part = inspector.ask("summary", mixed, { by: "retained", descending: true, from: 3, to: 5 });
  assert.equal(part.count, rows.length);
  assert.deepEqual(part.key, all.key.slice(3, 5));
});

test("filters, names and statistics are DevTools'", () => {
  const rows = expected.filters.objectsRetainedByContexts;
  const page = inspector.ask("summary", mixed, { filter: { only: "contexts" }, by: "name", ...ALL });
  assert.equal(page.count, rows.length);
  assert.equal(
    page.retained.reduce((a, b) => a + b, 0),
    rows.reduce((sum, row) => sum + row[5], 0),
  );
  const named = inspector.ask("summary", mixed, { named: "weakref", by: "name", ...ALL });
  assert.ok(named.count > 0 && named.name.every((name) => name.toLowerCase().includes("weakref")));
  const { v8heap, native, total } = expected.statistics;
  const ours = inspector.ask("statistics", mixed);
  assert.deepEqual(ours, {
    total,
    native: native.total,
    typedArrays: native.typedArrays,
    v8: v8heap.total,
    code: v8heap.code,
    jsArrays: v8heap.jsArrays,
    strings: v8heap.strings,
    system: v8heap.system,
    unreached: 0,
    unreachedSize: 0,
  });
});

test("objects, their fields, retainers, dominators and paths", () => {
  for (const { key, ids } of expected.instances.slice(0, 5)) {
    const page = inspector.ask("instances", mixed, { key, by: "retained", descending: true, from: 0, to: ids.length });
    assert.deepEqual([...page.id], ids);
  }
  const walk = expected.walks.find((walk) => walk.retainers.total > 1);
  const {
    node: [node],
  } = inspector.ask("objectOf", mixed, walk.id);
  assert.equal(node, walk.ordinal);
  const retainers = inspector.ask("retainers", mixed, { node, by: "file", ...ALL });
  assert.equal(retainers.count, walk.retainers.total);
  assert.deepEqual(
    retainers.edgeName.slice(0, 200),
    walk.retainers.rows.map((row) => row[0]),
  );
  const fields = inspector.ask("fields", mixed, { node, by: "file", ...ALL });
  assert.equal(fields.count, walk.edges.total);
  assert.deepEqual([...inspector.ask("dominators", mixed, node).node], walk.dominators);
  const { list, held } = inspector.ask("paths", mixed, { node, most: 3 });
  assert.equal(held, "strongly");
  assert.equal(list[0].node.length, list[0].label.length);
  const without = inspector.ask("retainers", mixed, { node, ignored: [retainers.node[0]], by: "distance", ...ALL });
  assert.equal(
    [...without.ignored].filter(Boolean).length,
    [...retainers.node].filter((other) => other === retainers.node[0]).length,
  );
});

test("what would be freed, and who holds independently", () => {
  const { key } = expected.instances.find(({ ids }) => ids.length > 3);
  const {
    node: [node],
    retained: [retained],
  } = inspector.ask("instances", mixed, { key, by: "retained", descending: true, from: 0, to: 1 });
  assert.equal(inspector.ask("whatIf", mixed, { nodes: [node] }).bytes, retained);
  const holders = inspector.ask("holders", mixed, { nodes: [node] });
  assert.equal(holders.all.bytes, retained);
  assert.ok(["edges", "held", "free", "limit"].includes(holders.smallest));
});

test("comparisons are DevTools', and what grows is found", async () => {
  const [before, after, last] = await Promise.all(
    ["before", "after", "last"].map((name) => open(`node-pair-${name}.heapsnapshot`)),
  );
  const { rows } = await oracleDiff("node-pair");
  const page = inspector.ask("comparison", after, { before, by: "sizeDelta", descending: true, ...ALL });
  assert.equal(page.count, rows.length);
  const byKey = new Map(rows.map((/** @type {any[]} */ row) => [row[0], row]));
  page.key.forEach((key, at) => {
    const ours = [
      page.addedCount[at],
      page.removedCount[at],
      page.countDelta[at],
      page.addedSize[at],
      page.removedSize[at],
      page.sizeDelta[at],
    ];
    assert.deepEqual(ours, byKey.get(key).slice(2));
  });
  const key = page.key[page.name.indexOf("Session")];
  const added = inspector.ask("compared", after, { before, key, by: "id", ...ALL });
  assert.equal(added.count, page.addedCount[page.key.indexOf(key)]);
  const stayed = inspector.ask("stillThere", last, {
    first: before,
    second: after,
    by: "retained",
    descending: true,
    ...ALL,
  });
  assert.ok(stayed.name.includes("Session"));
  const growth = inspector.ask("growth", last, { before: [before, after], most: 10 });
  assert.ok(growth.collections.every(({ references }) => references.length === 3));
  const found = inspector.ask("findings", last, { before: [before, after], actions: 10 });
  assert.ok(found.list.some(({ pattern }) => pattern === "growing-collection"));
  inspector.close(before);
  assert.throws(() => inspector.ask("comparison", after, { before, by: "name", ...ALL }), {
    code: "session.no-such-file",
  });
});

test("findings point to objects", () => {
  const { list } = inspector.ask("findings", mixed, { usual: true });
  assert.ok(list[0].evidence[0].retained > 0);
  const page = inspector.ask("foundObjects", mixed, { finding: 0, from: 0, to: 5 });
  assert.ok(page.count > 0 && page.node.length <= 5);
});

test("timelines tell when and by whom", async () => {
  const file = await open("node-timeline.heaptimeline");
  const { samples, allocation } = await oracle("node-timeline");
  const intervals = inspector.ask("intervals", file);
  assert.deepEqual([...intervals.alive], samples.sizes);
  const tops = inspector.ask("allocations", file, ALL);
  assert.equal(tops.count, allocation.tops.length);
  const { id, rows } = allocation.classesOf.find(({ rows }) => rows.length > 0);
  const top = allocation.tops.findIndex((top) => top[0] === id);
  const path = [tops.function[top]];
  const left = inspector.ask("allocated", file, { path, by: "name", ...ALL });
  assert.equal(left.count, rows.length);
  const objects = inspector.ask("allocatedObjects", file, { path, key: left.key[0], by: "id", ...ALL });
  assert.equal(objects.count, left.objects[0]);
  assert.throws(() => inspector.ask("intervals", mixed), { code: "ask.not-recorded" });
});

test("profiles tell functions, callees and other formats", async () => {
  const file = await open("node-sampling.heapprofile");
  const functions = inspector.ask("functions", file, { by: "own", descending: true, ...ALL });
  assert.ok(functions.own[0] >= functions.own[1]);
  const callees = inspector.ask("callees", file, { node: 0, by: "total", descending: true, ...ALL });
  assert.equal(callees.node.length, callees.count);
  const speedscope = JSON.parse(
    new TextDecoder().decode(inspector.ask("exportProfile", file, { format: "speedscope", name: "x" })),
  );
  assert.equal(speedscope.profiles[0].unit, "bytes");
  assert.throws(() => inspector.ask("summary", file, { by: "name", ...ALL }), { code: "session.other-kind" });
});

test("wrong requests are refused with the reason, and nothing is lost", () => {
  const error = /** @type {any} */ (
    catching(() => inspector.ask("summary", mixed, /** @type {any} */ ({ by: "colour", from: 0, to: 1 })))
  );
  assert.equal(error.code, "session.bad-request");
  assert.match(error.message, /colour/);
  assert.throws(() => inspector.ask("fields", mixed, { node: 1e9, by: "file", ...ALL }), {
    code: "ask.no-such-object",
  });
  assert.throws(() => inspector.ask("instances", mixed, { key: ",Nobody", by: "file", ...ALL }), {
    code: "ask.no-such-class",
  });
  assert.throws(() => inspector.ask("whatIf", mixed, { edges: [4e9] }), { code: "ask.no-such-edge" });
  assert.ok(inspector.ask("overview", mixed).nodes > 0);
});

/** @param {string} name */
async function oracleDiff(name) {
  const text = await (await fixture(`${name}.diff.json.gz`)).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(text).json();
}

/** @param {() => void} call */
function catching(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
}
