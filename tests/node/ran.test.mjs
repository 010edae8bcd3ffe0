// What the page says of itself, and that the engine reads it in a snapshot and grades by it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { getHeapSnapshot } from "node:v8";
import { Inspector, inSite, load } from "./site.mjs";

const { Ran } = await load("lab/experiment/ran.js");
const { Releaser } = await load("lab/experiment/releaser.js");
const { Status } = await load("lab/experiment/status.js");

/** A turn ends. @returns {Promise<void>} */
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** @param {unknown} lab */
const putLab = (lab) => Reflect.set(globalThis, "lab", lab);

/** A page whose text is looked at. */
class Seen {
  /** @type {string[]} */
  texts = [];

  /** @param {string} text */
  set ran(text) {
    this.texts.push(text);
  }

  get last() {
    return this.texts.at(-1);
  }
}

function seen() {
  const lab = new Seen();
  putLab(lab);
  return { lab, ran: new Ran() };
}

test("it is right after each turn, and written once in it", async () => {
  const { lab, ran } = seen();
  assert.deepEqual(lab.texts, ["Leak Lab 1; nothing yet"]);
  for (let unit = 0; unit < 1_000; unit++) ran.made("leak-classes", "leaky", 1);
  await turn();
  ran.made("leak-buffers", "fixed", 10);
  ran.made("leak-classes", "leaky", 5);
  await turn();
  assert.deepEqual(lab.texts.slice(1), [
    "Leak Lab 1; leak-classes leaky made 1000",
    "Leak Lab 1; leak-classes leaky made 1005; leak-buffers fixed made 10",
  ]);
});

test("it is there before a promise that the turn has settled is heard of by another turn", async () => {
  const { lab, ran } = seen();
  ran.made("leak-classes", "leaky", 1);
  await Promise.resolve();
  assert.equal(lab.last, "Leak Lab 1; leak-classes leaky made 1");
});

test("what was let go is told of both variants, and nothing is written where nothing changed", async () => {
  const { lab, ran } = seen();
  ran.made("leak-classes", "leaky", 4);
  ran.made("leak-classes", "fixed", 2);
  ran.made("leak-buffers", "leaky", 1);
  ran.letGo("leak-classes");
  await turn();
  assert.equal(
    lab.last,
    "Leak Lab 1; leak-buffers leaky made 1; leak-classes fixed made 2, let go 2; leak-classes leaky made 4, let go 4",
  );
  const writes = lab.texts.length;
  ran.letGo("leak-classes");
  ran.letGo("never-ran");
  await turn();
  assert.equal(lab.texts.length, writes);
  ran.made("leak-classes", "leaky", 1);
  await turn();
  assert.match(lab.last ?? "", /^Leak Lab 1; leak-classes leaky made 5, let go 4; /);
});

test("whatever is counted is told, and whatever is released; a reset does not begin anew", async () => {
  const { lab, ran } = seen();
  const status = new Status({ slug: "panic-abort", module: "lab", letGo: "renew", witness: "unseen" }, ran);
  const releaser = new Releaser({ renew() {} }, assert.fail);
  status.counted(3, false);
  status.counted(2, true);
  await turn();
  assert.equal(lab.last, "Leak Lab 1; panic-abort fixed made 2; panic-abort leaky made 3");
  assert.equal(await releaser.letGo(status), null);
  status.clear();
  status.counted(1, false);
  await turn();
  assert.equal(lab.last, "Leak Lab 1; panic-abort leaky made 4, let go 3; panic-abort fixed made 2, let go 2");
});

test("V8 writes all of it into a snapshot, however much ran", async () => {
  const { lab, ran } = seen();
  const { scenarios } = JSON.parse(await readFile(inSite("catalogue/index.json"), "utf8"));
  const slugs = scenarios.map((/** @type {{slug: string}} */ { slug }) => slug);
  slugs.sort((/** @type {string} */ a, /** @type {string} */ b) => a.length - b.length);
  for (const slug of slugs) {
    ran.made(slug, "leaky", 1e12);
    ran.letGo(slug);
  }
  await turn();
  const text = lab.last ?? "";
  assert.ok(text.length < 1_024, `${text.length} characters`);
  assert.ok(text.endsWith(`; ${slugs.length - 8} more`), text);
  assert.ok(text.startsWith(`Leak Lab 1; ${slugs.at(-1)} leaky `), text);
});

test("a snapshot tells what ran, and is graded by the catalogue's claims", async () => {
  const UNITS = 100;
  class Lab {
    ran = "";
    /** @type {unknown[] | undefined} */
    leakClasses = [];
  }
  class LeakyClass {}
  const lab = new Lab();
  putLab(lab);
  const ran = new Ran();
  const inspector = await Inspector.load();
  const snapshot = async () => {
    await turn();
    // Read whole before anything is opened: what that makes is not what was there.
    const chunks = [];
    for await (const chunk of getHeapSnapshot()) chunks.push(chunk);
    return (await inspector.open(new Blob(chunks), { name: "page.heapsnapshot" })).file;
  };
  const before = await snapshot();
  for (let unit = 0; unit < UNITS; unit++) {
    lab.leakClasses?.push(new LeakyClass());
    ran.made("leak-classes", "leaky", 1);
  }
  const after = await snapshot();
  lab.leakClasses = undefined;
  ran.letGo("leak-classes");
  const last = await snapshot();

  const run = { slug: "leak-classes", variant: "leaky", made: UNITS, since: undefined };
  assert.deepEqual(inspector.ask("ran", before, {}), { ours: true, runs: [], leftOut: 0 });
  assert.deepEqual(inspector.ask("ran", after, {}).runs, [{ ...run, letGo: 0 }]);
  assert.deepEqual(inspector.ask("ran", last, { before }).runs, [{ ...run, letGo: UNITS, since: UNITS }]);

  const { leaky } = JSON.parse(await readFile(inSite("catalogue/leak-classes.json"), "utf8"));
  const { slug, variant } = run;
  const asked = { before, after: last, ran: { slug, variant, claims: leaky.claims, leak: true } };
  const grade = inspector.ask("grade", after, asked);
  assert.equal(grade.units, UNITS);
  /** @param {string} type */
  const about = (type) => {
    const claims = /** @type {{says: {type: string}}[]} */ (leaky.claims);
    return grade.claims.filter((_, place) => claims[place]?.says.type === type);
  };
  const [row] = about("row");
  assert.deepEqual([row.verdict, row.expected, row.found], ["found", UNITS, UNITS]);
  const compared = { before, key: row.key ?? "", by: /** @type {const} */ ("file"), from: 0, to: 1 };
  assert.equal(inspector.ask("compared", after, compared).count, UNITS);
  assert.ok(about("meter").every(({ verdict }) => verdict === "elsewhere"));
  assert.deepEqual(
    about("nothing").map(({ verdict, file }) => [verdict, file]),
    [["found", last]],
  );
  // Node has no Window: all is as claimed up to that.
  const [{ verdict, path }] = about("path");
  assert.equal(verdict, "missed");
  assert.deepEqual(
    path?.steps.map(({ found }) => found),
    [true, true, false],
  );
  assert.ok(path?.instead.some(({ label }) => label === ".lab"));
  assert.throws(() => inspector.ask("grade", before, { ...asked, before: after }), { code: "grade.reversed" });
});
