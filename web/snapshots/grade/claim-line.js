import { element } from "../../ui/element.js";
import { legible } from "../../ui/legible.js";
import { spans } from "../../ui/words.js";

/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { ClaimAnswer, TrailAnswer } from "../../wasm/inspect.js" */
/** @import { Pane } from "../pane.js" */

/** @type {Record<ClaimAnswer["verdict"], { sign: string, words: string }>} */
const VERDICTS = {
  found: { sign: "✓", words: "Found: " },
  missed: { sign: "✗", words: "Missed: " },
  open: { sign: "?", words: "Open, these files do not tell: " },
  elsewhere: { sign: "–", words: "Not in a snapshot, look at the meters: " },
};

/** @param {ClaimAnswer} claim @param {Pane} pane @param {OpenFile} file */
export function claimLine({ says, verdict, shows, path }, pane, file) {
  const { sign, words } = VERDICTS[verdict];
  return element(
    "li",
    { class: `claim ${verdict}` },
    element("span", { class: "sign", "aria-hidden": "true" }, sign),
    element(
      "div",
      {},
      element("span", { class: "unseen" }, words),
      ...spans(says),
      ...(shows.length > 0 ? [element("div", { class: "soft" }, ...spans(shows))] : []),
      ...(path ? [trail(path, pane, file)] : []),
    ),
  );
}

/** The path step by step, and where it goes astray. @param {TrailAnswer} path @param {Pane} pane @param {OpenFile} file */
function trail({ of, kept, object, steps, instead }, pane, file) {
  const look = (/** @type {number} */ node, /** @type {string} */ words) =>
    element(
      "button",
      { type: "button", class: "button quiet small", onclick: () => void pane.chooseNode(file, node) },
      words,
    );
  return element(
    "details",
    { open: kept < of },
    element("summary", {}, `${kept} of ${of} are kept this way`),
    element(
      "ol",
      { class: "path-steps" },
      ...steps.map(({ claimed, found, holder }) =>
        element(
          "li",
          {},
          `${found ? "✓" : "✗"} `,
          element("code", {}, legible(claimed, 120)),
          ...(holder
            ? [" ", element("span", { class: "soft" }, legible(`${holder.label} of ${holder.name}`, 120))]
            : []),
        ),
      ),
    ),
    ...(instead.length > 0
      ? [
          element("p", {}, "Instead, this holds it:"),
          element(
            "ul",
            {},
            ...instead.map(({ label, name, node }) =>
              element("li", {}, legible(`${label} of ${name}`, 120), " ", look(node, "look at it")),
            ),
          ),
        ]
      : []),
    ...(of > 0 ? [look(object, "Look at one of them")] : []),
  );
}
