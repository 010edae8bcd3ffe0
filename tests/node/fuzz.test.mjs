// Questions by chance: an answer or a problem, and the session goes on.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Inspector, fixture } from "./site.mjs";

const ROUNDS = 500;
const SEED = Number(process.env.LEAK_LAB_SEED ?? 1);

const small = new URL("../../crate/heap/tests/small.heapsnapshot", import.meta.url);
const sources = {
  small: async () => new Uint8Array(await readFile(small)),
  timeline: () => fixture("node-timeline.heaptimeline.gz"),
  dom: () => fixture("chromium-dom.heapsnapshot.gz"),
  profile: () => fixture("node-sampling.heapprofile.gz"),
};

/** Numbers below a limit that depend on the seed alone (mulberry32). @param {number} seed */
function chance(seed) {
  return (/** @type {number} */ limit) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  };
}

const NUMBERS = [
  0,
  1,
  2,
  3,
  7,
  20,
  1000,
  1e9,
  2 ** 31,
  2 ** 32 - 1,
  2 ** 32,
  2 ** 53,
  1e300,
  -1,
  -1e300,
  0.5,
  NaN,
  Infinity,
  -0,
];
const TEXTS = [
  "",
  "a",
  "Map",
  ",Object",
  ",(string)",
  ",Cache",
  "@7",
  "@",
  "\ud800",
  "\u0000",
  "__proto__",
  "x".repeat(10_000),
];
const COLUMNS = [
  "retained",
  "shallow",
  "count",
  "distance",
  "name",
  "id",
  "file",
  "own",
  "total",
  "wasted",
  "addedCount",
  "sizeDelta",
  "colour",
];
const ONLY = [
  "all",
  "duplicatedStrings",
  "detachedDom",
  "console",
  "eventHandlers",
  "contexts",
  "allocatedBetween",
  "nothing",
];
const ODD = [
  undefined,
  null,
  true,
  [],
  {},
  "1",
  1n,
  Symbol.iterator,
  () => 1,
  new Map(),
  new Uint8Array(3),
  new Date(0),
  [[]],
  [null],
];

const FAMILIES = ["dom", "detached", "native", "object", "array", "string", "closure", "code", "system", "rest"];

/** What requests are made of, a value of the right type each. @type {Record<string, (below: (limit: number) => number, files: number[]) => unknown>} */
const MEMBERS = {
  by: (below) => COLUMNS[below(COLUMNS.length)],
  descending: (below) => below(2) === 0,
  removed: (below) => below(2) === 0,
  caseSensitive: (below) => below(2) === 0,
  from: (below) => NUMBERS[below(9)],
  to: (below) => NUMBERS[below(10)],
  node: (below) => below(40),
  most: (below) => [0, 1, 8, 20, 2 ** 32 - 1][below(5)],
  group: (below) => below(20),
  number: (below) => below(20),
  function: (below) => below(20),
  path: (below) => [below(20), below(20)].slice(below(3)),
  ignored: (below) => [below(40), below(40)].slice(below(3)),
  nodes: (below) => [below(40), below(40)].slice(below(3)),
  edges: (below) => [below(40), below(40)].slice(below(3)),
  key: (below) => TEXTS[below(TEXTS.length)],
  text: (below) => TEXTS[below(TEXTS.length)],
  named: (below) => TEXTS[below(TEXTS.length)],
  name: (below) => TEXTS[below(TEXTS.length)],
  pattern: (below) => ["detached-tree", "listeners", "shared-scope", "none"][below(4)],
  format: (below) => ["speedscope", "collapsed", "svg"][below(3)],
  filter: (below) => ({
    only: ONLY[below(ONLY.length)],
    after: NUMBERS[below(NUMBERS.length)],
    upTo: NUMBERS[below(NUMBERS.length)],
  }),
  width: (below) => [0, 1, 300, 16_384, 1e9][below(5)],
  height: (below) => [0, 1, 200, 16_384, 1e9][below(5)],
  ratio: (below) => [0, 1, 2.5, 1e9][below(4)],
  theme: () => ({
    background: [0, 0, 0, 1],
    ink: [1, 1, 1, 1],
    families: Object.fromEntries(FAMILIES.map((name) => [name, [0, 0, 1, 1]])),
  }),
  first: (below, files) => files[below(files.length)],
  second: (below, files) => files[below(files.length)],
};
const NAMES = [...Object.keys(MEMBERS), "before"];

/** @param {(limit: number) => number} below */
function anything(below) {
  const from = [NUMBERS, TEXTS, ODD][below(3)];
  return from[below(from.length)];
}

/** A request with all there is, and mostly something odd in it. @param {(limit: number) => number} below @param {number[]} files @param {string} question */
function request(below, files, question) {
  if (below(20) === 0) return anything(below);
  const of = /** @type {(name: string) => unknown} */ (
    (name) => {
      if (name !== "before") return MEMBERS[name](below, files);
      const list = [files[below(files.length)], files[below(files.length)]].slice(below(3));
      return question === "growth" || question === "findings" ? list : files[below(files.length)];
    }
  );
  /** @type {Record<string, unknown>} */
  const request = Object.fromEntries(NAMES.map((name) => [name, of(name)]));
  if (below(2) === 0) return request;
  for (let times = 1 + below(3); times > 0; times--) {
    const name = NAMES[below(NAMES.length)];
    if (below(3) === 0) delete request[name];
    else request[name] = anything(below);
  }
  return request;
}

const inspector = await Inspector.load();
const files = /** @type {number[]} */ ([]);
for (const source of [sources.small, sources.small, sources.timeline, sources.dom, sources.profile]) {
  files.push((await inspector.open(/** @type {any} */ (await source()))).file);
}
const overviews = () => files.map((file) => JSON.stringify(inspector.ask("overview", file)));
const before = overviews();
const answered = new Set();

for (const question of Inspector.questions) {
  test(`${question} answers or says why not`, () => {
    const below = chance(SEED * 1000 + Inspector.questions.indexOf(question));
    for (let round = 0; round < ROUNDS; round++) {
      const small = below(2) > 0;
      const file = below(12) === 0 ? anything(below) : files[small ? below(2) : below(files.length)];
      const asked =
        question === "dominators" || question === "objectOf"
          ? below(2)
            ? below(40)
            : anything(below)
          : request(below, files, question);
      try {
        inspector.ask(question, /** @type {any} */ (file), .../** @type {any} */ (below(30) ? [asked] : []));
        answered.add(question);
      } catch (error) {
        const { problem } = /** @type {any} */ (error);
        const what = () => `round ${round}: ${String(file)} ${shown(asked)}: ${error}`;
        assert.ok(problem?.code && problem.message && problem.advice, what());
        assert.ok(!["session.trap", "session.lost", "session.unexpected"].includes(problem.code), what());
      }
    }
  });
}

test("the session is as it was", async () => {
  assert.deepEqual(overviews(), before);
  assert.ok(answered.size > 20, [...answered].join());
  const { file } = await inspector.open(await sources.dom());
  inspector.close(file);
  assert.throws(() => inspector.ask("overview", file), { code: "session.no-such-file" });
});

/** @param {unknown} value */
function shown(value) {
  return JSON.stringify(value, (_, part) =>
    ["bigint", "symbol", "function"].includes(typeof part) ? String(part) : part,
  )?.slice(0, 600);
}
