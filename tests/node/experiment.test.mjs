// Runs by the clock and witnesses by chance, with both in the test's hand.
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { load } from "./site.mjs";

const { LONGEST_BACKLOG, MOST_WITNESSES } = await load("generated/lab.js");
const { Runs } = await load("lab/experiment/runs.js");
const { Witnesses } = await load("lab/witness.js");

/** Promises settle, and nothing else happens. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

// --- Runs

/** A clock and its one timer: `now` is what the page reads, a tick comes when the test lets it. */
class Clock {
  now = 0;
  /** @type {Map<number, () => void>} */
  timers = new Map();
  next = 1;

  install() {
    this.performance = globalThis.performance;
    Object.defineProperty(globalThis, "performance", { configurable: true, value: { now: () => this.now } });
    const setInterval = (/** @type {() => void} */ tick) => {
      this.timers.set(this.next, tick);
      return this.next++;
    };
    Reflect.set(globalThis, "window", { setInterval });
    this.clearInterval = globalThis.clearInterval;
    globalThis.clearInterval = (/** @type {any} */ id) => void this.timers.delete(id);
  }

  remove() {
    Object.defineProperty(globalThis, "performance", { configurable: true, value: this.performance });
    Reflect.deleteProperty(globalThis, "window");
    globalThis.clearInterval = /** @type {any} */ (this.clearInterval);
  }

  /** So much later, every timer ticks once: as late as the browser likes. @param {number} milliseconds */
  async tick(milliseconds) {
    this.now += milliseconds;
    for (const tick of this.timers.values()) tick();
    await settle();
  }
}

/** @type {Clock} */
let clock;
beforeEach(() => {
  clock = new Clock();
  clock.install();
});
afterEach(() => clock.remove());

/** A maker that makes all it is asked for, up to so many in one slice. */
function maker(most = Infinity) {
  return {
    made: 0,
    asked: /** @type {number[]} */ ([]),
    slices: 0,
    /** @type {Promise<unknown> | null} */ gate: null,
    /** @param {unknown} _status @param {boolean} _fixed @param {number} units */
    async slice(_status, _fixed, units) {
      this.asked.push(units);
      this.slices++;
      await this.gate;
      const made = Math.min(units, most);
      this.made += made;
      return made;
    },
  };
}

const status = () => ({ running: null, making: new Set(), stopper: new AbortController() });

/** @param {ReturnType<typeof maker>} made @param {{ holds?: () => boolean, failed?: (...given: any[]) => void }} [hooks] */
function runsOf(made, { holds = () => false, failed = assert.fail } = {}) {
  return new Runs(made, holds, () => {}, failed);
}

const RATE = { slug: "", fixed: false, period: 100, units: 3 };

test("a tick that comes in time makes its units, one that is late makes up for those before it", async () => {
  const made = maker();
  runsOf(made).start(status(), RATE);
  await clock.tick(100);
  assert.equal(made.made, 3);
  await clock.tick(99);
  assert.equal(made.made, 3, "not due yet");
  await clock.tick(1);
  assert.equal(made.made, 6);
  await clock.tick(1_050);
  assert.equal(made.made, 36);
  await clock.tick(50);
  assert.equal(made.made, 39, "the rest of the late tick was not lost");
});

test("what a hidden tab has missed beyond the limit is made neither then nor later", async () => {
  for (const [most, minutes] of [
    [Infinity, 1],
    [Infinity, 10],
    [50, 10],
  ]) {
    const made = maker(most);
    const runs = runsOf(made);
    const hidden = status();
    runs.start(hidden, RATE);
    for (let minute = 0; minute < minutes; minute++) await clock.tick(60_000);
    assert.ok(Math.max(...made.asked) <= LONGEST_BACKLOG * RATE.units, "no more than the limit at once");
    const back = made.made;
    // In front again for ten minutes: what is owed at most is made up for, and from then on the rate is the rate.
    const ticks = 6_000;
    for (let tick = 0; tick < ticks; tick++) await clock.tick(100);
    const late = made.made - back - ticks * RATE.units;
    assert.ok(late >= 0 && late <= LONGEST_BACKLOG * RATE.units, `${late} units late, ${most} a slice, ${minutes} min`);
    const before = made.made;
    for (let tick = 0; tick < 100; tick++) await clock.tick(100);
    assert.equal(made.made - before, 100 * RATE.units);
    runs.end(hidden);
  }
});

test("a tick that is still making does not overlap the next, which is made up for", async () => {
  const made = maker();
  let open = () => {};
  made.gate = new Promise((resolve) => (open = () => resolve(undefined)));
  runsOf(made).start(status(), RATE);
  await clock.tick(100);
  await clock.tick(100);
  await clock.tick(100);
  assert.deepEqual([made.slices, made.made], [1, 0]);
  open();
  await settle();
  await clock.tick(100);
  assert.deepEqual([made.slices, made.made], [2, 12]);
});

test("while runs hold still nothing is made, and it is made up for afterwards", async () => {
  let still = true;
  const made = maker();
  runsOf(made, { holds: () => still }).start(status(), RATE);
  await clock.tick(200);
  assert.equal(made.slices, 0);
  still = false;
  await clock.tick(100);
  assert.equal(made.made, 9);
});

test("a run that ended makes nothing, and one that is made once needs no timer", async () => {
  const made = maker();
  const runs = runsOf(made);
  const one = status();
  runs.start(one, RATE);
  await clock.tick(100);
  runs.end(one);
  await clock.tick(1_000);
  assert.deepEqual([made.made, clock.timers.size, one.running], [3, 0, null]);
  runs.start(one, { ...RATE, period: 0, units: 1 });
  await settle();
  assert.deepEqual([made.made, clock.timers.size], [4, 0]);
});

test("a slice that fails tells whose it was, and leaves nothing under way", async () => {
  const made = maker();
  const failures = /** @type {unknown[]} */ ([]);
  made.slice = () => Promise.reject(new Error("no more"));
  const one = status();
  runsOf(made, { failed: (of, error) => failures.push([of, error.message]) }).start(one, RATE);
  await clock.tick(100);
  assert.deepEqual(failures, [[one, "no more"]]);
  assert.equal(one.making.size, 0);
});

// --- Witnesses

/** Units that die when the test says so: a WeakRef of the test's own is asked instead of the collector. */
const dead = new Set();

class StubRef {
  /** @param {object} unit */
  constructor(unit) {
    this.unit = unit;
  }

  deref() {
    return dead.has(this.unit) ? undefined : this.unit;
  }
}

/** Numbers that look random and are the same each time (mulberry32). @param {number} seed */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {number} seed @param {(witnesses: any, watch: (units: number) => object[]) => void} body */
function withWitnesses(seed, body) {
  const real = globalThis.WeakRef;
  const { random } = Math;
  globalThis.WeakRef = /** @type {any} */ (StubRef);
  Math.random = seeded(seed);
  dead.clear();
  try {
    const witnesses = new Witnesses();
    body(witnesses, (units) => {
      const made = Array.from({ length: units }, () => ({}));
      for (const unit of made) witnesses.watch(unit);
      return made;
    });
  } finally {
    globalThis.WeakRef = real;
    Math.random = random;
  }
}

/** Looks that one census takes: how many are held. @param {any} witnesses */
function looks(witnesses) {
  let looked = 0;
  const { deref } = StubRef.prototype;
  StubRef.prototype.deref = function () {
    looked++;
    return deref.call(this);
  };
  try {
    witnesses.census();
  } finally {
    StubRef.prototype.deref = deref;
  }
  return looked;
}

test("up to the limit witnesses are exact", () => {
  withWitnesses(1, (witnesses, watch) => {
    const units = watch(MOST_WITNESSES);
    assert.equal(witnesses.sampled, false);
    assert.equal(witnesses.census(), MOST_WITNESSES);
    for (const unit of units.slice(0, 1_234)) dead.add(unit);
    assert.equal(witnesses.census(), MOST_WITNESSES - 1_234);
    for (const unit of units) dead.add(unit);
    assert.equal(witnesses.census(), 0);
  });
});

test("of a million no more than the limit are held, and the estimate is exact while none died", () => {
  withWitnesses(2, (witnesses, watch) => {
    watch(1_000_000);
    assert.equal(witnesses.sampled, true);
    const looked = looks(witnesses);
    assert.ok(looked <= MOST_WITNESSES && looked > MOST_WITNESSES / 4, `${looked} are held`);
    assert.equal(witnesses.census(), 1_000_000);
  });
});

test("the estimate is fair when half died, whichever half", () => {
  // At least 4,000 are held, each for a unit that is dead or not: the share of the living has a standard error of at
  // most 0.5 / √4,000 = 0.8 %. Five of those, of a million.
  const tolerance = 40_000;
  /** @type {[string, (place: number) => boolean][]} */
  const halves = [
    ["the older", (place) => place < 500_000],
    ["the younger", (place) => place >= 500_000],
    ["every other", (place) => place % 2 === 0],
  ];
  for (const [name, dies] of halves) {
    withWitnesses(3, (witnesses, watch) => {
      watch(1_000_000).forEach((unit, place) => dies(place) && dead.add(unit));
      const alive = witnesses.census();
      assert.ok(Math.abs(alive - 500_000) <= tolerance, `${name}: ${alive}`);
      assert.equal(witnesses.census(), alive, "a second look changes nothing");
      watch(100_000);
      assert.ok(Math.abs(witnesses.census() - 600_000) <= tolerance, `${name}, and more after it`);
    });
  }
});

test("when all died, or are forgotten, witnesses are exact again", () => {
  for (const end of ["census", "forget"]) {
    withWitnesses(4, (witnesses, watch) => {
      const units = watch(100_000);
      if (end === "census") for (const unit of units) dead.add(unit);
      witnesses[end]();
      assert.equal(witnesses.census(), 0);
      assert.equal(witnesses.sampled, false);
      watch(5_000);
      assert.equal(witnesses.census(), 5_000);
      assert.equal(witnesses.sampled, false);
    });
  }
});
