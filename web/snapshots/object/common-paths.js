import { element } from "../../ui/element.js";
import { bytes, count } from "../../ui/figure.js";
import { legible } from "../../ui/legible.js";
import { link } from "../link.js";
import { stepByStep } from "./why.js";

/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { CommonPathAnswer, SumAnswer } from "../../wasm/inspect.js" */
/** @import { Store } from "../../shell/store.js" */
/** @import { State } from "../state.js" */

/** So many ways are told. */
const MOST = 12;

/**
 * Why the objects of a constructor are alive: the few ways that are told apart, and how many objects are on each.
 * @param {OpenFile} file @param {string} key @param {Store<State>} store @param {AbortSignal} signal
 */
export async function commonPaths(file, key, store, signal) {
  const { list, others, onOthers, astray } = await file.ask("commonPaths", { key, most: MOST }, { signal });
  const more = others === 1 ? "one more way" : `${count(others)} more ways`;
  return element(
    "div",
    { class: "why" },
    ...list.map((one) => way(one, store)),
    ...(others > 0 ? [element("p", { class: "soft" }, `${sumOf(onOthers)} on ${more}.`)] : []),
    ...(astray.objects > 0
      ? [
          element(
            "p",
            { class: "soft" },
            `${sumOf(astray)}: no shortest way leads there. Unfold the row, and look at one.`,
          ),
        ]
      : []),
  );
}

/** @param {CommonPathAnswer} one @param {Store<State>} store */
function way({ sum, id, path }, store) {
  return element(
    "article",
    { class: "way" },
    element("p", {}, element("strong", {}, sumOf(sum)), sum.objects > 1 ? ", of which the nearest is held so:" : ":"),
    element("p", { class: "sentence" }, legible(path.sentence)),
    stepByStep(path, false, store),
    element("p", {}, link(store, { object: id }, `Look at ${sum.objects > 1 ? "one of them" : "it"}, @${id}`)),
  );
}

/** @param {SumAnswer} sum */
function sumOf({ objects, bytes: size }) {
  return `${count(objects)} ${objects === 1 ? "object" : "objects"}, ${bytes(size)}`;
}
