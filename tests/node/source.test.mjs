// Where bytes come from, and that whoever gives them is told when nobody reads on.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { Inspector, load } from "./site.mjs";
import { until } from "./worker.mjs";

const { bytesOf } = await load("inspect/source.js");
const inspector = await Inspector.load();
const small = new Uint8Array(await readFile(new URL("../../crate/heap/tests/small.heapsnapshot", import.meta.url)));
const packed = new Uint8Array(gzipSync(small));

/** A stream of chunks that does not end by itself, and whether it was cancelled. @param {(Uint8Array | string)[]} chunks */
function watched(...chunks) {
  const state = { isCancelled: false, stream: /** @type {any} */ (null) };
  state.stream = new ReadableStream({
    pull(controller) {
      const chunk = chunks.shift();
      if (chunk === undefined) return new Promise(() => {});
      controller.enqueue(chunk);
    },
    cancel() {
      state.isCancelled = true;
    },
  });
  return state;
}

/** @param {...Uint8Array} chunks */
async function* iterated(...chunks) {
  yield* chunks;
}

test("gzip is known by its first two bytes, however they come", async () => {
  const none = new Uint8Array();
  for (const bytes of [packed, small]) {
    for (const chunks of [
      [bytes],
      [bytes.subarray(0, 1), bytes.subarray(1)],
      [none, bytes.subarray(0, 1), none, bytes.subarray(1, 2), none, bytes.subarray(2)],
    ]) {
      const { overview, file } = await inspector.open(iterated(...chunks));
      assert.equal(overview.nodes, 4);
      inspector.close(file);
    }
  }
});

test("of compressed bytes that are cut, what is there opens where the caller allows it", async () => {
  const cut = await readFile(new URL("../../crate/leak-heap/tests/tool/cut.heapsnapshot.gz", import.meta.url));
  for (const source of [new Blob([cut]), new Uint8Array(cut), iterated(cut.subarray(0, 999), cut.subarray(999))]) {
    const error = await inspector.open(source).catch((error) => error);
    assert.equal(error.code, "file.truncated");
    assert.equal(error.problem.partial, true);
  }
  const { overview } = await inspector.open(new Blob([cut]), { partial: true });
  assert.deepEqual([overview.nodes, overview.missingNames], [1208, 1]);
  const changed = packed.slice();
  changed[changed.length - 1] ^= 1;
  await assert.rejects(inspector.open(changed), { code: "file.gzip" });
  assert.equal((await inspector.open(changed, { partial: true })).overview.nodes, 4);
});

test("compressed files one behind the other are one, and what else is there is passed over", async () => {
  const members = [gzipSync(small.subarray(0, 99)), gzipSync(small.subarray(99)), new Uint8Array(512)];
  assert.equal((await inspector.open(new Blob(members))).overview.nodes, 4);
});

test("a chunk in the memory of the one before it does not change the first byte", async () => {
  const memory = new Uint8Array(1);
  async function* reusing() {
    for (const byte of packed) {
      memory[0] = byte;
      yield memory;
    }
  }
  assert.equal((await inspector.open(reusing())).overview.nodes, 4);
});

test("a file of one byte and one of none are read to their end", async () => {
  await assert.rejects(inspector.open(new Blob(["{"])), { code: "file.truncated" });
  await assert.rejects(inspector.open(new ArrayBuffer(0)), { code: "file.empty" });
});

test("the source is left when the first chunk is refused, packed or not, and when a later one is", async () => {
  // So many that the reader does not wait for more to know what they are.
  const hello = new TextEncoder().encode("hello ".repeat(20_000));
  for (const chunks of [
    [hello],
    [hello.subarray(0, 1), hello.subarray(1)],
    [new Uint8Array(gzipSync(hello))],
    [small.subarray(0, small.indexOf(58) + 1), hello],
  ]) {
    const source = watched(...chunks);
    await assert.rejects(inspector.open(source.stream), { code: /^(file|heap|session)\./ });
    await until(() => source.isCancelled);
  }
});

test("the source is left when whoever reads stops by himself", async () => {
  const source = watched(small);
  for await (const _ of bytesOf(source.stream, () => {})) break;
  await until(() => source.isCancelled);
});

test("a source that has stalled is left at once when it is cancelled", async () => {
  for (const chunks of [[], [small.subarray(0, 1)], [small.subarray(0, 50)], [packed.subarray(0, 50)]]) {
    const source = watched(...chunks);
    const controller = new AbortController();
    const opening = inspector.open(source.stream, { signal: controller.signal });
    setImmediate(() => controller.abort());
    await assert.rejects(opening, { code: "run.cancelled" });
    await until(() => source.isCancelled);
  }
});

test("what gives no bytes is told from what cannot be read", async () => {
  const locked = new Blob([small]).stream();
  locked.getReader();
  for (const source of [5, "a.heapsnapshot", {}, locked, watched("text").stream]) {
    await assert.rejects(inspector.open(/** @type {any} */ (source)), { code: "session.bad-source" });
  }
  const broken = new ReadableStream({ pull: (controller) => controller.error(new Error("the disk is gone")) });
  await assert.rejects(inspector.open(broken), { code: "session.source", message: /the disk is gone/ });
});

test("what the caller's own progress throws comes back as it is, and the file is forgotten", async () => {
  const mine = new RangeError("mine");
  const onProgress = () => {
    throw mine;
  };
  const number = 1000;
  await assert.rejects(inspector.open(new Blob([small]), { number, onProgress }), (error) => error === mine);
  const { file, overview } = await inspector.open(new Blob([small]), { number });
  assert.deepEqual([file, overview.nodes], [number, 4]);
  await assert.rejects(inspector.open(new Blob([small]), { number }), { code: "session.bad-request" });
});
