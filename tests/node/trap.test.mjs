// A module that traps: nothing calls into it any more, and the next one works.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Inspector, load } from "./site.mjs";

const { Session, Redaction, default: init } = await load("wasm/inspect.js");
const small = new Uint8Array(await readFile(new URL("../../crate/heap/tests/small.heapsnapshot", import.meta.url)));

const unhandled = /** @type {unknown[]} */ ([]);
process.on("unhandledRejection", (reason) => unhandled.push(reason));

/**
 * Runs with a method that traps once it is called, and counts the calls of all methods after that.
 * @param {any} of
 * @param {string} method
 * @param {(calls: () => number) => Promise<void>} body
 */
async function trapping(of, method, body) {
  const originals = Object.getOwnPropertyDescriptors(of.prototype);
  let calls = -1;
  for (const [name, { value }] of Object.entries(originals)) {
    if (typeof value !== "function" || name === "constructor") continue;
    of.prototype[name] = function (/** @type {unknown[]} */ ...given) {
      if (calls >= 0) calls++;
      if (name !== method) return value.apply(this, given);
      calls = 0;
      throw new WebAssembly.RuntimeError("unreachable");
    };
  }
  try {
    await body(() => calls);
  } finally {
    Object.defineProperties(of.prototype, originals);
  }
}

/** The next one opens, answers, and has nothing left to do. */
async function worksAgain() {
  const { prepare } = Session.prototype;
  const prepared = new Promise((resolve) => {
    Session.prototype.prepare = function (/** @type {number} */ file) {
      const done = prepare.call(this, file);
      if (done) resolve(undefined);
      return done;
    };
  });
  const inspector = await Inspector.load();
  const { file } = await inspector.open(small);
  assert.equal(inspector.ask("overview", file).nodes, 4);
  await prepared;
  Session.prototype.prepare = prepare;
}

for (const method of ["begin", "feed", "end", "step", "overview"]) {
  test(`a trap in ${method} while a file opens`, () =>
    trapping(Session, method, async (calls) => {
      const inspector = await Inspector.load();
      const other = await Inspector.load();
      await assert.rejects(inspector.open(small), { code: "session.trap" });
      assert.equal((await inspector.ended).code, "session.trap");
      for (const one of [inspector, other]) {
        await assert.rejects(one.open(small), { code: "session.lost" });
        assert.throws(() => one.ask("statistics", 1), { code: "session.lost" });
        assert.throws(() => one.close(1), { code: "session.lost" });
      }
      assert.equal(calls(), 0);
    }).then(worksAgain));
}

test("a trap while nobody asks anything", () =>
  trapping(Session, "prepare", async (calls) => {
    const inspector = await Inspector.load();
    const { file } = await inspector.open(small);
    const { code, advice } = await inspector.ended;
    assert.ok(code === "session.trap" && advice.length > 20);
    assert.throws(() => inspector.ask("overview", file), { code: "session.lost" });
    assert.deepEqual([calls(), unhandled], [0, []]);
  }).then(worksAgain));

test("the memory of a module that trapped is given back, and whoever was in it is no part of the next", async () => {
  const inspector = await Inspector.load();
  const { memory } = await init();
  await trapping(Session, "begin", () => assert.rejects(inspector.open(small), { code: "session.trap" }));
  assert.notEqual((await init()).memory, memory);
  const [one, two] = await Promise.all([Inspector.load(), Inspector.load()]);
  const opened = [await one.open(small, { number: 5 }), await two.open(small, { number: 5 })];
  assert.deepEqual(
    opened.map(({ file }) => file),
    [5, 5],
  );
});

test("another failure while nobody asks anything ends nothing", async () => {
  const { prepare } = Session.prototype;
  const done = new Promise((resolve) => {
    Session.prototype.prepare = () => {
      resolve(undefined);
      throw new Error("odd");
    };
  });
  const inspector = await Inspector.load();
  const { file } = await inspector.open(small);
  await done;
  Session.prototype.prepare = prepare;
  assert.equal(inspector.ask("overview", file).nodes, 4);
  assert.deepEqual(unhandled, []);
});

for (const method of ["plan", "planned", "rewrite", "finish"]) {
  test(`a trap in ${method} while a file is redacted`, () =>
    trapping(Redaction, method, async (calls) => {
      const inspector = await Inspector.load();
      await assert.rejects(inspector.redact(small), { code: "session.trap" });
      await assert.rejects(inspector.redact(small), { code: "session.lost" });
      assert.equal(calls(), 0);
    }).then(worksAgain));
}
