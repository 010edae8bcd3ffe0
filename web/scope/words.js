// Everything the chart says in words. What it is told and what it answers is data.
import { bytes, count } from "../ui/figure.js";

/** @import { EventType, LabEvent, Panel, Readout, Series, Summary } from "./protocol.js" */

/** @type {Record<EventType, string>} */
const TYPES = {
  start: "start",
  stop: "stop",
  step: "step",
  collection: "full collection",
  "let-go": "let go",
  reset: "reset",
  budget: "stopped by the budget",
  trap: "trap",
  failure: "failure",
  note: "note",
};

/** Types that are about everything where they name no scenario. @type {Set<EventType>} */
const OF_ALL = new Set(["let-go", "reset"]);

/** Time since the run's start, from ms: `0:07`, `1:02:03`. @param {number} ms */
export function clock(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000 + 1e-6));
  const two = (/** @type {number} */ part) => String(part % 60).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes)}:${two(seconds)}`;
}

/** @param {Panel["unit"]} unit @param {number} value `NaN` where absent */
export function valueWords(unit, value) {
  if (!Number.isFinite(value)) return "absent";
  if (unit === "count") return count(value);
  return value < 0 ? `-${bytes(-value)}` : bytes(value);
}

/** `0:12 step leak-objects ×1,000, fixed`. @param {LabEvent} event its time since the run's start */
export function eventWords({ time, type, slug, variant, units, made, reason }) {
  const words = [clock(time), TYPES[type]];
  if (slug !== undefined) words.push(slug);
  else if (OF_ALL.has(type)) words.push("everything");
  if (units !== undefined) words.push(`×${count(units)}`);
  const notes = [];
  if (variant === "fixed") notes.push("fixed");
  if (made !== undefined) notes.push(`${count(made)} made`);
  if (reason !== undefined) notes.push(reason);
  return [words.join(" "), ...notes].join(", ");
}

/** The events of a readout. @param {LabEvent[]} events @param {number} more */
export function eventsWords(events, more) {
  const words = events.map(eventWords);
  if (more > 0) words.push(`and ${count(more)} more`);
  return words.join(" · ");
}

/** A readout as one sentence. @param {Readout} readout @param {Panel[]} panels those in the picture */
export function readoutWords(readout, panels) {
  if (readout.x === null) return "";
  const values = new Map(readout.values.map(({ id, value }) => [id, value]));
  const rows = panels.flatMap(({ unit, series }) =>
    series.map(({ id, title }) => `${title} ${valueWords(unit, values.get(id) ?? NaN)}`),
  );
  const events = eventsWords(readout.events, readout.more);
  return [clock(readout.time), ...rows, ...(events ? [events] : [])].join(", ");
}

/** What the chart shows. @param {Summary | undefined} summary @param {Panel[]} panels all there are */
export function summaryWords(summary, panels) {
  if (!summary) return "Nothing was measured yet.";
  const courses = new Map(summary.series.map((course) => [course.id, course]));
  const sentences = [`${duration(summary.span)}, ${plural(summary.samples, "sample")}.`];
  for (const { title, unit, series } of panels) {
    const known = series.flatMap((one) => {
      const course = courses.get(one.id);
      return course ? [courseWords(one, unit, course)] : [];
    });
    if (known.length > 0) sentences.push(`${title}: ${known.join("; ")}.`);
  }
  if (summary.precision === "bucketed") sentences.push("JS heap readings are bucketed: coarse steps, minutes apart.");
  if (summary.events.length > 0) {
    const earlier = summary.skipped > 0 ? `${count(summary.skipped)} earlier ones, then ` : "";
    sentences.push(`Events: ${earlier}${summary.events.map(eventWords).join("; ")}.`);
  }
  if (summary.dropped > 0) sentences.push(`Of the whole run ${plural(summary.dropped, "event")} were not kept.`);
  return sentences.join(" ");
}

/** @param {Series} series @param {Panel["unit"]} unit @param {Summary["series"][0]} course */
function courseWords({ title }, unit, { values }) {
  if (!values) return `${title} absent`;
  const say = (/** @type {number} */ value) => valueWords(unit, value);
  const { first, last, lowest, highest } = values;
  if (lowest >= highest) return `${title} steady at ${say(last)}`;
  const change = last - first;
  const sign = change > 0 ? "+" : "-";
  const changed = change === 0 ? "no change" : `${sign}${say(Math.abs(change))}`;
  return `${title} from ${say(first)} to now ${say(last)}, ${changed}, between ${say(lowest)} and ${say(highest)}`;
}

/** @param {number} ms */
function duration(ms) {
  const seconds = Math.round(ms / 1000);
  const parts = [];
  if (seconds >= 60) parts.push(plural(Math.floor(seconds / 60), "minute"));
  if (seconds < 60 || seconds % 60 > 0) parts.push(plural(seconds % 60, "second"));
  return parts.join(" ");
}

/** @param {number} number @param {string} word */
function plural(number, word) {
  return `${count(number)} ${word}${number === 1 ? "" : "s"}`;
}
