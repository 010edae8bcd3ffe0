// The instruments without a page: their recording is bounded, and another instance goes on with it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { inSite } from "./site.mjs";

const fromSite = (path) => import(inSite(path).href);

const { Recording } = await fromSite("scope/recording.js");
const { clock, eventWords, eventsWords, summaryWords, valueWords } = await fromSite("scope/words.js");
const numbers = JSON.parse(await readFile(new URL("../fixture/numbers.json", import.meta.url), "utf8"));

/** A canvas that takes everything. */
class Context {
  measureText = (text) => ({ width: 6 * text.length });
  putImageData() {}
  fillText() {}
}
class Canvas {
  getContext = () => new Context();
}
Object.assign(globalThis, {
  OffscreenCanvas: Canvas,
  OffscreenCanvasRenderingContext2D: Context,
  ImageData: class {},
});

const scope = await fromSite("wasm/scope.js");
await scope.default({ module_or_path: await readFile(inSite("wasm/scope_bg.wasm")) });

const series = ["ramp", "noise"].map((id, place) => ({ id, title: id, column: place + 1, style: "line" }));
const dots = { id: "dots", title: "dots", column: -1, style: "dots" };
const panels = [{ id: "all", title: "All", unit: "bytes", series: [...series, dots] }];
const open = () => {
  const session = new scope.Session(new Canvas(), 600, 300, 1, panels, "bucketed");
  session.span(0);
  return session;
};

/** What a worker does with a message that was understood. */
function feed(session, recording, message) {
  if (message instanceof Float64Array) session.sample(message);
  else if (message.type === "event") session.event(message.event);
  else if (message.type === "point") session.point(message.id, message.time, message.value);
  else if (message.type === "restore") session.restore(message.kept);
  recording?.keep(message, session);
}

function run(session, recording, from, to) {
  const row = new Float64Array(3);
  for (let at = from; at < to; at += 1) {
    row[0] = at * 50;
    row[1] = at;
    row[2] = at === 1234 ? 9e9 : (at * 7919) % 1000;
    feed(session, recording, row);
    if (at % 100 === 0) {
      feed(session, recording, {
        type: "event",
        event: { time: at * 50, type: "step", slug: "leak-boxes", units: at },
      });
      feed(session, recording, { type: "point", id: "dots", time: at * 50, value: at });
    }
  }
}

const sizeOf = (recording) => {
  const { kept, messages } = recording.handOver();
  const large = [...(kept?.samples ?? []), ...(kept?.points ?? [])].map(({ numbers }) => numbers.byteLength);
  return {
    bytes: recording.bytes + large.reduce((sum, bytes) => sum + bytes, 0),
    events: (kept?.events.length ?? 0) + messages.length,
  };
};

test("an hour at the fastest rate and ten more take the same room, and nothing extreme is lost", () => {
  const [session, recording] = [open(), new Recording()];
  run(session, recording, 0, 72_000);
  assert.ok(sizeOf(recording).bytes < 1.5e6, JSON.stringify(sizeOf(recording)));
  run(session, recording, 72_000, 792_000);
  assert.ok(sizeOf(recording).bytes < 1.5e6, JSON.stringify(sizeOf(recording)));
  assert.ok(sizeOf(recording).events < 1_024 + 2_048 + 64, JSON.stringify(sizeOf(recording)));
  const summary = session.summary();
  assert.deepEqual(summary.series[1].values.highest, 9e9);
  assert.deepEqual([summary.series[0].values.lowest, summary.series[0].values.highest], [0, 791_999]);
  assert.ok(summary.dropped > 6_000, "7,920 steps are more than are kept");
  session.free();
});

for (const count of [500, 5_000, 100_000]) {
  test(`another instance goes on with a recording of ${count} samples`, () => {
    const [session, recording] = [open(), new Recording()];
    run(session, recording, 0, count);
    const wanted = session.summary();
    const handed = structuredClone(recording.handOver());
    const [again, second] = [open(), new Recording()];
    second.take(handed);
    for (const message of second.replay()) feed(again, null, message);
    const found = again.summary();
    assert.deepEqual([found.span, found.events, found.dropped], [wanted.span, wanted.events, wanted.dropped]);
    assert.deepEqual(found.series, wanted.series);
    again.redraw();
    // And on it goes: what comes now is kept beside what was handed over.
    run(again, second, count, count + 5_000);
    const third = open();
    for (const message of second.replay()) feed(third, null, message);
    assert.deepEqual(third.summary().series, again.summary().series);
  });
}

test("a recording that is not one is refused with a code, and changes nothing", () => {
  const session = open();
  run(session, null, 0, 10);
  const before = session.summary();
  const rows = { id: "", numbers: new Float64Array([2, 0, 0, 0]) };
  const clock = { offset: 0, last: 0 };
  for (const kept of [null, {}, "no", { samples: [rows], points: [], events: [], dropped: 0, clock }]) {
    assert.throws(() => session.restore(kept), { code: "scope.recording" });
  }
  assert.deepEqual(session.summary(), before);
});

test("without WebAssembly a recording thins out by itself", () => {
  const recording = new Recording();
  for (let at = 0; at < 100_000; at += 1) {
    recording.keep(new Float64Array([at, at]), null);
    if (at % 5 === 0) recording.keep({ type: "event", event: { time: at, type: "note" } }, null);
  }
  assert.ok(recording.bytes <= 2_048 * 2 * 8);
  const rows = [...recording.replay()].filter((message) => message instanceof Float64Array);
  assert.ok(rows.length > 1_000 && rows.length <= 2_048, rows.length);
  assert.equal(rows[0][0], 0);
  assert.ok(
    rows.every((row, place) => place === 0 || row[0] > rows[place - 1][0]),
    "in order",
  );
});

test("an event that is not one is refused with a code", () => {
  const session = open();
  for (const event of [null, {}, { time: 1, type: "party" }, { time: "soon", type: "note" }, { type: "note" }]) {
    assert.throws(() => session.event(event), { code: "scope.event" });
  }
  session.event({ time: 1, type: "let-go" });
});

test("panels and colors that are none are refused with a code", () => {
  const panel = { id: "all", title: "All", unit: "bytes", series };
  const opened = (panels, precision = "exact") => new scope.Session(new Canvas(), 600, 300, 1, panels, precision);
  for (const panels of [null, {}, [], [{}], [{ ...panel, unit: "miles" }], [{ ...panel, height: "tall" }]]) {
    assert.throws(() => opened(panels), { code: "scope.panels" });
  }
  for (const wrong of [{ column: 1.5 }, { column: 0 }, { style: "bars" }, { id: 7 }, { within: 1 }]) {
    assert.throws(() => opened([{ ...panel, series: [{ ...series[0], ...wrong }] }]), { code: "scope.panels" });
  }
  assert.throws(() => opened([panel], "vague"), { code: "scope.panels" });
  const session = opened([{ ...panel, height: undefined, series: [{ ...series[0], within: null }] }]);
  const color = [0, 0.5, 1, 1];
  const colors = { background: color, text: color, grid: color, mark: color, series: { ramp: color } };
  const wrong = [
    null,
    {},
    { ...colors, text: "red" },
    { ...colors, grid: [0, 0, 0] },
    { ...colors, series: { ramp: 1 } },
  ];
  for (const given of wrong) assert.throws(() => session.theme(given), { code: "scope.colors" });
  session.theme(colors);
});

test("an event is told as it came", () => {
  const session = open();
  run(session, null, 0, 3);
  const event = { time: 50, type: "failure", slug: "a", variant: "leaky", units: 3, made: 2, reason: "lab.no" };
  session.event(event);
  assert.deepEqual(session.summary().events.at(-1), event);
});

test("numbers are printed as the axes print them", () => {
  for (const [ms, text] of numbers.clock) assert.equal(clock(ms), text);
  for (const [value, text] of numbers.count) assert.equal(valueWords("count", value), text);
  for (const [value, text] of numbers.bytes) assert.equal(valueWords("bytes", value), text);
  assert.equal(valueWords("bytes", Number.NaN), "absent");
});

test("events and summaries read as sentences", () => {
  const step = { time: 13_000, type: "step", slug: "leak-objects", variant: "fixed", units: 1000, made: 12 };
  assert.equal(eventWords(step), "0:13 step leak-objects ×1,000, fixed, 12 made");
  assert.equal(eventWords({ time: 0, type: "let-go" }), "0:00 let go everything");
  assert.equal(
    eventsWords([{ time: 0, type: "trap", reason: "wasm.memory-full" }], 3),
    "0:00 trap, wasm.memory-full · and 3 more",
  );
  const session = open();
  run(session, null, 0, 201);
  assert.equal(
    summaryWords(session.summary(), panels),
    "10 seconds, 201 samples. All: ramp from 0 B to now 200 B, +200 B, between 0 B and 200 B; " +
      "noise from 0 B to now 800 B, +800 B, between 0 B and 987 B; " +
      "dots from 0 B to now 200 B, +200 B, between 0 B and 200 B. " +
      "JS heap readings are bucketed: coarse steps, minutes apart. " +
      "Events: 0:00 step leak-boxes ×0; 0:05 step leak-boxes ×100; 0:10 step leak-boxes ×200.",
  );
  assert.equal(summaryWords(undefined, panels), "Nothing was measured yet.");
});
