// DevTools' comparison of two snapshots, as its comparison grid asks for it.
import { join } from "node:path";
import { FIXTURES, writeOracle } from "./files.mjs";
import { openFile } from "./open.mjs";
import { provenance } from "./provenance.mjs";

const FIELDS = ["addedCount", "removedCount", "countDelta", "addedSize", "removedSize", "sizeDelta"];
const SHOWN = 12;

export const PAIRS = [
  ["node-pair", "node-pair-before", "node-pair-after"],
  ["node-pair-last", "node-pair-after", "node-pair-last"],
  ["node-pair-whole", "node-pair-before", "node-pair-last"],
  ["node-pair-back", "node-pair-last", "node-pair-before"],
  ["chromium-pair", "chromium-dom", "chromium-dom-panel"],
];

/** @param {any} later @param {any} base both opened snapshots */
export function diffRows(later, base, id = 1) {
  return later.calculateSnapshotDiff(id, base.aggregatesForDiff(later.interfaceDefinitions()));
}

/** @param {Record<string, any>} diff */
export const rows = (diff) =>
  Object.entries(diff).map(([key, row]) => [key, row.name, ...FIELDS.map((field) => row[field])]);

/** @param {Record<string, any>} diff */
export const ids = (diff, most = SHOWN) =>
  Object.entries(diff)
    .sort(([, a], [, b]) => b.addedCount + b.removedCount - a.addedCount - a.removedCount)
    .slice(0, most)
    .map(([key, { addedIds, deletedIds }]) => ({ key, added: addedIds, deleted: deletedIds }));

async function writePair([name, before, after]) {
  const at = (file) => join(FIXTURES, `${file}.heapsnapshot.gz`);
  const base = await openFile(at(before));
  const later = await openFile(at(after));
  const diff = diffRows(later, base);
  writeOracle(join(FIXTURES, `${name}.diff.json.gz`), {
    provenance: provenance("diff.mjs"),
    before,
    after,
    fields: ["key", "name", ...FIELDS],
    rows: rows(diff),
    ids: ids(diff),
  });
}

/** @param {string} maker `node` or `chromium` */
export async function writePairFigures(maker) {
  for (const pair of PAIRS) if (pair[0].startsWith(maker)) await writePair(pair);
}
