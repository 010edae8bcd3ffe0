import { METERS } from "../generated/lab.js";
import { element } from "./element.js";

/** @import { Words, Span } from "../generated/catalogue.js" */

/** Numbers as the visitor's own browser writes them, as DevTools does. */
const whole = new Intl.NumberFormat();
const signed = new Intl.NumberFormat(undefined, { signDisplay: "exceptZero" });

/**
 * A sentence as nodes: what is typed or read literally is code, what DevTools calls its things is set apart, and what to
 * look for is strong.
 * @param {Words} words
 * @returns {(Node | string)[]}
 */
export function spans(words) {
  return words.map(span);
}

/** @param {Span} span @returns {Node | string} */
function span(span) {
  if ("text" in span) return span.text;
  if ("code" in span) return element("code", {}, span.code);
  if ("ui" in span) return element("em", { class: "term" }, span.ui);
  if ("strong" in span) return element("strong", {}, ...spans(span.strong));
  if ("meter" in span) return METERS.find(({ id }) => id === span.meter)?.title ?? span.meter;
  if (span.written !== undefined) return element("span", { class: "number" }, span.written);
  const number = span.signed ? signed.format(span.number) : whole.format(span.number);
  return element("span", { class: "number" }, span.unit === "bytes" ? `${number} B` : number);
}
