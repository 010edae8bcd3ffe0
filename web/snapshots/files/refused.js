import { element } from "../../ui/element.js";
import { count } from "../../ui/figure.js";
import { sentence } from "../../ui/sentence.js";

/** @import { HeapFile } from "./heap-file.js" */

/** What is wrong with a file, and what can be done. @param {HeapFile} file @param {(how: { partial: boolean }) => void} read @param {() => void} close */
export function refused(file, read, close) {
  const { problem } = file;
  if (!problem) return element("div", {});
  const place = problem.at ? ` (at byte ${count(problem.at)})` : "";
  const open = (/** @type {string} */ words, /** @type {boolean} */ partial) =>
    element("button", { type: "button", class: "button", onclick: () => read({ partial }) }, words);
  return element(
    "div",
    { class: "warning refused", role: "alert" },
    element("h3", {}, `${file.name} was not opened`),
    element("p", {}, sentence(`${problem.message}${place}`)),
    element("p", {}, problem.advice),
    element("p", { class: "soft" }, element("code", {}, problem.code)),
    element(
      "div",
      { class: "row" },
      ...(problem.partial ? [open("Show what is there", true)] : []),
      open("Try again", false),
      element("button", { type: "button", class: "button quiet", onclick: close }, "Dismiss"),
    ),
  );
}
