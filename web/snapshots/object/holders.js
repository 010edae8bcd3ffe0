import { element } from "../../ui/element.js";
import { bytes, count } from "../../ui/figure.js";
import { legible } from "../../ui/legible.js";

/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { HolderAnswer, HoldersRequest } from "../../wasm/inspect.js" */
/** @import { Cuts } from "./cuts.js" */

/** So many groups of holders are shown. */
const MOST = 30;

/** What is said where there is no smallest cut. @type {Record<string, string>} */
const NONE = {
  held: "No few references hold all of it: it takes more cuts than were looked for.",
  free: "Nothing holds it: it goes at the next collection.",
  limit: "The least to cut was not worked out: the part of the heap above is too large.",
};

/**
 * Who holds objects independently of each other, so that a cure that frees nothing is seen before it is written; and the
 * least to cut that frees them.
 * @param {OpenFile} file @param {HoldersRequest} of @param {Cuts} cuts @param {AbortSignal} signal
 */
export async function holders(file, of, cuts, signal) {
  const { all, list, smallest, smallestEdges, smallestSentences } = await file.ask("holders", of, { signal });
  const several = list.length > 1;
  return element(
    "div",
    { class: "why" },
    element("p", {}, `Once all of them let go, ${count(all.objects)} objects with ${bytes(all.bytes)} are freed.`),
    ...(several
      ? [element("p", { class: "soft" }, "Each of these alone keeps what it holds alive: all have to let go.")]
      : []),
    element("ol", { class: "holders" }, ...list.slice(0, MOST).map(holder)),
    ...(list.length > MOST ? [element("p", { class: "soft" }, `and ${count(list.length - MOST)} more`)] : []),
    element("h3", {}, "The least to cut"),
    ...(smallest === "edges"
      ? [
          element(
            "ul",
            { class: "holders" },
            ...smallestSentences.map((words) => element("li", {}, legible(words, 300))),
          ),
          element(
            "button",
            {
              type: "button",
              class: "button small",
              onclick: () =>
                smallestSentences.forEach((words, at) => cuts.add({ edge: smallestEdges[at] ?? 0, words })),
            },
            "Mark as cut",
          ),
        ]
      : [element("p", { class: "soft" }, NONE[smallest] ?? "")]),
  );
}

/** @param {HolderAnswer} holder */
function holder({ name, label, holders: many, held, freedBytes, path }) {
  const who = many > 1 ? `${count(many)} × ` : "";
  const frees =
    freedBytes === undefined
      ? ""
      : freedBytes > 0
        ? `: cutting only these frees ${bytes(freedBytes)}`
        : ": cutting only these frees nothing";
  return element(
    "li",
    {},
    element("code", { class: "edge" }, legible(label, 60)),
    ` of ${who}${legible(name, 120)}, ${count(held)} held`,
    element("span", { class: "soft" }, frees),
    ...(path ? [element("div", { class: "soft sentence-small" }, legible(path, 400))] : []),
  );
}
