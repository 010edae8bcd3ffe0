// Small random graphs with DevTools' figures: `node tests/oracle/random.mjs [how many]` writes random.json.gz.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { diffRows, ids, rows } from "./diff.mjs";
import { classRows, filteredRows } from "./figures/classes.mjs";
import { columns, totals } from "./figures/columns.mjs";
import { displayNames, duplicateStrings } from "./figures/strings.mjs";
import { ignoring, walk } from "./figures/walks.mjs";
import { FIXTURES, stringify, writeGz } from "./files.mjs";
import { openSnapshot, orError } from "./open.mjs";
import { provenance } from "./provenance.mjs";
import { change, grow } from "./random/graph.mjs";
import { write } from "./random/model.mjs";

const WITH_A_PAIR = 2; // every second graph has a later one

function figures(snapshot, seed) {
  const some = [seed % snapshot.nodeCount, (seed * 7 + 3) % snapshot.nodeCount];
  return {
    totals: totals(snapshot),
    statistics: snapshot.getStatistics(),
    classes: orError(() => classRows(snapshot)),
    ...filteredRows(snapshot),
    interfaces: JSON.parse(snapshot.interfaceDefinitions()),
    duplicateStrings: orError(() => duplicateStrings(snapshot)),
    displayNames: displayNames(snapshot),
    walks: some.map((ordinal) => orError(() => walk(snapshot, ordinal))),
    ignoring: orError(() => ignoring(snapshot, some[0])) ?? null,
    nativeContexts: snapshot.getNativeContextSizes(),
    retainedByContexts: orError(() => snapshot.getRetainedByContextSummary()),
    contexts: orError(() => snapshot.analyzeContexts()),
    ...columns(snapshot),
  };
}

async function open(text) {
  try {
    return await openSnapshot(text);
  } catch (error) {
    return orError(() => {
      throw error;
    });
  }
}

async function entry(seed) {
  const graph = grow(seed);
  const snapshot = write(graph);
  const base = await open(snapshot);
  const made = { seed, snapshot, oracle: base.error ? base : figures(base, seed) };
  if (seed % WITH_A_PAIR) return made;
  const later = write(change(graph, seed));
  const opened = await open(later);
  if (base.error || opened.error) return { ...made, later, diff: { error: base.error ?? opened.error } };
  const diff = orError(() => diffRows(opened, base));
  return { ...made, later, diff: diff.error ? diff : { rows: rows(diff), ids: ids(diff, Infinity) } };
}

/** @param {number} count */
export async function random(count) {
  const entries = [];
  for (let seed = 1; seed <= count; seed++) entries.push(await entry(seed));
  return entries;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const entries = await random(Number(process.argv[2] ?? 500));
  const lines = entries.map((each) => stringify(each)).join(",\n");
  writeGz(
    join(FIXTURES, "random.json.gz"),
    `{"provenance":${stringify(provenance("random.mjs"))},\n"graphs":[\n${lines}\n]}\n`,
  );
}
