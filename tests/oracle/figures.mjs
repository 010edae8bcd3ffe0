// DevTools' figures of a file: `node tests/oracle/figures.mjs [--check] <file>…` writes (or compares) its oracle file.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { allocation } from "./figures/allocation.mjs";
import { classRows, filteredRows } from "./figures/classes.mjs";
import { columns, totals } from "./figures/columns.mjs";
import { samplingFigures } from "./figures/sampling.mjs";
import { displayNames, duplicateStrings, searches } from "./figures/strings.mjs";
import { chosen, ignoring, instances, walk } from "./figures/walks.mjs";
import { fixtureName, readBytes, readJson, stringify, writeOracle } from "./files.mjs";
import { lib, openFile, orError } from "./open.mjs";

/** @param {any} snapshot an opened one */
export function snapshotFigures(snapshot) {
  const walks = chosen(snapshot);
  const classes = classRows(snapshot);
  return {
    totals: totals(snapshot),
    statistics: snapshot.getStatistics(),
    classes,
    ...filteredRows(snapshot),
    instances: classes
      .slice(0, 400)
      .filter((_, i) => i % 20 === 3)
      .map(([key]) => ({ key, ids: instances(snapshot, key) })),
    interfaces: JSON.parse(snapshot.interfaceDefinitions()),
    duplicateStrings: orError(() => duplicateStrings(snapshot)),
    displayNames: displayNames(snapshot),
    searches: orError(() => searches(snapshot, lib)),
    walks: walks.map((ordinal) => orError(() => walk(snapshot, ordinal))),
    ignoring: walks
      .filter((_, i) => i % 4 === 0)
      .map((ordinal) => orError(() => ignoring(snapshot, ordinal)))
      .filter(Boolean),
    samples: snapshot.getSamples(),
    allocation: allocation(snapshot),
    nativeContexts: snapshot.getNativeContextSizes(),
    retainedByContexts: orError(() => snapshot.getRetainedByContextSummary()),
    contexts: orError(() => snapshot.analyzeContexts()),
    ...columns(snapshot),
  };
}

/** @param {string} path a file in one of V8's three formats, gzipped or not */
export async function figures(path) {
  if (/\.heapprofile(\.gz)?$/.test(path)) return samplingFigures(JSON.parse(readBytes(path).toString("utf8")));
  try {
    return snapshotFigures(await openFile(path));
  } catch (error) {
    return orError(() => {
      throw error;
    });
  }
}

/** @param {string} path */
export const oraclePath = (path) => join(dirname(path), `${fixtureName(path)}.oracle.json.gz`);

const plain = (value) => JSON.parse(stringify(value));

/** @param {string} path @param {object} provenance */
export async function writeFigures(path, provenance) {
  writeOracle(oraclePath(path), { provenance, ...(await figures(path)) });
}

async function main(args) {
  const check = args[0] === "--check";
  for (const path of check ? args.slice(1) : args) {
    const stored = existsSync(oraclePath(path)) ? readJson(oraclePath(path)) : {};
    const { provenance, ...old } = stored;
    if (!check) await writeFigures(path, provenance ?? {});
    else if (isDeepStrictEqual(plain(await figures(path)), old)) console.log("same", path);
    else throw new Error(`${path}: the stored figures are not DevTools'`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
