// Every code that JavaScript says is said somewhere, and every problem has words, whoever says it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Inspector, fixture, load } from "./site.mjs";
import { deafWorker, until } from "./worker.mjs";

const { InspectError, PROBLEMS } = await load("inspect/problem.js");
const { InspectClient } = await load("inspect/client.js");
const { Session } = await load("wasm/inspect.js");

const small = new Uint8Array(await readFile(new URL("../../crate/heap/tests/small.heapsnapshot", import.meta.url)));
const text = (/** @type {string} */ text) => new TextEncoder().encode(text);
const ROWS = { by: "name", from: 0, to: 1 };

/** Runs with a question that throws. @param {unknown} thrown @param {() => unknown} body */
async function throwing(thrown, body) {
  const { statistics } = Session.prototype;
  Session.prototype.statistics = () => {
    throw thrown;
  };
  try {
    return await body();
  } finally {
    Session.prototype.statistics = statistics;
  }
}

/** Asks a new inspector about a small file. @param {(inspector: any, file: number) => unknown} body */
async function withFile(body) {
  const inspector = await Inspector.load();
  const { file } = await inspector.open(small);
  return body(inspector, file);
}

/** A client with a file open in a worker that is in the test's hand. @param {(client: any, file: any, worker: any) => unknown} body @param {any} [source] */
async function withClient(body, source = new Blob([small])) {
  const worker = deafWorker();
  const client = new InspectClient(() => worker, { patience: 0 });
  const opening = client.open(source);
  await until(() => worker.sent.length === 1);
  worker.answer("open", { file: worker.sent[0].id, overview: {} });
  return body(client, await opening, worker);
}

const trap = () => new WebAssembly.RuntimeError("unreachable");
const statistics = (/** @type {any} */ inspector, /** @type {number} */ file) => inspector.ask("statistics", file);

/** @type {Record<string, () => unknown>} */
const SAID_BY_JAVASCRIPT = {
  "session.trap": () => throwing(trap(), () => withFile(statistics)),
  "session.lost": async () => {
    const { inspector, file } = await withFile((inspector, file) => ({ inspector, file }));
    await throwing(trap(), () => statistics(inspector, file)).catch(() => {});
    return statistics(inspector, file);
  },
  "session.load": () =>
    new InspectClient(() => {
      throw new Error("no workers");
    }).open(new Blob([small])),
  "session.overrun": () =>
    withClient((_, file) => {
      const controller = new AbortController();
      file.ask("overview", undefined, { signal: controller.signal }).catch(() => {});
      const behind = file.ask("overview");
      controller.abort();
      return behind;
    }),
  "session.message-lost": () =>
    withClient((_, file, worker) => {
      const answer = file.ask("overview");
      worker.onmessageerror();
      return answer;
    }),
  "session.not-sendable": () => withClient((_, file) => file.ask("summary", { named: () => "x", ...ROWS })),
  "session.no-such-question": () => withFile((inspector, file) => inspector.ask("toString", file)),
  "session.source": async () =>
    (await Inspector.load()).open(new ReadableStream({ pull: (to) => to.error(new Error("gone")) })),
  "session.bad-source": async () => (await Inspector.load()).open(/** @type {any} */ (7)),
  "session.source-gone": () =>
    withClient((client, file) => {
      client.end();
      return file.reopen();
    }, small),
  "session.unexpected": () => throwing(new Error("odd"), () => withFile(statistics)),
  "run.cancelled": () => withClient((_, file) => file.ask("overview", undefined, { signal: AbortSignal.abort() })),
};

/** What the module says, of each area. @type {Record<string, () => unknown>} */
const SAID_BY_RUST = {
  "session.no-such-file": () => withFile((inspector) => statistics(inspector, 999)),
  "session.bad-request": () => withFile((inspector, file) => inspector.ask("summary", file, { ...ROWS, by: "colour" })),
  "session.other-kind": async () => {
    const inspector = await Inspector.load();
    const { file } = await inspector.open(await fixture("node-sampling.heapprofile.gz"));
    return statistics(inspector, file);
  },
  "session.not-ready": async () => {
    const session = new Session();
    return session.overview(session.begin("", undefined));
  },
  "file.empty": async () => (await Inspector.load()).open(text("")),
  "file.not-json": async () => (await Inspector.load()).open(text("hello")),
  "file.other-json": async () => (await Inspector.load()).open(text("[1]")),
  "file.truncated": async () => (await Inspector.load()).open(small.subarray(0, 100)),
  "heap.meta": async () => (await Inspector.load()).open(text('{"snapshot": {}}')),
  "ask.no-such-class": () => withFile((inspector, file) => inspector.ask("instances", file, { key: "?", ...ROWS })),
  "ask.no-such-object": () => withFile((inspector, file) => inspector.ask("dominators", file, 99)),
  "ask.no-such-edge": () => withFile((inspector, file) => inspector.ask("whatIf", file, { edges: [99] })),
  "grade.same-file": () =>
    withFile((inspector, file) =>
      inspector.ask("grade", file, { before: file, ran: { slug: "leak-classes", variant: "leaky", claims: [] } }),
    ),
  "ask.not-recorded": () => withFile((inspector, file) => inspector.ask("intervals", file)),
};

test("each code of the table is said, and no other", () => {
  assert.deepEqual(Object.keys(PROBLEMS).toSorted(), Object.keys(SAID_BY_JAVASCRIPT).toSorted());
});

for (const [code, provoke] of Object.entries({ ...SAID_BY_JAVASCRIPT, ...SAID_BY_RUST })) {
  test(`${code} has words and advice`, async () => {
    const error = await (async () => provoke())().then(
      () => assert.fail("nothing was wrong"),
      (error) => error,
    );
    assert.equal(error.code, code, error);
    assert.ok(error.advice.length > 10 && error.advice.endsWith("."), error.advice);
    // Straight from the module it is the bare record.
    if (code === "session.not-ready") return;
    assert.ok(error instanceof InspectError && error.what.length > 5);
    assert.equal(error.message, `${error.what} ${error.advice} [${code}]`);
  });
}

test("no code is said by both", () => {
  for (const code of Object.keys(SAID_BY_RUST)) assert.ok(!(code in PROBLEMS), code);
});
