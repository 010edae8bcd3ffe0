// Takes one listener of the built page away at a time and looks which test notices.
//
//   node tests/mutation/run.mjs [--count 20] [--seed 1] [--list] [--only FILE:LINE]
//
// It wants the built site (cargo xtask build) and the compiled tests (cargo test -p leak-lab-tests --no-run).
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

const root = new URL("../..", import.meta.url).pathname;
const site = join(root, "target/site");

/** What a listener looks like, and what it becomes: the code stays as it is, but nobody calls it. */
const FORMS = [
  [/(?<=[{,]\s*|^\s*)on(?:click|change|input|submit|blur|toggle|keydown)(?=\s*:)/gm, () => "onnothing"],
  [/(?<=[{,]\s*|^\s*)on(?:click|change|input|submit|blur|toggle|keydown)(?=\s*[,}])/gm, (name) => `onnothing: ${name}`],
  [/(?<=\.addEventListener\(\s*)"[\w-]+"/g, () => '"nothing"'],
  [/(?<![\w.])(?:this\.)?(?:page\.)?store\.select(?=\()/g, () => "(() => {})"],
  [/(?<=\.)on(?:message|messageerror|error)(?= = )/g, () => "onnothing"],
];

/** Which tests look at which folder, those most likely to notice first. */
const TESTS = [
  ["lab/experiment", ["running", "page", "trouble"]],
  ["lab", ["controls", "page", "rooms", "chart"]],
  ["shell", ["rooms", "controls", "page", "trouble"]],
  ["app.js", ["rooms", "controls"]],
  ["learn", ["learn", "rooms", "page"]],
  ["snapshots", ["snapshots", "rooms"]],
  ["scope", ["chart", "trouble", "harness"]],
  ["inspect", ["node", "inspect", "snapshots"]],
  ["ui", ["controls", "page"]],
  ["", ["page", "rooms"]],
];

const { values: options } = parseArgs({
  options: {
    count: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    list: { type: "boolean", default: false },
    only: { type: "string" },
  },
});

const all = files(join(root, "web")).flatMap(listeners);
const chosen = options.only ? all.filter(({ name }) => name === options.only) : shuffled(all).slice(0, +options.count);
if (options.list || chosen.length === 0) {
  console.log(all.map(({ name, text }) => `${name}  ${text}`).join("\n"));
} else {
  const survived = chosen.filter((mutant) => !caught(mutant));
  console.log(`${chosen.length - survived.length} of ${chosen.length} caught (${all.length} listeners in all)`);
  process.exitCode = survived.length > 0 ? 1 : 0;
}

/** @param {string} folder @returns {string[]} paths below web/ */
function files(folder) {
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return found.filter((path) => path.endsWith(".js")).sort();
}

/** @param {string} path */
function listeners(path) {
  const source = readFileSync(join(root, "web", path), "utf8");
  return FORMS.flatMap(([form, replace]) =>
    [...source.matchAll(form)].map((match) => {
      const line = source.slice(0, match.index).split("\n").length;
      const without = source.slice(0, match.index) + replace(match[0]) + source.slice(match.index + match[0].length);
      return { path, name: `${path}:${line}`, text: source.split("\n")[line - 1].trim(), without };
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

/** Whether a test turns red without that listener. @param {{ path: string, name: string, text: string, without: string }} mutant */
function caught({ path, name, text, without }) {
  const copy = mkdtempSync(join(tmpdir(), "mutant-"));
  try {
    cpSync(site, copy, { recursive: true });
    writeFileSync(join(copy, path), without);
    const [, tests] = TESTS.find(([folder]) => path.startsWith(folder));
    for (const test of tests) {
      const [program, ...words] =
        test === "node"
          ? ["node", "--test", "tests/node"]
          : ["cargo", "test", "-q", "-p", "leak-lab-tests", "--test", test];
      const run = spawnSync(program, words, {
        cwd: root,
        env: { ...process.env, LEAK_LAB_SITE: copy },
        stdio: "ignore",
      });
      if (run.status !== 0) {
        console.log(`caught by ${test}: ${name}  ${text}`);
        return true;
      }
    }
    console.log(`SURVIVED: ${name}  ${text}`);
    return false;
  } finally {
    rmSync(copy, { recursive: true });
  }
}
