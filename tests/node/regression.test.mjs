// The regression tests that the page writes: those that it says are executed, are executed here.
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { load } from "./site.mjs";

const { regressions } = await load("snapshots/away/regression.js");

const PLACE = "// What leaked: do it, and undo it.";

/** In a folder that is gone afterwards. @template T @param {(folder: string) => T | Promise<T>} deed */
async function inFolder(deed) {
  const folder = mkdtempSync(join(tmpdir(), "regression-"));
  try {
    return await deed(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs the page's test for a constructor, with an action in its place, and an address. */
function run(tongue, className, { action, address = "", prepare }) {
  return inFolder(async (folder) => {
    const found = regressions(className).find((one) => one.tongue === tongue);
    assert.ok(found.executed && found.text.includes(PLACE));
    const text = found.text.replace(PLACE, action).replace("http://localhost:8080/", address);
    writeFileSync(join(folder, found.file), text);
    const { words, env } = prepare(folder, found.file);
    const child = spawn(process.execPath, words, { env, cwd: folder });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (said += data));
    const status = await new Promise((resolve) => child.on("close", resolve));
    return { status, said };
  });
}

/** With `leak-heap` on the path. */
function withTool(folder, file) {
  const tool = join(folder, "leak-heap");
  const manifest = new URL("../../Cargo.toml", import.meta.url).pathname;
  const words = `cargo run --quiet --manifest-path '${manifest}' --package leak-heap`;
  writeFileSync(tool, `#!/bin/sh\nexec ${words} -- "$@"\n`);
  chmodSync(tool, 0o755);
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
  delete env.NODE_TEST_CONTEXT;
  return { words: ["--test", file], env };
}

/** With the browser that is installed instead of the one that `puppeteer` would download. */
function withPuppeteer(folder) {
  const chromium = execFileSync("sh", ["-c", 'command -v "$0"', process.env.CHROMIUM ?? "chromium"], {
    encoding: "utf8",
  }).trim();
  const home = join(folder, "node_modules/puppeteer");
  mkdirSync(home, { recursive: true });
  const launch = JSON.stringify({ executablePath: chromium, args: ["--no-sandbox"] });
  writeFileSync(join(home, "package.json"), JSON.stringify({ type: "module", exports: "./index.js" }));
  writeFileSync(
    join(home, "index.js"),
    `import { launch } from ${JSON.stringify(import.meta.resolve("puppeteer-core"))};
export default { launch: () => launch(${launch}) };`,
  );
  return { words: ["leak.puppeteer.mjs"], env: process.env };
}

/** A page that has what is needed, on the loopback. @param {string} script @param {(address: string) => Promise<void>} deed */
async function withPage(script, deed) {
  const server = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html" }).end(`<!doctype html><script>${script}</script>`);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await deed(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test("the test for Node.js fails if the action leaves objects of the constructor behind", async () => {
  const action = "class Basket {}\n  (globalThis.kept ??= []).push(new Basket());";
  const { status, said } = await run("node:test", "Basket", { action, prepare: withTool });
  assert.equal(status, 1, said);
  assert.match(said, /no more Basket after/);
});

test("and passes if it leaves none", async () => {
  const action = "class Basket {}\n  globalThis.kept = new Basket();\n  globalThis.kept = null;";
  const { status, said } = await run("node:test", "Basket", { action, prepare: withTool });
  assert.equal(status, 0, said);
});

const ACT = "await page.evaluate(() => act());";
const CLASS = "globalThis.Basket = class Basket {}; const kept = [];";

test("the test for Puppeteer fails on a page that leaks", async () => {
  await withPage(`${CLASS} function act() { kept.push(new Basket()); }`, async (address) => {
    const { status, said } = await run("Puppeteer", "Basket", { action: ACT, address, prepare: withPuppeteer });
    assert.equal(status, 1, said);
    // One of the first action, seven more.
    assert.match(said, /AssertionError/);
    const [, after, before] = said.match(/(\d+) !== (\d+)/);
    assert.equal(Number(after) - Number(before), 7, said);
  });
});

test("and passes on the one that lets go", async () => {
  await withPage(`${CLASS} function act() { kept.push(new Basket()); kept.length = 0; }`, async (address) => {
    const { status, said } = await run("Puppeteer", "Basket", { action: ACT, address, prepare: withPuppeteer });
    assert.equal(status, 0, said);
  });
});

test("a constructor's name is data in every one of them", async () => {
  const name = `"; process.exit(7); //\n*/ \${1}\``;
  for (const { tongue, file, text } of regressions(name)) {
    if (file.endsWith(".rs")) continue;
    const { status, stderr } = await inFolder((folder) => {
      writeFileSync(join(folder, file), text);
      return spawnSync("node", ["--check", join(folder, file)], { encoding: "utf8" });
    });
    assert.equal(status, 0, `${tongue}: ${stderr}`);
    const lines = text.split("\n").filter((line) => line.includes("process.exit(7)"));
    assert.ok(
      lines.every((line) => line.includes(JSON.stringify(name))),
      tongue,
    );
  }
});
