// Work in turns for what records allocations; the recorder calls `turn`.
import { dive, kept, round } from "./work.mjs";

const rows = [];

globalThis.turn = function turn(i) {
  round(i);
  const row = document.createElement("p");
  row.textContent = `turn ${i}`;
  rows.push(row);
  if (i % 2) document.body.append(row);
  if (i === 3) kept.splice(0, 100);
};

globalThis.deep = (depth) => kept.push(dive(depth, () => new Array(4000).fill(depth)));
