// Which tile of a treemap is under the mouse, and beside the one that keys are on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./site.mjs";

const { Tiles } = await load("snapshots/treemap/tiles.js");

// The whole; its left half with two parts in it; on the right one tile above another.
const WHOLE = 0;
const LEFT = 1;
const ABOVE = 2;
const BELOW = 3;
const FIRST = 4;
const SECOND = 5;
const tiles = new Tiles({
  node: [10, 11, 12, 13, 14, 15],
  parent: [WHOLE, WHOLE, WHOLE, WHOLE, LEFT, LEFT],
  kind: [0, 0, 2, 3, 0, 1],
  count: [9, 4, 3, 2, 1, 1],
  depth: [0, 1, 1, 1, 2, 2],
  x: [0, 0, 50, 50, 2, 2],
  y: [0, 0, 0, 60, 17, 57],
  width: [100, 50, 50, 50, 46, 46],
  height: [100, 100, 60, 40, 40, 41],
  name: [],
  size: [],
  family: [],
  families: [],
});

test("a point is in the innermost tile around it, and on its first edge only", () => {
  assert.equal(tiles.under(1, 1), LEFT);
  assert.equal(tiles.under(3, 20), FIRST);
  assert.equal(tiles.under(50, 59.9), ABOVE);
  assert.equal(tiles.under(50, 60), BELOW);
  assert.equal(tiles.under(100, 5), null);
  assert.equal(tiles.under(-1, 5), null);
});

test("what has nothing in it opens what is around it, if that is not the whole; several of a class are opened themselves", () => {
  const opened = [WHOLE, LEFT, ABOVE, BELOW, FIRST, SECOND].map((row) => tiles.opening(row));
  assert.deepEqual(opened, [null, LEFT, ABOVE, null, LEFT, LEFT]);
});

test("a tile that is opened says what the whole is then", () => {
  assert.deepEqual(tiles.whole(LEFT), { node: 11 });
  assert.deepEqual(tiles.whole(ABOVE), { node: 12, members: 3 });
});

test("arrows go to the nearest tile on that side, and stay where there is none", () => {
  assert.equal(tiles.next(null, "left"), FIRST);
  assert.equal(tiles.next(FIRST, "right"), ABOVE);
  assert.equal(tiles.next(SECOND, "right"), BELOW);
  assert.equal(tiles.next(ABOVE, "down"), BELOW);
  assert.equal(tiles.next(BELOW, "left"), SECOND);
  assert.equal(tiles.next(ABOVE, "left"), FIRST);
  assert.equal(tiles.next(FIRST, "up"), FIRST);
  assert.equal(tiles.next(FIRST, "down"), SECOND);
  assert.equal(new Tiles().next(null, "up"), null);
  assert.deepEqual(tiles.inner(WHOLE), [LEFT, ABOVE, BELOW]);
});
