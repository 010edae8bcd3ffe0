// The regression tests that the page writes: those that it says are executed, are executed here.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { load } from "./site.mjs";

const { regressions } = await load("snapshots/away/regression.js");

/** Runs the page's test for a constructor, with an action in its place. */
function run(className, action) {
  const folder = mkdtempSync(join(tmpdir(), "regression-"));
  try {
    const found = regressions(className).find(({ tongue }) => tongue === "node:test");
    const place = "  // What leaked: do it, and undo it.";
    assert.ok(found.executed && found.text.includes(place));
    const file = join(folder, found.file);
    writeFileSync(file, found.text.replace(place, action));
    const tool = join(folder, "leak-heap");
    const manifest = new URL("../../Cargo.toml", import.meta.url).pathname;
    writeFileSync(
      tool,
      `#!/bin/sh\nexec cargo run --quiet --manifest-path '${manifest}' --package leak-heap -- "$@"\n`,
    );
    chmodSync(tool, 0o755);
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
    delete env.NODE_TEST_CONTEXT;
    return spawnSync("node", ["--test", file], { encoding: "utf8", env });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("the test for Node.js fails if the action leaves objects of the constructor behind", () => {
  const leak = "class Basket {}\n  (globalThis.kept ??= []).push(new Basket());";
  const { status, stdout } = run("Basket", leak);
  assert.equal(status, 1, stdout);
  assert.match(stdout, /no more Basket after/);
});

test("and passes if it leaves none", () => {
  const { status, stdout, stderr } = run(
    "Basket",
    "class Basket {}\n  globalThis.kept = new Basket();\n  globalThis.kept = null;",
  );
  assert.equal(status, 0, stdout + stderr);
});

test("a constructor's name is data in every one of them", () => {
  const name = `"; process.exit(7); //\n*/ \${1}\``;
  for (const { tongue, file, text } of regressions(name)) {
    if (file.endsWith(".rs")) continue;
    const folder = mkdtempSync(join(tmpdir(), "regression-"));
    writeFileSync(join(folder, file), text);
    const { status, stderr } = spawnSync("node", ["--check", join(folder, file)], { encoding: "utf8" });
    rmSync(folder, { recursive: true });
    assert.equal(status, 0, `${tongue}: ${stderr}`);
    const lines = text.split("\n").filter((line) => line.includes("process.exit(7)"));
    assert.ok(
      lines.every((line) => line.includes(JSON.stringify(name))),
      tongue,
    );
  }
});
