// Heap files of one program, made once.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { runPage } from "./drive/page.mjs";

const MB = 1e6;
const LIMIT_MS = 8 * 60_000;

/**
 * @typedef {object} Job
 * @property {"program" | "leak"} kind
 * @property {string} name
 * @property {string} runtime
 * @property {string} twin `leaky`, `healthy`
 */

/**
 * The folder of a job's files. They are made where they are missing, where the program changed since, or when they are to be made again.
 * @param {{home: string, heaps: string, chromium: string, again: boolean}} at @param {Job} job
 */
export async function make({ home, heaps, chromium, again }, { kind, name, runtime, twin }) {
  const folder = join(heaps, `${name}-${runtime}${kind === "leak" ? `-${twin}` : ""}`);
  const made = join(folder, "made.json");
  const source = createHash("sha256")
    .update(readFileSync(join(home, kind, `${name}.mjs`)))
    .digest("hex");
  if (again || !existsSync(made) || JSON.parse(readFileSync(made, "utf8")).source !== source) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    if (runtime === "page") await runPage({ home, kind, name, twin, folder, chromium });
    else await runNode(home, runtime, [kind, name, twin, folder]);
    const last = join(folder, kind === "leak" ? "3.heapsnapshot" : "5.heapsnapshot");
    writeFileSync(made, JSON.stringify({ mb: Math.max(1, Math.round(statSync(last).size / MB)), source }));
  }
  return { folder, mb: JSON.parse(readFileSync(made, "utf8")).mb };
}

/** @param {string} home @param {string} runtime @param {string[]} words */
async function runNode(home, runtime, words) {
  const flags = ["--expose-gc", "--max-old-space-size=2048", "--no-warnings"];
  const run = promisify(execFile)(nodeOf(home, runtime), [...flags, join(home, "drive/node.mjs"), ...words], {
    cwd: home,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "production" },
    timeout: LIMIT_MS,
    killSignal: "SIGKILL",
    maxBuffer: 2 ** 26,
  });
  await run.catch(({ stderr, message, killed }) => {
    throw new Error(killed ? `not done within ${LIMIT_MS / 60_000} minutes` : stderr.trim() || message);
  });
}

/** The Node of a major version, which npm has for Linux. @param {string} home @param {string} runtime */
export function nodeOf(home, runtime) {
  const program = join(home, "node_modules", runtime, "bin/node");
  if (!existsSync(program)) throw new Error(`${runtime} is not there: npm has it for Linux on x64 only`);
  return program;
}
