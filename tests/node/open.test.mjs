// Opening files in Node, without any page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Inspector, fixture, oracle, unpacked } from "./site.mjs";

const inspector = await Inspector.load();
const SNAPSHOT = "node-deep.heapsnapshot.gz";

test("a compressed file, its bytes and a stream of them give the same", async () => {
  const { totals } = await oracle("node-deep");
  const bytes = await unpacked(SNAPSHOT);
  const stream = new Blob([bytes]).stream();
  for (const source of [await fixture(SNAPSHOT), bytes, stream]) {
    const { file, overview } = await inspector.open(source, { name: "x" });
    assert.equal(overview.kind, "snapshot");
    assert.deepEqual([overview.nodes, overview.edges, overview.total], [totals.nodes, totals.edges, totals.totalSize]);
    inspector.close(file);
  }
});

test("timelines and profiles are known by what they hold", async () => {
  for (const [name, kind] of [
    ["node-timeline.heaptimeline.gz", "timeline"],
    ["node-sampling.heapprofile.gz", "profile"],
  ]) {
    const { file, overview } = await inspector.open(await fixture(name));
    assert.equal(overview.kind, kind);
    inspector.close(file);
  }
});

test("progress goes from nothing to all, by named phases", async () => {
  const seen = [];
  await inspector.open(await unpacked(SNAPSHOT), { onProgress: (progress) => seen.push(progress) });
  const fractions = seen.map(({ fraction }) => fraction);
  assert.deepEqual(
    fractions,
    fractions.toSorted((a, b) => a - b),
  );
  assert.equal(fractions.at(-1), 1);
  assert.ok(new Set(seen.map(({ title }) => title)).size > 8);
});

test("opening can be cancelled while it reads and while it calculates", async () => {
  const bytes = await unpacked(SNAPSHOT);
  for (const during of ["Reading", "Calculating distances"]) {
    const controller = new AbortController();
    const onProgress = ({ title }) => title === during && controller.abort();
    await assert.rejects(inspector.open(bytes, { signal: controller.signal, onProgress }), { code: "run.cancelled" });
  }
});

test("several files are open at once, and a closed one is gone", async () => {
  const one = await inspector.open(await fixture(SNAPSHOT));
  const two = await inspector.open(await fixture("node-mixed.heapsnapshot.gz"));
  assert.notEqual(inspector.ask("overview", one.file).nodes, inspector.ask("overview", two.file).nodes);
  inspector.close(one.file);
  assert.throws(() => inspector.ask("overview", one.file), { code: "session.no-such-file" });
  assert.ok(inspector.ask("overview", two.file).nodes > 0);
});

test("a file without its end opens where the caller allows it", async () => {
  const bytes = (await unpacked(SNAPSHOT)).slice(0, -100_000);
  const error = await inspector.open(bytes).catch((error) => error);
  assert.equal(error.code, "file.truncated");
  assert.equal(error.problem.partial, true);
  const { overview } = await inspector.open(bytes, { partial: true });
  assert.ok(overview.missingNames > 0);
});

test("what is no heap file has a code and advice", async () => {
  const text = (/** @type {string} */ text) => new TextEncoder().encode(text);
  for (const [bytes, code] of [
    [text(""), "file.empty"],
    [text("hello"), "file.not-json"],
    [text("[1, 2]"), "file.other-json"],
    [text('{"a": 1}'), "file.other-json"],
    [text('{"snapshot": {}}'), "heap.meta"],
    [new Uint8Array([0x1f, 0x8b, 8, 0]), "file.truncated"],
  ]) {
    const error = await inspector.open(bytes).catch((error) => error);
    assert.equal(error.code, code, error);
    assert.ok(error.problem.advice.length > 20);
  }
});

test("a question there is not, and one at the wrong time, are refused", async () => {
  assert.throws(() => inspector.ask("constructor", 1), { code: "session.no-such-question" });
  assert.throws(() => inspector.ask("overview", 999), { code: "session.no-such-file" });
});
