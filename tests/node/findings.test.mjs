// What the room of the snapshots knows of patterns and of scenarios.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { inSite, load } from "./site.mjs";

const { SCENARIOS } = await load("snapshots/findings/scenarios.js");

test("a finding leads to a scenario that there is, and from a pattern that there is", async () => {
  const { scenarios } = JSON.parse(await readFile(inSite("catalogue/index.json"), "utf8"));
  const slugs = scenarios.map(({ slug }) => slug);
  const source = await readFile(new URL("../../crate/heap/src/finding/pattern.rs", import.meta.url), "utf8");
  for (const [pattern, slug] of Object.entries(SCENARIOS)) {
    assert.ok(slugs.includes(slug), `${slug}, of ${pattern}`);
    assert.ok(source.includes(`= "${pattern}",`), pattern);
  }
});
