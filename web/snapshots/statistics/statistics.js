import { element, shape } from "../../ui/element.js";
import { bytes, percent } from "../../ui/figure.js";

/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { State } from "../state.js" */

const RADIUS = 70;
const ROUND = 2 * Math.PI * RADIUS;

/**
 * The heap by what it is made of: a ring, and the same as a table.
 * @param {State} _state @param {OpenFile} file @param {HTMLElement} place
 */
export async function show(_state, file, place) {
  const found = await file.ask("statistics");
  const { total, native, typedArrays, v8, code, jsArrays, strings, system, unreached, unreachedSize } = found;
  const parts = [
    { name: "Typed arrays", size: typedArrays, look: "typed", what: "the contents of ArrayBuffers, outside of V8" },
    {
      name: "Other native",
      size: native - typedArrays,
      look: "native",
      what: "DOM nodes and other objects of the browser",
    },
    { name: "Code", size: code, look: "code", what: "compiled code and its sources" },
    { name: "Strings", size: strings, look: "strings", what: "texts" },
    { name: "JS arrays", size: jsArrays, look: "arrays", what: "arrays with their elements" },
    { name: "System", size: system, look: "system", what: "what V8 keeps for itself" },
    {
      name: "Other JS objects",
      size: v8 - code - strings - jsArrays - system,
      look: "objects",
      what: "objects, closures, scopes",
    },
  ].filter(({ size }) => size > 0);
  const rows = parts.map(({ name, size, look, what }) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, element("span", { class: `part-swatch part-${look}` }), name),
      element("td", { class: "number", "data-value": size }, bytes(size)),
      element("td", { class: "number" }, percent(size, total)),
      element("td", { class: "soft" }, what),
    ),
  );
  const head = ["Part", "Size", "Share", "What it is"].map((title, at) =>
    element("th", { scope: "col", class: at === 1 || at === 2 ? "number" : "" }, title),
  );
  const lost =
    unreached > 0
      ? [
          element(
            "p",
            { class: "soft" },
            `${unreached} objects with ${bytes(unreachedSize)} are reached from no root: they are gone at the next collection.`,
          ),
        ]
      : [];
  place.replaceChildren(
    element(
      "div",
      { class: "statistics" },
      ring(parts, total),
      element(
        "table",
        { class: "figures" },
        element("thead", {}, element("tr", {}, ...head)),
        element("tbody", {}, ...rows),
      ),
    ),
    ...lost,
  );
}

/** @param {{ size: number, look: string }[]} parts @param {number} total */
function ring(parts, total) {
  let before = 0;
  const arcs = parts.map(({ size, look }) => {
    const part = total > 0 ? (size / total) * ROUND : 0;
    const arc = shape("circle", {
      class: `part-${look}`,
      r: RADIUS,
      cx: 100,
      cy: 100,
      "stroke-dasharray": `${Math.max(0, part - 1)} ${ROUND}`,
      "stroke-dashoffset": -before,
    });
    before += part;
    return arc;
  });
  return shape(
    "svg",
    { viewBox: "0 0 200 200", class: "ring", "aria-hidden": "true" },
    ...arcs,
    shape("text", { x: 100, y: 98 }, bytes(total)),
    shape("text", { x: 100, y: 116, class: "soft" }, "in all"),
  );
}
