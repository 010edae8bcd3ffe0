// What the tree grid is made of, without a page.
import assert from "node:assert/strict";
import test from "node:test";
import { fixture, Inspector, load } from "./site.mjs";

const { Branch } = await load("ui/grid/branch.js");
const { windowOf } = await load("ui/grid/window.js");
const { TypeAhead } = await load("ui/grid/keys.js");
const { cellOf, textOf } = await load("ui/grid/line.js");
const { instancesOf } = await load("snapshots/list/classes.js");
const { retainersOf } = await load("snapshots/list/references.js");
const { containmentOf, dominatedBy, foundBy } = await load("snapshots/list/tree.js");
const { legible } = await load("ui/legible.js");

const ORDER = { by: "name", descending: false };
const { signal } = new AbortController();

/** A list of so many rows, each of which unfolds to one of `below`. */
function list(count, below = 0, asked = []) {
  return {
    ask: async ({ from, to }) => {
      asked.push([from, to]);
      const rows = Array.from({ length: Math.max(0, Math.min(to, count) - from) }, (_, at) => ({
        cells: [`row ${from + at}`],
        ...(below > 0 ? { below: list(below) } : {}),
      }));
      return { count, rows };
    },
  };
}

test("rows are found by their number, and numbers by their rows, through whatever is unfolded", async () => {
  const root = new Branch(list(1000, 30), ORDER);
  await root.load(0, signal);
  await root.load(250, signal);
  root.unfold(250);
  root.unfold(2);
  await root.below(2).load(0, signal);
  await root.below(250).load(0, signal);
  root.below(2).unfold(5);
  assert.equal(root.height, 1060, "what has nothing below is not unfolded");
  for (let number = 0; number < root.height; number++) {
    const { branch, at } = root.find(number);
    assert.equal(branch.number(at), number);
  }
  assert.deepEqual(root.find(2), { branch: root, at: 2 });
  assert.deepEqual(root.find(3), { branch: root.below(2), at: 0 });
  assert.deepEqual(root.find(33), { branch: root, at: 3 });
  assert.equal(root.find(281).branch, root.below(250));
  root.fold(2);
  assert.equal(root.height, 1030);
  assert.deepEqual(root.find(251), { branch: root.below(250), at: 0 });
});

test("a list that was not asked yet has a row that says so", () => {
  const root = new Branch(list(7), ORDER);
  assert.equal(root.height, 1);
  assert.equal(root.row(0), undefined);
  assert.equal(root.lacks(0), true);
});

test("only the part that a row is in is asked for, and what is far away is forgotten", async () => {
  const asked = [];
  const root = new Branch(list(1_000_000, 1, asked), ORDER);
  await root.load(123_456, signal);
  assert.deepEqual(asked, [[123_400, 123_500]]);
  assert.equal(root.row(123_456).cells[0], "row 123456");
  root.unfold(123_456);
  for (let at = 0; at < 100; at++) {
    await root.load(at * 100, signal);
  }
  assert.equal(root.row(0), undefined, "the first of a hundred parts");
  assert.equal(root.row(9_999).cells[0], "row 9999");
  assert.equal(root.row(123_456).cells[0], "row 123456", "it is unfolded");
});

test("a part that is not answered is not asked for again, and says why", async () => {
  const root = new Branch({ ask: async () => Promise.reject(new Error("no")) }, ORDER);
  await assert.rejects(root.load(0, signal), /no/);
  assert.equal(root.lacks(0), false);
});

test("an answer that nobody waits for any more changes nothing", async () => {
  const stop = new AbortController();
  const root = new Branch(list(3), ORDER);
  const loading = root.load(0, stop.signal);
  stop.abort();
  await assert.rejects(loading);
  assert.equal(root.count, null);
});

for (const rows of [10, 1_000, 5_000_000]) {
  test(`of ${rows} rows each can be reached, and the ends are where the scrolling ends`, () => {
    const at = (scrolled) => windowOf({ rows, height: 26, view: 500, scrolled });
    const { content } = at(0);
    assert.ok(content <= 8_000_000);
    const end = Math.max(0, content - 500);
    assert.equal(at(0).first, 0);
    assert.equal(at(end).last, rows);
    let scrolled = 0;
    for (const row of [0, rows - 1, Math.floor(rows / 2), 1, rows - 2].filter((row) => row >= 0)) {
      scrolled = at(scrolled).reach(row);
      const seen = at(scrolled);
      assert.ok(scrolled >= 0 && scrolled <= end + 0.001, `${scrolled} of ${end}`);
      const top = seen.top(row) - scrolled;
      assert.ok(top > -0.01 && top + 26 < 500.01, `row ${row} is at ${top}`);
      assert.ok(Math.abs(seen.reach(row) - scrolled) < 0.001, "what is seen stays where it is");
    }
  });
}

const NAME = { id: "name", title: "Name", kind: "text" };
/** @param {string[]} names */
const named = (names, asked = []) => ({
  ask: async ({ from, to, ...order }) => {
    asked.push([from, to]);
    const sorted = order.descending ? names.toReversed() : names;
    return { count: names.length, rows: sorted.slice(from, to).map((name) => ({ cells: { name } })) };
  },
});

test("the next row that begins so is found in the whole list, and round, in the order it has", async () => {
  const names = Array.from({ length: 12_000 }, (_, at) => (at % 4_000 === 7 ? `Rare ${at}` : `row ${at}`));
  const asked = [];
  const root = new Branch(named(names, asked), ORDER);
  await root.load(0, signal);
  const seek = (text, from, branch = root) => branch.seek({ text, from }, NAME, signal);
  assert.equal(await seek("rare", 0), 7);
  assert.equal(await seek("rare", 8), 4_007, "far from what is here");
  assert.equal(await seek("rare 8", 0), 8_007);
  assert.equal(await seek("rare", 8_008), 7, "round");
  assert.equal(await seek("rare 7", 11_999), 7);
  assert.equal(await seek("absent", 5), null);
  assert.ok(asked.every(([from, to]) => to - from <= 5_000));
  const backwards = new Branch(named(names), { ...ORDER, descending: true });
  await backwards.load(0, signal);
  assert.equal(await seek("rare", 0, backwards), 11_999 - 8_007);
});

test("a list that can tell is asked once, with its order, and nobody waits for what is not wanted any more", async () => {
  const sought = [];
  const find = async (of) => {
    sought.push(of);
    return 4_711;
  };
  const root = new Branch({ ...list(10_000), find }, ORDER);
  assert.equal(await root.seek({ text: "x", from: 3 }, NAME, signal), 4_711);
  assert.deepEqual(sought, [{ ...ORDER, text: "x", from: 3 }]);
  const stop = new AbortController();
  const slow = new Branch(named(Array.from({ length: 20_000 }, () => "row")), ORDER);
  await slow.load(0, signal);
  const seeking = slow.seek({ text: "x", from: 0 }, NAME, stop.signal);
  stop.abort();
  await assert.rejects(seeking);
});

test("the session finds the rows that the page would find by looking through them", async () => {
  const inspector = await Inspector.load();
  for (const fixtureName of ["node-mixed.heapsnapshot", "chromium-dom.heapsnapshot"]) {
    const { file, overview } = await inspector.open(await fixture(`${fixtureName}.gz`), { name: fixtureName });
    const open = { file, overview, ask: async (question, request) => inspector.ask(question, file, request) };
    const order = { by: "retained", descending: true, from: 0, to: 4 };
    const classes = inspector.ask("summary", file, order);
    const [node] = inspector.ask("dominated", file, { node: 0, ...order }).node;
    const lists = {
      dominated: dominatedBy(open),
      fields: containmentOf(open),
      retainers: retainersOf(open, node, []),
      search: foundBy(open, { text: "o" }),
    };
    for (const at of classes.key.keys()) lists[classes.name[at]] = instancesOf(open, classes.key[at], { only: "all" });
    let found = 0;
    for (const [name, whole] of Object.entries(lists)) {
      for (const by of ["retained", "distance"]) {
        const branch = new Branch(whole, { by, descending: true });
        await branch.load(0, signal);
        const plain = new Branch({ ask: whole.ask }, branch.order);
        await plain.load(0, signal);
        const last = branch.row(Math.min(99, branch.count - 1));
        const lastName = last ? textOf(cellOf(last, NAME)).toLowerCase() : "none";
        for (const text of ["s", "zzz", lastName.slice(0, 7)]) {
          for (const from of [0, 50]) {
            const expected = await plain.seek({ text, from }, NAME, signal);
            // Texts stand in quotes: nobody types them.
            if (text.includes('"')) continue;
            assert.equal(
              await branch.seek({ text, from }, NAME, signal),
              expected,
              `${name} by ${by}: ${text}, ${from}`,
            );
            found += expected === null ? 0 : 1;
          }
        }
      }
    }
    assert.ok(found > 30, `${found}`);
  }
});

test("letters make a word, one letter over and over stays one, and a pause begins anew", () => {
  const ahead = new TypeAhead();
  const type = (key, timeStamp) => ahead.add({ key, timeStamp });
  assert.equal(type("L", 1000), "l");
  assert.equal(type("e", 1100), "le");
  assert.equal(type("l", 3000), "l");
  assert.equal(type("l", 3100), "l");
  assert.equal(type("7", 9000), "", "digits are the room's");
  assert.equal(type("/", 9100), "");
  assert.equal(type("(", 9200), "(");
  assert.equal(type("7", 9300), "(7");
  assert.equal(type("Enter", 9400), "");
});

test("hostile texts of a file are seen and do nothing", () => {
  assert.equal(legible("a\u202Egnp.exe\nb\0\u0007"), "a\u{fffd}gnp.exe↵b␀\u{fffd}");
  assert.equal(legible("\ud800lone"), "\u{fffd}lone");
  assert.equal(legible("x".repeat(1_000_000), 10), `${"x".repeat(10)}…`);
  assert.equal(legible("<b>Grüße 😀</b>"), "<b>Grüße 😀</b>");
});
