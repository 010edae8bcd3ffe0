import { element } from "../ui/element.js";

/** @import { Sheet } from "./room.js" */

const KEYS = [
  ["Esc", "closes this sheet"],
  ["← →", "on the chart: moves the readout"],
  ["Enter", "on a reference of the toy heap: cuts it or ties it again"],
];

/**
 * What is in the options sheet.
 * @param {Sheet[]} sheets those of the room on show
 * @param {HTMLInputElement} key whether the key that opens it is used
 * @param {() => void} close
 */
export function sheet(sheets, key, close) {
  return [
    element(
      "header",
      {},
      element("h2", { id: "options-title" }, "Options"),
      element("button", { type: "button", class: "button", onclick: close }, "Close"),
    ),
    element("div", {}, ...sheets.flatMap(table)),
    element("h3", {}, "Keys"),
    element(
      "dl",
      { class: "keys" },
      element("dt", {}, element("kbd", {}, "?")),
      element("dd", {}, "opens this sheet. ", element("label", { class: "toggle" }, key, "Use this key")),
      ...KEYS.flatMap(([name = "", deed = ""]) => [
        element("dt", {}, element("kbd", {}, name)),
        element("dd", {}, deed),
      ]),
    ),
  ];
}

/** @param {Sheet} sheet */
function table({ title, rows }) {
  const lines = rows.map(({ word, line, note = "" }) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, element("code", {}, word)),
      element("td", {}, line),
      element("td", { class: "soft" }, note),
    ),
  );
  return [element("h3", {}, title), element("table", {}, element("tbody", {}, ...lines))];
}
