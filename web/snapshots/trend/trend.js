import { element } from "../../ui/element.js";
import { bytes, count } from "../../ui/figure.js";
import { legible } from "../../ui/legible.js";
import { link } from "../link.js";
import { sinceThen, upTo } from "../state.js";
import { spark } from "./spark.js";

/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { State } from "../state.js" */
/** @import { Pane } from "../pane.js" */

/** So many of each are shown. */
const MOST = 100;

/**
 * What grew from file to file: constructors and collections, with a small line each.
 * @param {State} state @param {OpenFile} file @param {HTMLElement} place @param {Pane} pane
 */
export async function show(state, file, place, pane) {
  const { before } = sinceThen(state);
  const { classes, collections } = await file.ask("growth", { before, most: MOST });
  const places = upTo(state).map((one) => state.files.indexOf(one) + 1);
  const rows = classes.map(({ name, key, counts, sizes }) => ({
    // A link to the rows of its name would carry what a file says in an address.
    name: element(
      "button",
      { type: "button", class: "as-link", onclick: () => pane.choose({ key, name }) },
      legible(name, 120),
    ),
    key,
    counts,
    last: sizes.at(-1) ?? 0,
  }));
  const held = collections.map(({ id, name, references, sizes }) => ({
    name: link(pane.store, { object: id }, `${legible(name, 120)} @${id}`),
    key: String(id),
    counts: references,
    last: sizes.at(-1) ?? 0,
  }));
  place.replaceChildren(
    section(
      "Constructors with more and more objects",
      places,
      rows,
      "No constructor has more objects from file to file.",
    ),
    section("Collections with more and more entries", places, held, "No collection grows from file to file."),
  );
}

/**
 * @param {string} title @param {number[]} files
 * @param {{ name: Node, key: string, counts: number[], last: number }[]} rows @param {string} none
 */
function section(title, files, rows, none) {
  if (rows.length === 0) return element("section", {}, element("h3", {}, title), element("p", { class: "soft" }, none));
  const heads = ["Name", "Line", ...files.map((file) => `in file ${file}`), "Retained now"].map((head, at) =>
    element("th", { scope: "col", class: at > 1 ? "number" : "" }, head),
  );
  const lines = rows.map(({ name, counts, last }) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, name),
      element("td", {}, spark(counts)),
      ...counts.map((value) => element("td", { class: "number", "data-value": value }, count(value))),
      element("td", { class: "number", "data-value": last }, bytes(last)),
    ),
  );
  return element(
    "section",
    {},
    element("h3", {}, title),
    element(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": title },
      element(
        "table",
        { class: "figures" },
        element("thead", {}, element("tr", {}, ...heads)),
        element("tbody", {}, ...lines),
      ),
    ),
  );
}
