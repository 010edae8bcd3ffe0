// Runs the programs and leaks of this folder and says what the engine makes of them. Started by `cargo xtask field`:
// node run.mjs --home FOLDER --heaps FOLDER --engine LEAK-HEAP --chromium CHROMIUM [--programs] [--leaks] [--again] [NAME...]
import { execFileSync } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ABSENT } from "./absent.mjs";
import { about, names } from "./drive/about.mjs";
import { faults } from "./judge/bars.mjs";
import { nearest } from "./judge/nearest.mjs";
import { barTable, leakTable, programTable, result } from "./judge/result.mjs";
import { nodeOf } from "./make.mjs";
import { seeLeak, seeProgram } from "./see.mjs";

const AT_A_TIME = 2;
const RUNTIMES = ["node20", "node22", "node24", "node26"];
const here = fileURLToPath(new URL(".", import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    home: { type: "string" },
    heaps: { type: "string" },
    engine: { type: "string" },
    chromium: { type: "string" },
    programs: { type: "boolean" },
    leaks: { type: "boolean" },
    again: { type: "boolean", default: false },
  },
});
const home = resolve(values.home ?? "");
const at = {
  home,
  heaps: resolve(values.heaps ?? ""),
  engine: values.engine,
  chromium: values.chromium,
  again: values.again,
};

/** What is to be run: a program for each of its runtimes, a leak. */
async function chosen() {
  const known = { program: names(join(here, "program")), leak: names(join(here, "leak")) };
  const all = [...known.program, ...known.leak];
  for (const name of positionals)
    if (!all.includes(name))
      throw new Error(`there is no program or leak \`${name}\`: did you mean \`${nearest(name, all)}\`?`);
  const both = values.programs === values.leaks;
  const kinds = /** @type {const} */ (["program", "leak"]).filter((kind) => both || values[`${kind}s`]);
  const jobs = [];
  for (const kind of kinds) {
    for (const name of known[kind]) {
      if (positionals.length && !positionals.includes(name)) continue;
      const card = await about(home, join(home, kind, `${name}.mjs`));
      for (const runtime of card.runs) jobs.push({ kind, name, runtime, card });
    }
  }
  return jobs;
}

/** Runs jobs, two at a time, and goes on after one that failed. @param {any[]} jobs */
async function run(jobs) {
  const seen = { program: [], leak: [] };
  const failed = [];
  const waiting = [...jobs.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [number, { kind, name, runtime, card }] = next;
      const title = `${name} on ${runtime}`;
      const began = Date.now();
      try {
        const see = kind === "leak" ? seeLeak : seeProgram;
        seen[kind].push(await see(at, name, runtime, card));
        console.log(`${number + 1}/${jobs.length} ${title}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
      } catch (error) {
        // What is written must not tell where it ran.
        const message = error.message.replaceAll(`${at.heaps}/`, "").replaceAll(`${home}/`, "");
        failed.push(`${title}: ${message.split("\n").slice(0, 6).join(" ")}`);
        console.log(`${number + 1}/${jobs.length} ${title} FAILED\n${error.message}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  const key = ({ name, runtime }) => `${name} ${runtime}`;
  for (const list of Object.values(seen)) list.sort((one, other) => (key(one) < key(other) ? -1 : 1));
  return { programs: seen.program, leaks: seen.leak, failed: failed.sort() };
}

const output = (program, words) =>
  execFileSync(program, words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();

// Programs find their packages in the folder above them.
for (const folder of ["drive", "program", "leak"])
  cpSync(join(here, folder), join(home, folder), { recursive: true, preserveTimestamps: true });
const jobs = await chosen().catch((error) => {
  console.error(`error: ${error.message}`);
  process.exit(2);
});
const { programs, leaks, failed } = await run(jobs);
const wrong = faults(
  programs.map((program) => ({ ...program, name: `${program.name} on ${program.runtime}` })),
  leaks,
);
if (programs.length) console.log(`\n${programTable(programs)}`);
if (leaks.length) console.log(`\n${barTable(leaks)}\n\n${leakTable(leaks)}`);
if (positionals.length)
  for (const { name, runtime, shown } of [...programs, ...leaks])
    for (const [where, list] of Object.entries(shown))
      console.log([`\n${name} on ${runtime}, ${where}:`, ...list.map(({ text }) => `  ${text}`)].join("\n"));
for (const line of [...failed, ...wrong]) console.log(`WRONG ${line}`);
if (!positionals.length && !values.programs && !values.leaks) {
  const versions = [
    output(at.engine, ["--version"]),
    `Node ${RUNTIMES.map((runtime) => output(nodeOf(home, runtime), ["--version"])).join(", ")}`,
    output(at.chromium, ["--version"]).split(" built")[0],
  ];
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(
    join(here, "RESULT.md"),
    result({ date, versions, programs, leaks, absent: ABSENT, faults: wrong, failed }),
  );
}
process.exit(failed.length || wrong.length ? 1 : 0);
