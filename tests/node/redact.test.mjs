// Redaction in Node.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Inspector, fixture } from "./site.mjs";

const inspector = await Inspector.load();
const ALL = { by: "retained", descending: true, from: 0, to: 1e9 };

test("a redacted file has the same figures and none of the texts", async () => {
  const source = await fixture("node-mixed.heapsnapshot.gz");
  const seen = [];
  const { file, summary } = await inspector.redact(source, { onProgress: ({ fraction }) => seen.push(fraction) });
  assert.ok(summary.replaced > 1000 && seen.at(-1) === 1);
  assert.ok(summary.names.length > 10 && summary.names.length === summary.uses.length);
  assert.ok(summary.uses.every((uses, at) => uses > 0 && uses <= (summary.uses[at - 1] ?? uses)));
  const [one, two] = [await inspector.open(source), await inspector.open(file)].map(({ file }) => file);
  const [before, after] = [one, two].map((file) => inspector.ask("summary", file, ALL));
  assert.deepEqual(after.retained, before.retained);
  assert.deepEqual(after.objects, before.objects);
  assert.deepEqual(inspector.ask("statistics", two), inspector.ask("statistics", one));
  const secret = "duplicate text of some length";
  const texts = (/** @type {number} */ file) =>
    inspector.ask("duplicateStrings", file, { by: "wasted", from: 0, to: 1e9 }).value;
  assert.ok(texts(one).includes(secret) && !texts(two).includes(secret));
  assert.ok(!(await file.text()).includes(secret));
});

test("only built-in names, and a text to keep", async () => {
  const source = await fixture("node-pair-after.heapsnapshot.gz");
  const { file } = await inspector.redact(source, { builtinOnly: true, keep: ["sessions"] });
  const text = await file.text();
  assert.ok(!text.includes('"Session"') && text.includes('"sessions"') && text.includes('"Map"'));
  const all = await inspector.redact(source, { allNames: true });
  assert.ok(all.summary.names.includes("Session") && (await all.file.text()).includes('"Session"'));
});

test("it can be cancelled, and a damaged file is refused", async () => {
  const controller = new AbortController();
  const source = await fixture("node-mixed.heapsnapshot.gz");
  const onProgress = ({ title }) => title === "Writing" && controller.abort();
  await assert.rejects(inspector.redact(source, { signal: controller.signal, onProgress }), { code: "run.cancelled" });
  await assert.rejects(inspector.redact(new TextEncoder().encode("{}")), { code: "file.other-json" });
});
