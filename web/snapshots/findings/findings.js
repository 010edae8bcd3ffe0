import { element } from "../../ui/element.js";
import { bytes, count, percent } from "../../ui/figure.js";
import { legible } from "../../ui/legible.js";
import { kinship, warning } from "../files/order.js";
import { link } from "../link.js";
import { baseOf, sinceThen } from "../state.js";
import { SCENARIOS } from "./scenarios.js";

/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { EvidenceAnswer, FindingAnswer } from "../../wasm/inspect.js" */
/** @import { State } from "../state.js" */
/** @import { Pane } from "../pane.js" */

/** So many constructors are named at first glance. */
const NAMED = 3;

/**
 * At once what the file has most of, then what is worth a look: over several files what grows, of one what is large or shaped
 * like a leak.
 * @param {State} state @param {OpenFile} file @param {HTMLElement} place @param {Pane} pane
 */
export async function show(state, file, place, pane) {
  const since = sinceThen(state);
  const files = since.before.length + 1;
  const last = baseOf(state);
  const seen = await glance(file);
  place.prepend(seen);
  const kin = last && state.file ? warning(await kinship(last, state.file)) : "";
  const { list, gained, unchanged } = await file.ask("findings", { ...since, usual: files === 1 });
  const shown = list.filter(({ notable }) => notable);
  const others = list.filter(({ notable }) => !notable);
  place.replaceChildren(
    seen,
    ...(kin ? [element("p", { class: "warning" }, kin)] : []),
    element("p", { class: "verdict" }, verdict(files, shown.length, gained)),
    element("ol", { class: "findings plain" }, ...shown.map((finding) => card(finding, pane))),
    ...(others.length > 0
      ? [
          element(
            "details",
            { class: "other-findings" },
            element("summary", {}, `${count(others.length)} more that are usual or small`),
            element("ol", { class: "findings plain" }, ...others.map((finding) => card(finding, pane))),
          ),
        ]
      : []),
    ...settled(shown),
    ...(unchanged > 0
      ? [element("p", { class: "soft" }, `${count(unchanged)} patterns were found in the same number in all files.`)]
      : []),
    ...(files === 1
      ? [
          element(
            "p",
            { class: "soft" },
            "One file says what is large and what is shaped like a leak. Open a second one, taken later, to see what grows.",
          ),
        ]
      : []),
  );
}

/** @param {OpenFile} file */
async function glance(file) {
  const { nodes, total } = file.overview;
  const { shown, shallow } = await file.ask("summary", { by: "shallow", descending: true, from: 0, to: NAMED });
  const most = shown.map((name, at) => `${legible(name, 100)} ${percent(shallow[at] ?? 0, total)}`);
  const words = `${bytes(total)} in ${count(nodes)} objects. Most of it: ${most.join(", ")}.`;
  return element("p", { class: "glance" }, words);
}

/** @param {number} files @param {number} found @param {number} gained */
function verdict(files, found, gained) {
  if (files === 1) {
    return found === 0
      ? "Nothing in this file is shaped like a leak."
      : `${found === 1 ? "One thing is" : `${found} things are`} worth a look in this file.`;
  }
  const grew =
    gained > 0
      ? `The heap grew by ${bytes(gained)} over ${files} files.`
      : `The heap did not grow over ${files} files.`;
  return found === 0
    ? `${grew} Nothing in it grows like a leak.`
    : `${grew} ${found === 1 ? "One thing grows:" : `${found} things grow, the heaviest first:`}`;
}

/** What would settle it is the same for most: it is said once. @param {FindingAnswer[]} findings */
function settled(findings) {
  const ways = new Set(findings.map(({ settle }) => settle).filter(Boolean));
  return [...ways].map((way) => element("p", { class: "soft" }, `To be sure: ${way}`));
}

/** @param {string} text */
const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** @param {FindingAnswer} finding @param {Pane} pane */
function card({ pattern, title, advice, certainty, retained, evidence, moreEvidence }, pane) {
  return element(
    "li",
    { class: "finding" },
    element(
      "h3",
      {},
      capital(legible(title, 300)),
      ...(isTold(title, retained) ? [] : [element("span", { class: "soft" }, ` ${bytes(retained)}`)]),
      ...(certainty ? [" ", element("span", { class: "certainty" }, certainty)] : []),
    ),
    element("p", {}, legible(advice), ...shownBy(pattern)),
    element("ul", { class: "evidence" }, ...evidence.map((one) => line(one, pane))),
    ...(moreEvidence > 0 ? [element("p", { class: "soft" }, `and ${count(moreEvidence)} more`)] : []),
  );
}

/** Whether a title says itself how much it is about. @param {string} title @param {number} retained */
const isTold = (title, retained) => title.includes("+") || title.includes(bytes(retained));

/** @param {string} pattern */
function shownBy(pattern) {
  const slug = SCENARIOS[pattern];
  return slug ? [" ", element("a", { href: `#guide=${slug}` }, "See it leak, and cured, in the Lab"), "."] : [];
}

/** @param {EvidenceAnswer} evidence @param {Pane} pane */
function line({ label, id, freed, gained, steps }, pane) {
  const grew = steps.map((step) => count(step)).join(", ");
  const said = [
    steps.length > 1 && !label.includes(grew) ? grew : "",
    gained > 0 ? `+${bytes(gained)}` : "",
    freed > 0 && freed !== gained ? `frees ${bytes(freed)}` : "",
  ].filter(Boolean);
  return element(
    "li",
    {},
    link(pane.store, { object: id }, legible(label, 300)),
    ...(said.length > 0 ? [element("span", { class: "soft" }, ` ${said.join(" · ")}`)] : []),
  );
}
