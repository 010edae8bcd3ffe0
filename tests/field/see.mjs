// What the engine says of a program's and of a leak's files, judged by what the program says of itself.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ask } from "./ask.mjs";
import { ACTIONS, FILES } from "./drive/schedule.mjs";
import { declared, lines, rank, stepsUntil, undeclared } from "./judge/findings.mjs";
import { make } from "./make.mjs";

/** Objects of so many lines are asked for their ways. */
const LOOKED_AT = 3;

/** @typedef {{home: string, heaps: string, chromium: string, again: boolean, engine: string}} At */

/** The lines of one file, the last, and of three. @param {At} at @param {string} folder @param {number[]} files */
async function findings({ engine }, folder, files) {
  const paths = files.map((file) => join(folder, `${file}.heapsnapshot`));
  const one = await ask(engine, ["findings", paths[2], "--fail"]);
  const three = await ask(engine, ["findings", ...paths, "--fail", "--actions", `${ACTIONS}`]);
  return {
    one: { lines: lines(one.answer), red: one.red },
    three: { lines: lines(three.answer).filter(({ grows }) => grows), red: three.red },
  };
}

/** @param {string} home @param {string[]} packages with their versions */
const versions = (home, packages) =>
  packages
    .map(
      (name) => `${name}@${JSON.parse(readFileSync(join(home, "node_modules", name, "package.json"), "utf8")).version}`,
    )
    .join(", ");

/** @param {At} at @param {string} name @param {string} runtime @param {import("./drive/about.mjs").About} about */
export async function seeProgram(at, name, runtime, { packages, right = [] }) {
  const { folder, mb } = await make(at, { kind: "program", name, runtime, twin: "healthy" });
  const seen = {
    name,
    runtime,
    mb,
    packages: versions(at.home, packages),
    declared: [],
    strangers: [],
    red: [],
    shown: {},
  };
  for (const phase of /** @type {const} */ (["idle", "work"])) {
    const { one, three } = await findings(at, folder, FILES[phase]);
    const strange = undeclared(three.lines, right);
    const red = [one.red && "one file", three.red && "three files"].filter(Boolean);
    seen[phase] = { one: one.lines.length, three: three.lines.length, red };
    seen.shown[`${phase}, one file`] = one.lines;
    seen.shown[`${phase}, three files`] = three.lines;
    seen.strangers.push(...strange.map(({ text }) => `${phase}: ${text}`));
    // Red is right where all that grew is.
    if (one.red) seen.red.push(`${phase}, one file`);
    if (three.red && (strange.length || !three.lines.length)) seen.red.push(`${phase}, three files`);
    for (const { line, why } of declared(three.lines, right))
      if (!seen.declared.some((entry) => entry.why === why))
        seen.declared.push({ text: three.lines.find(({ text }) => line.test(text))?.text, why });
  }
  return seen;
}

/** @param {At} at @param {string} name @param {string} runtime @param {import("./drive/about.mjs").About} about */
export async function seeLeak(at, name, runtime, { packages, right = [], leaks, culprit, names, leaked, cut }) {
  const leaky = await make(at, { kind: "leak", name, runtime, twin: "leaky" });
  const healthy = await make(at, { kind: "leak", name, runtime, twin: "healthy" });
  const found = await findings(at, leaky.folder, FILES.leak);
  const twin = await findings(at, healthy.folder, FILES.leak);
  const last = join(leaky.folder, "3.heapsnapshot");
  return {
    name,
    runtime,
    leaks,
    mb: leaky.mb,
    packages: versions(at.home, packages),
    one: rank(found.one.lines, culprit),
    oneOf: found.one.lines.length,
    three: rank(found.three.lines, culprit),
    threeOf: found.three.lines.length,
    steps: await named(at, last, found.three.lines, { culprit, names }),
    cut: await rightCut(at, last, leaked, cut),
    healthy: { one: twin.one.lines.length, three: twin.three.lines.length },
    strangers: undeclared(twin.three.lines, right).map(({ text }) => text),
    shown: {
      "one file": found.one.lines,
      "three files": found.three.lines,
      "healthy, one file": twin.one.lines,
      "healthy, three files": twin.three.lines,
    },
  };
}

/** The fewest steps in which a growing line that names the culprit, or a way to an object of the first lines, names owner and variable. */
async function named({ engine }, file, growing, { culprit, names }) {
  const sentences = growing.filter(({ text }) => culprit.test(text)).map(({ text }) => text);
  for (const { object } of growing.slice(0, LOOKED_AT)) {
    if (object === null) continue;
    const { answer } = await ask(engine, ["paths", file, `@${object}`, "--top", "3"]);
    sentences.push(...answer.paths.map(({ sentence }) => sentence));
  }
  const steps = sentences.map((sentence) => stepsUntil(sentence, names)).filter((count) => count > 0);
  return steps.length ? Math.min(...steps) : 0;
}

/** Whether the least that is to be cut, to free all of a class, is what the cure cuts. */
async function rightCut({ engine }, file, leaked, cut) {
  if (!leaked || !cut) return "not asked";
  const { answer } = await ask(engine, ["what-if", file, "--class", leaked]);
  const cuts = answer.smallestCut ?? [];
  if (!cuts.length) return "none is known";
  const right = cuts.filter(({ edge, told }) => cut.test(`${edge} ${told}`)).length;
  return right === cuts.length ? "yes" : `${right} of ${cuts.length}`;
}
