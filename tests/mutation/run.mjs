// Takes one listener of the built page away at a time and looks which test notices.
//
//   node tests/mutation/run.mjs [--count 20] [--seed 1] [--jobs 2] [--list] [--only FILE:LINE]
//
// FILE is a path below web/. The choice is the same for the same seed, and goes round the folders. It wants the built
// site (cargo xtask build) of these sources and the compiled tests (cargo test -p leak-lab-tests --no-run). A red test
// is believed only if it is green with the listener in place; one that is not is named. Exit code: 0 if all were caught.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));
const site = join(root, "target/site");

/** How long a program of tests may take, in milliseconds: some wait for ever for what no longer comes. */
const PATIENCE = 300_000;
/** Said of one that was ended, or ended, without naming a test. */
const NO_END = "no end";

/** What a listener looks like, and what it becomes: the code stays as it is, but nobody calls it. */
const FORMS = [
  [/(?<=[{,]\s*|^\s*)on(?!ce\b)[a-z]+(?=\s*:)/gm, () => "onnothing"],
  [/(?<=[{,]\s*|^\s*)on(?!ce\b)[a-z]+(?=,? })/gm, (name) => `onnothing: ${name}`],
  [/(?<=\.addEventListener\(\s*)"[\w-]+"/g, () => '"nothing"'],
  [/(?<![\w.])(?:this\.)?(?:page\.)?store\.select(?=\()/g, () => "(() => {})"],
  [/(?<=(?<!\bthis)\.)on[a-z]+(?= = )/g, () => "onnothing"],
];

/** Which tests look at which folder, those most likely to notice first. */
const TESTS = [
  ["lab/experiment/", ["node", "running", "page", "trouble"]],
  ["lab/plot", ["chart", "page", "rooms"]],
  ["lab/readings/", ["shown", "page", "running", "trouble", "controls"]],
  ["lab/", ["controls", "shown", "page", "rooms", "running", "chart", "trouble"]],
  ["shell/", ["rooms", "controls", "running", "page", "trouble"]],
  ["learn/", ["learn", "page", "rooms"]],
  ["snapshots/", ["snapshots", "rooms"]],
  ["scope/", ["chart", "trouble", "running"]],
  ["inspect/", ["node", "inspect", "snapshots"]],
  ["ui/", ["shown", "controls", "page"]],
  ["worker.js", ["chart", "inspect"]],
  ["", ["rooms", "controls", "page"]],
];

/** What ends the programs that run now. @type {Set<() => void>} */
const ends = new Set();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    for (const end of ends) {
      end();
    }
    process.exit(130);
  });
}

const { values: options } = parseArgs({
  options: {
    count: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    jobs: { type: "string", default: "2" },
    list: { type: "boolean", default: false },
    only: { type: "string", multiple: true },
  },
});

const all = files(join(root, "web")).flatMap(listeners);
const chosen = options.only
  ? all.filter(({ name }) => options.only.includes(name))
  : inTurns(shuffled(all)).slice(0, +options.count);
if (options.list) {
  console.log((options.only ? chosen : inTurns(shuffled(all))).map(({ name, text }) => `${name}  ${text}`).join("\n"));
} else if (chosen.length === 0) {
  console.error("No such listener: --list names them.");
  process.exitCode = 2;
} else {
  const waiting = chosen.values();
  let caught = 0;
  const work = async () => {
    for (const mutant of waiting) {
      caught += Number(await isCaught(mutant));
    }
  };
  await Promise.all(Array.from({ length: +options.jobs }, work));
  console.log(`${caught} of ${chosen.length} caught (${all.length} listeners in all)`);
  process.exitCode = caught === chosen.length ? 0 : 1;
}

/** @param {string} folder @returns {string[]} paths below it */
function files(folder) {
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return found.filter((path) => path.endsWith(".js")).sort();
}

/** @param {string} path */
function listeners(path) {
  const source = readFileSync(join(root, "web", path), "utf8");
  const tests = TESTS.findIndex(([folder]) => path.startsWith(folder));
  return FORMS.flatMap(([form, replace]) =>
    [...source.matchAll(form)].map((match) => {
      const line = source.slice(0, match.index).split("\n").length;
      const without = source.slice(0, match.index) + replace(match[0]) + source.slice(match.index + match[0].length);
      return { path, tests, name: `${path}:${line}`, text: source.split("\n")[line - 1].trim(), without };
    }),
  );
}

/** By a small generator of chance, so that a seed gives the same choice everywhere. @template T @param {T[]} list */
function shuffled(list) {
  let state = +options.seed;
  const chance = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
  return list
    .map((entry) => ({ entry, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}

/** The first of every folder, then the second of every one. @template {{ tests: number }} T @param {T[]} list */
function inTurns(list) {
  const places = TESTS.map(() => 0);
  return list
    .map((entry) => ({ entry, turn: places[entry.tests]++ }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ entry }) => entry);
}

/** @param {{ path: string, tests: number, name: string, text: string, without: string }} mutant */
async function isCaught({ path, tests, name, text, without }) {
  const copy = mkdtempSync(join(tmpdir(), "mutant-"));
  try {
    cpSync(site, copy, { recursive: true });
    writeFileSync(join(copy, path), without);
    for (const test of TESTS[tests][1]) {
      for (const red of await reds(test, copy)) {
        if ((await reds(test, site, red === NO_END ? undefined : red)).length === 0) {
          console.log(`caught by ${test} (${red}): ${name}  ${text}`);
          return true;
        }
        console.log(`red in any case, ${test} (${red}): ${name}`);
      }
    }
    console.log(`SURVIVED: ${name}  ${text}`);
    return false;
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/**
 * The names of tests that fail: of the browser's the first, as the others take their time.
 * @param {string} test @param {string} of the site @param {string} [one] only this one
 */
async function reds(test, of, one) {
  const inNode = test === "node";
  const [program, ...words] = inNode
    ? ["node", "--test", "--test-reporter=tap", ...(one ? ["--test-name-pattern", literally(one)] : []), "tests/node"]
    : ["cargo", "test", "-p", "leak-lab-tests", "--test", "site", "--", ...(one ? ["--exact", one] : [`${test}::`])];
  const form = inNode ? /^not ok \d+ - (.+?)$/gm : /^test (\S+) .*FAILED$/gm;
  const { status, said } = await run(program, words, of, inNode ? undefined : form);
  const failed = [...said.matchAll(form)].map(([, red]) => red);
  return status === 0 || failed.length > 0 ? failed : [NO_END];
}

/** @param {string} name as a regular expression that finds it alone */
function literally(name) {
  return `^${name.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&")}$`;
}

/**
 * Runs a program to its end, which is brought about when it has said enough or does not come; then its exit code is null.
 * @param {string} program @param {string[]} words @param {string} of the site @param {RegExp} [enough]
 * @returns {Promise<{ status: number | null, said: string }>}
 */
function run(program, words, of, enough) {
  return new Promise((resolve, reject) => {
    // A group of its own, so that the browsers end with it.
    const child = spawn(program, words, { cwd: root, env: { ...process.env, LEAK_LAB_SITE: of }, detached: true });
    const end = () => child.exitCode === null && process.kill(-child.pid);
    const late = setTimeout(end, PATIENCE);
    ends.add(end);
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        said += text;
        if (enough && said.search(enough) >= 0) {
          end();
        }
      });
    }
    child.on("error", reject);
    child.on("close", (status) => {
      clearTimeout(late);
      ends.delete(end);
      resolve({ status, said });
    });
  });
}
