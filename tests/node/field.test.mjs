// The judgement of `cargo xtask field`: what is a fault, and what is none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { faults, reached } from "../field/judge/bars.mjs";
import { declared, lines, rank, stepsUntil, undeclared } from "../field/judge/findings.mjs";
import { nearest } from "../field/judge/nearest.mjs";
import { programTable, result } from "../field/judge/result.mjs";

const evidence = (label) => ({ label, object: { id: 7 }, steps: [2, 19, 36] });
const ANSWER = {
  findings: [
    {
      pattern: "listeners",
      certainty: "grows evenly",
      evidence: [evidence("36 listeners on Bus"), evidence("x")],
      moreEvidence: 1,
    },
    { pattern: "large-collection", certainty: "merely large", evidence: [evidence("Map of Cache")], moreEvidence: 0 },
  ],
};
const leak = (name, three, one = 1, steps = 1) => ({ name, one, three, steps, strangers: [] });

test("lines stand in the order in which they are printed, those that are not shown too", () => {
  const all = lines(ANSWER);
  assert.deepEqual(
    all.map(({ text }) => text),
    ["36 listeners on Bus", "x", "1 more", "Map of Cache"],
  );
  assert.deepEqual(
    all.map(({ grows }) => grows),
    [true, true, true, false],
  );
  assert.deepEqual(all[0].steps, [2, 19, 36]);
});

test("a culprit's place is counted from 1, and 0 is none", () => {
  const all = lines(ANSWER);
  assert.equal(rank(all, /on Bus/), 1);
  assert.equal(rank(all, /Map/), 4);
  assert.equal(rank(all, /Weak/), 0);
});

test("steps are counted until owner and variable were both named", () => {
  const way = "Timer ← _next of Timer ← variable taskHead in the module scope ← app of Window";
  assert.equal(stepsUntil(way, /taskHead/), 3);
  assert.equal(stepsUntil(way, /_next.*taskHead/), 3);
  assert.equal(stepsUntil(way, /Timer/), 1);
  assert.equal(stepsUntil(way, /Scheduler/), 0);
});

test("what grows is strange where nobody declared it; what does not grow never is", () => {
  const right = [{ line: /on Bus/, why: "it is a bus" }];
  assert.deepEqual(
    undeclared(lines(ANSWER), right).map(({ text }) => text),
    ["x", "1 more"],
  );
  assert.deepEqual(declared(lines(ANSWER), [...right, { line: /never/, why: "" }]), right);
});

test("a bar is met by the very share, and by no leak less", () => {
  /** 100 leaks, of which so many are well placed. */
  const met = (first, third, single, near) =>
    reached(
      Array.from({ length: 100 }, (_, at) =>
        leak(
          `l${at}`,
          at < first ? 1 : at < third ? 3 : 4,
          at < single ? 3 : at % 2 ? 4 : 0,
          at < near ? 6 : at % 2 ? 7 : 0,
        ),
      ),
    ).map((bar) => bar.met);
  assert.deepEqual(met(85, 92, 62, 85), [true, true, true, true]);
  assert.deepEqual(met(84, 92, 62, 85), [false, true, true, true]);
  assert.deepEqual(met(85, 91, 62, 85), [true, false, true, true]);
  assert.deepEqual(met(85, 92, 61, 85), [true, true, false, true]);
  assert.deepEqual(met(85, 92, 62, 84), [true, true, true, false]);
});

test("all that is wrong is said, and nothing else", () => {
  const good = { name: "express on node20", strangers: [], red: [] };
  assert.deepEqual(faults([good], [leak("a", 1)]), []);
  assert.deepEqual(faults([], []), []);
  const bad = { name: "koa on node20", strangers: ["work: 1 class"], red: ["idle, one file"] };
  const twin = { ...leak("b", 0), strangers: ["Map"] };
  const wrong = faults([good, bad], [twin]);
  assert.equal(wrong.length, 5);
  assert.ok(wrong[0].startsWith("koa on node20") && wrong[0].includes("work: 1 class"));
  assert.ok(wrong[1].includes("--fail is red (idle, one file)"));
  assert.ok(wrong[2].startsWith("b: the healthy twin"));
  assert.ok(wrong[3].includes("0 of 1, 1 are needed"));
});

test("an unknown name is answered with the nearest", () => {
  const known = ["express", "express-session", "rxjs", "d3-timer", "scenes"];
  assert.equal(nearest("expres", known), "express");
  assert.equal(nearest("rxsj", known), "rxjs");
  assert.equal(nearest("session", known), "express-session");
});

test("tables are Markdown whatever a finding says", () => {
  const phase = { one: 1, three: 2, red: ["three files"] };
  const seen = {
    name: "a",
    packages: "a@1",
    runtime: "page",
    mb: 3,
    idle: phase,
    work: { one: 0, three: 0, red: [] },
    declared: [{ text: "a|b", why: "so" }],
  };
  const text = programTable([seen]);
  assert.match(
    text,
    /\| a \(a@1\) \| page \| 3 \| 1 \/ 2 \/ \*\*three files\*\* \| 0 \/ 0 \/ green \| `a\\\|b`: so \|/,
  );
  const whole = result({
    date: "2026-01-01",
    versions: ["Node 1"],
    programs: [seen],
    leaks: [],
    absent: [{ name: "x", why: "no" }],
    faults: [],
    failed: [],
  });
  assert.ok(whole.includes("- x: no") && !whole.includes("## Wrong"));
});
