// What is said of small programs that run here, in this Node: what is whole in a file differs from version to version.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, openAsBlob, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Inspector } from "./site.mjs";

const inspector = await Inspector.load();
const folder = mkdtempSync(join(tmpdir(), "leak-lab-programs-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** The snapshots that a program of `program/` takes. @param {string} program @param {string[]} names */
async function opened(program, names = ["a", "b", "c"]) {
  execFileSync(process.execPath, [fileURLToPath(new URL(`program/${program}.cjs`, import.meta.url)), folder]);
  const files = [];
  for (const name of names) {
    const blob = await openAsBlob(join(folder, `${name}.heapsnapshot`));
    files.push({ blob, file: (await inspector.open(blob)).file });
  }
  return files;
}

/** @param {number[]} files the last is asked */
function findings(...files) {
  const before = files.slice(0, -1);
  return inspector.ask("findings", files.at(-1) ?? 0, { before }).list;
}

const labels = (/** @type {ReturnType<typeof findings>} */ list) =>
  list.flatMap(({ pattern, evidence }) => evidence.map(({ label }) => `${pattern}: ${label}`));

test("a table that never changes is large, and no leak", async () => {
  const [a, b, c] = await opened("frozen-table");
  const [finding, ...others] = findings(c.file);
  assert.deepEqual([finding.pattern, finding.certainty, others], ["keyed-cache", "merely large", []]);
  assert.match(finding.evidence[0].label, /^Object with 2,500 keys such as "vendor.*" \(mediaTypes of global\)/);
  assert.deepEqual(labels(findings(a.file, b.file, c.file)), []);
});

test("one timer that shares a scope with a cache is no leak of timers", async () => {
  const [a, b, c] = await opened("one-shot-timer");
  const [label, ...others] = labels(findings(c.file));
  assert.match(label, /^large-collection: Map with 50 entries \(variable pages in the module scope of one-shot-timer/);
  assert.deepEqual(others, []);
  assert.deepEqual(labels(findings(a.file, b.file, c.file)), []);
});

test("collections that share their entries are weighed together", async () => {
  const [a, b, c] = await opened("shared-entries");
  const shared = findings(c.file).filter(({ pattern }) => pattern === "shared-entries");
  assert.equal(shared.length, 1);
  assert.equal(shared[0].certainty, "merely large");
  for (const names of [
    ["byId", "byAge"],
    ["open", "named"],
    ["recent", "queue"],
  ]) {
    const line = shared[0].evidence.find(({ label }) => names.every((name) => label.includes(`${name} of`)));
    assert.ok(line, `${names} in ${labels(shared)}`);
    assert.match(line.label, /600 entries/);
    // An array of 250 numbers and its record, each.
    assert.ok(line.freed > 600 * 250 * 8, `${line.freed}`);
  }
  const growing = labels(findings(a.file, b.file, c.file));
  for (const pair of [/byId.*byAge/, /named.*open|open.*named/, /recent.*queue|queue.*recent/]) {
    assert.ok(
      growing.slice(0, 3).some((line) => pair.test(line) && line.includes("200, 400, 600")),
      growing.join("\n"),
    );
  }
});

test("targets that a FinalizationRegistry keeps by what it will hand over", async () => {
  const [a, b, c] = await opened("finalization-held");
  const [finding] = findings(c.file);
  assert.deepEqual([finding.pattern, finding.certainty], ["finalization-held", "shaped like a leak"]);
  assert.match(finding.evidence[0].label, /^300 Download reached from the held values of a FinalizationRegistry/);
  const [first] = labels(findings(a.file, b.file, c.file));
  assert.match(first, /^finalization-held: .*Download.*100, 200, 300/);
});

test("keys of dictionaries do not stay in a file that is given away, names of a program do", async () => {
  const [{ blob }] = await opened("dictionaries", ["a"]);
  const { file } = await inspector.redact(blob);
  const text = await file.text();
  const before = await blob.text();
  for (const secret of ["visitor1@post", "visitor69@post", "sk_live_9f8e", "5500 0000 0000 0004"]) {
    assert.ok(before.includes(secret) && !text.includes(secret), secret);
  }
  for (const name of ["Visit", "pagesSeen"]) assert.ok(text.includes(`"${name}"`), name);
});
