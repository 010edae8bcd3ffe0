// The page's side of the worker, with the worker in a thread of Node, or in the test's hand.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { afterEach, test } from "node:test";
import { load, unpacked } from "./site.mjs";
import { alive, deafWorker, startThread, until } from "./worker.mjs";

const { InspectClient } = await load("inspect/client.js");

const small = new Uint8Array(await readFile(new URL("../../crate/heap/tests/small.heapsnapshot", import.meta.url)));
const blob = new Blob([small]);
const ALL = { by: "retained", descending: true, from: 0, to: 1e9 };

const clients = /** @type {any[]} */ ([]);
/** @param {() => any} [start] @param {{idle?: number, patience?: number}} [pauses] */
function made(start = startThread, pauses) {
  const client = new InspectClient(start, pauses);
  clients.push(client);
  return client;
}
afterEach(async () => {
  for (const client of clients.splice(0)) client.end();
  await until(() => alive.size === 0);
});

/** A client whose worker is in the test's hand, with a file open in it. @param {{idle?: number, patience?: number}} [pauses] */
async function inHand(pauses) {
  const worker = deafWorker();
  const client = made(() => worker, pauses);
  const opened = client.open(blob);
  await until(() => worker.sent.length === 1);
  worker.answer("open", { file: worker.sent[0].id, overview: {} });
  return { worker, client, file: await opened };
}

/** What a client says when its worker is lost. @param {any} client */
async function lossOf(client) {
  let detail = /** @type {any} */ (null);
  client.addEventListener("lost", (/** @type {any} */ event) => (detail = event.detail));
  await until(() => detail);
  return detail;
}

const codeOf = (/** @type {any} */ { code }) => code;
const asked = (/** @type {any} */ worker) =>
  worker.sent.filter(({ type }) => type === "ask").map(({ question }) => question);

test("it opens, asks, redacts and closes, and columns come as typed arrays", async () => {
  const client = made();
  const file = await client.open(new Blob([await unpacked("node-pair-after.heapsnapshot.gz")]));
  const before = await file.ask("summary", ALL);
  assert.ok(before.retained instanceof Float64Array);
  const { file: redacted, summary } = await client.redact(file.source);
  assert.ok(summary.replaced > 1000);
  const other = await client.open(redacted);
  assert.deepEqual((await other.ask("summary", ALL)).retained, before.retained);
  const { node } = await other.ask("objectOf", 1);
  assert.equal((await other.ask("dominators", node[0])).count, 1);
  await file.close();
  await assert.rejects(file.ask("overview"), { code: "session.lost" });
  assert.equal((await other.ask("overview")).nodes, other.overview.nodes);
});

test("of a view of larger memory only a copy goes to the worker, and a buffer is handed over", async () => {
  const client = made();
  const memory = new Uint8Array(small.length + 20);
  memory.set(small, 10);
  const neighbour = new Uint8Array(memory.buffer, 0, 10);
  const file = await client.open(memory.subarray(10, 10 + small.length));
  assert.equal(file.overview.nodes, 4);
  assert.deepEqual([neighbour.length, memory.length], [10, small.length + 20]);
  const buffer = small.slice().buffer;
  assert.equal((await client.open(buffer)).overview.nodes, 4);
  assert.equal(buffer.byteLength, 0);
});

test("what cannot be sent is the caller's mistake, and the worker goes on", async () => {
  const client = made();
  const file = await client.open(blob);
  const failure = await file.ask("summary", { ...ALL, filter: () => true }).catch((error) => error);
  assert.equal(failure.code, "session.not-sendable");
  assert.match(failure.advice, /plain values/);
  const locked = blob.stream();
  locked.getReader();
  await assert.rejects(client.open(locked), { code: "session.not-sendable" });
  assert.equal((await file.ask("overview")).nodes, 4);
});

test("a message that cannot be read is said on either side, and nothing waits for ever", async () => {
  const { worker, client, file } = await inHand();
  const waits = file.ask("overview").catch(codeOf);
  const lost = lossOf(client);
  worker.onmessageerror();
  assert.equal(await waits, "session.message-lost");
  assert.deepEqual((await lost).files, [file]);

  const threads = /** @type {any[]} */ ([]);
  const other = made(() => threads[threads.push(startThread()) - 1]);
  await other.open(blob);
  const heard = lossOf(other);
  threads[0].postMessage("unreadable");
  assert.equal((await heard).problem.code, "session.message-lost");
});

test("the worker ends some time after its last file was closed, and the next file gets another", async () => {
  const client = made(startThread, { idle: 0 });
  const one = await client.open(blob);
  const two = await client.open(blob);
  await one.close();
  assert.equal((await two.ask("overview")).nodes, 4);
  assert.equal(alive.size, 1);
  await two.close();
  await until(() => alive.size === 0);
  await assert.rejects(client.open(new Blob(["hello"])), { code: "file.not-json" });
  await until(() => alive.size === 0);
  assert.equal((await client.open(blob)).overview.nodes, 4);
  assert.equal(alive.size, 1);
});

test("until then it is kept, and `end` ends it at once, with all that is under way", async () => {
  const { worker, client, file } = await inHand({ idle: 1e9 });
  const closed = file.close();
  worker.answer("close");
  await closed;
  assert.equal(worker.isEnded, false);
  const opening = client.open(blob).catch(codeOf);
  let isTold = false;
  client.addEventListener("lost", () => (isTold = true));
  client.end();
  assert.deepEqual([worker.isEnded, await opening, isTold], [true, "session.lost", false]);
});

test("a cancelled question that waits is never sent; one that runs is answered to nobody", async () => {
  const { worker, file } = await inHand();
  const [first, second] = [new AbortController(), new AbortController()];
  const running = file.ask("findings", {}, { signal: first.signal }).catch(codeOf);
  const waiting = file.ask("holders", { nodes: [1] }, { signal: second.signal }).catch(codeOf);
  const last = file.ask("overview");
  second.abort();
  assert.equal(await waiting, "run.cancelled");
  first.abort();
  assert.equal(await running, "run.cancelled");
  assert.deepEqual(asked(worker), ["findings"]);
  worker.answer("ask", { list: [] });
  assert.deepEqual(asked(worker), ["findings", "overview"]);
  worker.answer("ask", { nodes: 4 });
  assert.deepEqual(await last, { nodes: 4 });
  await assert.rejects(file.ask("overview", undefined, { signal: first.signal }), { code: "run.cancelled" });
  assert.equal(asked(worker).length, 2);
});

test("a cancelled question that runs on for too long ends its worker", async () => {
  const { worker, client, file } = await inHand({ patience: 0 });
  const lost = lossOf(client);
  const controller = new AbortController();
  const running = file.ask("findings", {}, { signal: controller.signal }).catch(codeOf);
  const behind = file.ask("overview").catch(codeOf);
  controller.abort();
  assert.equal(await running, "run.cancelled");
  assert.equal(await behind, "session.overrun");
  assert.deepEqual([(await lost).files, worker.isEnded], [[file], true]);
});

test("what is asked is what was asked for, whatever the caller does with it afterwards", async () => {
  const { worker, file } = await inHand();
  file.ask("findings", {}).catch(codeOf);
  const request = { node: 1, most: 3 };
  file.ask("paths", request).catch(codeOf);
  request.node = 2;
  worker.answer("ask", {});
  assert.deepEqual(worker.sent.at(-1).request, [{ node: 1, most: 3 }]);
});

test("cancelled opening rejects at once, and a file that was open by then is closed", async () => {
  const worker = deafWorker();
  const client = made(() => worker);
  const controller = new AbortController();
  const opening = client.open(blob, { signal: controller.signal }).catch(codeOf);
  await until(() => worker.sent.length === 1);
  controller.abort();
  assert.equal(await opening, "run.cancelled");
  const [{ id }, { type, of }] = worker.sent;
  assert.deepEqual([type, of], ["cancel", id]);

  const thread = startThread();
  const heard = /** @type {any[]} */ ([]);
  thread.onmessage = ({ data }) => heard.push(data);
  thread.postMessage({ id: 7, type: "open", source: blob, name: "", partial: false });
  await until(() => heard.some(({ id, type }) => id === 7 && type === "answer"));
  thread.postMessage({ id: 8, type: "cancel", of: 7 });
  thread.postMessage({ id: 9, type: "ask", file: 7, question: "overview", request: [] });
  await until(() => heard.some(({ id }) => id === 9));
  assert.equal(heard.at(-1).problem?.code, "session.no-such-file");
  thread.terminate();
});

test("after a trap all that waits is rejected, it is said, and files on disk can be opened again", async () => {
  let starts = 0;
  const trapping = "Session.prototype.findings = () => { throw new WebAssembly.RuntimeError('unreachable'); };";
  const client = made(() => startThread(starts++ === 0 ? trapping : ""));
  const [one, two] = [await client.open(blob), await client.open(blob)];
  const streamed = await client.open(blob.stream());
  const lost = lossOf(client);
  const waits = two.ask("overview").catch(codeOf);
  const fails = [one.ask("findings", {}), two.ask("overview")].map((answer) => answer.catch(codeOf));
  assert.deepEqual(await Promise.all(fails), ["session.trap", "session.trap"]);
  assert.deepEqual((await waits).nodes, 4);
  const { problem, files } = await lost;
  assert.deepEqual([problem.code, files], ["session.trap", [one, two, streamed]]);
  assert.ok(problem.advice && one.lost.code === "session.trap");
  await assert.rejects(one.ask("overview"), { code: "session.lost" });

  assert.deepEqual(
    files.map(({ canReopen }) => canReopen),
    [true, true, false],
  );
  await assert.rejects(client.reopen(streamed), { code: "session.source-gone" });
  const stale = one.file;
  const again = await Promise.all([client.reopen(two), client.reopen(two)]);
  assert.deepEqual([again, two.lost, starts], [[two, two], null, 2]);
  assert.deepEqual((await two.ask("findings", {})).list, []);
  // A number of the worker that is gone means no file of the next.
  await assert.rejects(two.ask("comparison", { before: stale, by: "name", from: 0, to: 1 }), {
    code: "session.no-such-file",
  });
  await one.reopen();
  assert.equal((await two.ask("comparison", { before: one.file, by: "name", from: 0, to: 1 })).count, 0);
});

test("who reopens a file that is being reopened gets the same, and it is opened once", async () => {
  const { worker, client, file } = await inHand();
  const opens = () => worker.sent.filter(({ type }) => type === "open");
  client.end();
  const both = Promise.all([client.reopen(file), file.reopen()]);
  await until(() => opens().length > 1);
  worker.answer("open", { file: opens()[1].id, overview: {} });
  assert.deepEqual(await both, [file, file]);
  assert.equal(opens().length, 2);
  assert.equal(await client.reopen(file), file);
  assert.deepEqual([opens().length, file.file], [2, opens()[1].id]);
});

test("a trap when nobody asks anything is said, too", async () => {
  const trapping = "Session.prototype.prepare = () => { throw new WebAssembly.RuntimeError('unreachable'); };";
  const client = made(() => startThread(trapping));
  const lost = lossOf(client);
  const file = await client.open(blob);
  assert.deepEqual([(await lost).problem.code, file.lost?.code], ["session.trap", "session.trap"]);
});

test("a worker that cannot start, or that fails, is told from one that trapped", async () => {
  const refusing = made(() => {
    throw new Error("no workers here");
  });
  await assert.rejects(refusing.open(blob), { code: "session.load" });
  for (const [isReady, code] of [
    [false, "session.load"],
    [true, "session.trap"],
  ]) {
    const worker = deafWorker();
    const opening = made(() => worker)
      .open(blob)
      .catch(codeOf);
    await until(() => worker.sent.length === 1);
    if (isReady) worker.onmessage({ data: { type: "ready" } });
    worker.onerror({ message: "it broke", preventDefault: () => {} });
    assert.equal(await opening, code);
  }
});
