// Makes Node's fixtures and their oracle files: `node tests/oracle/make-node.mjs [name]…`.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writePairFigures } from "./diff.mjs";
import { writeFigures } from "./figures.mjs";
import { FIXTURES, writeGz } from "./files.mjs";
import { provenance } from "./provenance.mjs";

// A heap holds the paths its program ran from: a neutral place, not this machine's.
const HOME = process.env.ORACLE_HOME ?? "/srv/app";

/** program, files it writes, flags */
const MAKES = [
  ["mixed", ["node-mixed.heapsnapshot"]],
  ["deep", ["node-deep.heapsnapshot"]],
  ["pair", ["node-pair-before.heapsnapshot", "node-pair-after.heapsnapshot", "node-pair-last.heapsnapshot"]],
  ["timeline", ["node-timeline.heaptimeline"]],
  ["timeline-own", ["node-timeline-own.heaptimeline"]],
  ["sampling", ["node-sampling.heapprofile", "node-sampling-deep.heapprofile"]],
];

function run(program, files) {
  const paths = files.map((file) => join(HOME, file));
  execFileSync(process.execPath, [`${program}.mjs`, ...files], { cwd: HOME, env: {}, stdio: "inherit" });
  return paths;
}

async function make([program, files]) {
  for (const path of run(program, files)) {
    const stored = join(FIXTURES, `${path.slice(HOME.length + 1)}.gz`);
    writeGz(stored, readFileSync(path));
    await writeFigures(
      stored,
      provenance(`program/${program}.mjs`, { node: process.versions.node, v8: process.versions.v8 }),
    );
    console.log(stored);
  }
}

mkdirSync(FIXTURES, { recursive: true });
if (existsSync(HOME)) throw new Error(`${HOME} is in use: it is removed at the end, name another one in ORACLE_HOME`);
mkdirSync(HOME, { recursive: true });
cpSync(fileURLToPath(new URL("program/", import.meta.url)), HOME, { recursive: true });
try {
  const wanted = process.argv.slice(2);
  for (const entry of MAKES) if (!wanted.length || wanted.includes(entry[0])) await make(entry);
  if (!wanted.length || wanted.includes("pair")) await writePairFigures("node");
} finally {
  rmSync(HOME, { recursive: true, force: true });
}
