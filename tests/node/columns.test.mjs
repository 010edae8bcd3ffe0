// What of an answer is handed over instead of copied.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Inspector, fixture, load } from "./site.mjs";

const { columnsOf } = await load("inspect/columns.js");
const inspector = await Inspector.load();
const { file } = await inspector.open(await fixture("node-mixed.heapsnapshot.gz"));

/** Every typed array in an answer, found by looking everywhere. @param {any} answer @returns {any[]} */
function arraysIn(answer) {
  if (ArrayBuffer.isView(answer)) return [answer];
  return answer && typeof answer === "object" ? Object.values(answer).flatMap(arraysIn) : [];
}

test("bytes that are an answer are handed over, without a look at each of them", async () => {
  const { file } = await inspector.open(await fixture("node-sampling.heapprofile.gz"));
  const bytes = inspector.ask("exportProfile", file, { format: "speedscope", name: "x" });
  assert.deepEqual([...columnsOf(bytes)], [bytes.buffer]);
  assert.equal(bytes.byteLength, bytes.buffer.byteLength);
  structuredClone(bytes, { transfer: [...columnsOf(bytes)] });
  assert.equal(bytes.length, 0);
});

test("all columns are, however deep they stand, and the answer arrives whole", () => {
  const { node } = inspector.ask("instances", file, { key: ",Map", by: "retained", descending: true, from: 0, to: 5 });
  for (const answer of [
    inspector.ask("summary", file, { by: "name", from: 0, to: 1e9 }),
    inspector.ask("paths", file, { node: node[0], most: 3 }),
    inspector.ask("holders", file, { nodes: [...node] }),
    inspector.ask("findings", file, { usual: true }),
    inspector.ask("overview", file),
  ]) {
    const before = structuredClone(answer);
    const found = [...columnsOf(answer)];
    assert.deepEqual(new Set(found), new Set(arraysIn(answer).map(({ buffer }) => buffer)));
    const after = structuredClone(answer, { transfer: found });
    assert.deepEqual(after, before);
    assert.ok(arraysIn(answer).every(({ byteLength }) => byteLength === 0));
  }
});

test("nothing of a blob, a text or nothing", () => {
  for (const answer of [new Blob(["x"]), { file: new Blob(["x"]), summary: { kept: 1 } }, "text", null, undefined]) {
    assert.equal(columnsOf(answer).size, 0);
  }
});
