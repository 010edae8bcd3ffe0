// What the README and the class itself tell people to write, run as it stands there.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { site, unpacked } from "./site.mjs";

const folder = await mkdtemp(join(tmpdir(), "leak-lab-examples-"));
after(() => rm(folder, { recursive: true }));

const snapshot = join(folder, "app.heapsnapshot");
await writeFile(snapshot, await unpacked("node-mixed.heapsnapshot.gz"));
const root = new URL("../../", import.meta.url);

let written = 0;

/** Runs a module, and gives what it exports and what it printed. @param {string} code */
async function run(code) {
  const path = join(folder, `example-${++written}.mjs`);
  await writeFile(path, code);
  const printed = /** @type {unknown[][]} */ ([]);
  const { log } = console;
  console.log = (...words) => void printed.push(words);
  try {
    return { exports: await import(pathToFileURL(path).href), printed };
  } finally {
    console.log = log;
  }
}

test("the README's example for Node prints the constructors that retain most", async () => {
  const readme = await readFile(new URL("README.md", root), "utf8");
  const blocks = [...readme.matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code);
  const code = blocks.find((code) => code.includes("openAsBlob"));
  assert.ok(code);
  const here = code
    .replace("./target/site", pathToFileURL(site).href)
    .replace('"app.heapsnapshot"', JSON.stringify(snapshot));
  const { printed } = await run(here);
  const rows = printed.filter((words) => words.length === 3);
  assert.equal(rows.length, 20);
  const retained = rows.map(([, , bytes]) => /** @type {number} */ (bytes));
  assert.deepEqual(
    retained,
    retained.toSorted((a, b) => b - a),
  );
  assert.deepEqual(printed.find((words) => words.length === 2)?.[0], "Reading");
});

test("the example of the class answers", async () => {
  const source = await readFile(new URL("web/inspect/inspector.js", root), "utf8");
  const [, commented] = source.match(/```js\n(.*?)\n \* ```/s) ?? [];
  const code = commented.replaceAll(/^ \* /gm, "");
  const { exports } = await run(`
    import { openAsBlob } from "node:fs";
    import { Inspector } from "${pathToFileURL(site).href}/inspect/inspector.js";
    const blob = await openAsBlob(${JSON.stringify(snapshot)});
    ${code}
    export { top };`);
  assert.equal(exports.top.name.length, 20);
});
