import { element } from "../../ui/element.js";
import { legible } from "../../ui/legible.js";
import { link } from "../link.js";
import { explained, HELD } from "./explain.js";

/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { PathAnswer } from "../../wasm/inspect.js" */
/** @import { Store } from "../../shell/store.js" */
/** @import { State } from "../state.js" */
/** @import { Cuts } from "./cuts.js" */
/** @import { Ignored } from "./ignored.js" */

/** So many ways are shown at once. */
const MOST = 3;

/**
 * Why an object is alive: the shortest ways from a root, in words, then step by step.
 * @param {{ file: OpenFile, node: number, store: Store<State>, cuts: Cuts, ignored: Ignored, signal: AbortSignal }} of
 * @returns {Promise<HTMLElement>}
 */
export async function whyAlive({ file, node, store, cuts, ignored, signal }) {
  const { held, ended, list } = await file.ask("paths", { node, most: MOST, ignored: [...ignored.nodes] }, { signal });
  const said = HELD[held] ?? "";
  const none = list.length === 0 && !said ? "Nothing else holds it." : said;
  return element(
    "div",
    { class: "why" },
    ...(none ? [element("p", {}, none)] : []),
    ...list.map((path, at) => way(path, at, { store, cuts, ignored })),
    ...(ended === "most"
      ? [element("p", { class: "soft" }, "There are more ways. Ignore a holder, or cut a reference, to see the next.")]
      : []),
    ...(ignored.size > 0 ? [restore(ignored)] : []),
  );
}

/** @param {PathAnswer} path @param {number} at @param {{ store: Store<State>, cuts: Cuts, ignored: Ignored }} room */
function way(path, at, room) {
  return element(
    "article",
    { class: "way" },
    element("p", { class: "sentence" }, legible(path.sentence)),
    stepByStep(path, at === 0, room.store, (step) => acts(path, step, room)),
  );
}

/**
 * The steps of a path, V8's own folded away.
 * @param {PathAnswer} path @param {boolean} open @param {Store<State>} store
 * @param {(step: number) => HTMLElement[]} [acts] what can be done about a step
 */
export function stepByStep(path, open, store, acts = () => []) {
  const steps = path.label.map((_, step) => hop(path, step, store, acts(step)));
  const telling = path.toldTo.at(-1) ?? steps.length;
  return element(
    "details",
    { open },
    element("summary", {}, `Step by step: ${steps.length} ${steps.length === 1 ? "reference" : "references"}`),
    element("ol", { class: "path-steps" }, ...steps.slice(0, telling)),
    ...(telling < steps.length ? [rest(steps.slice(telling), telling)] : []),
  );
}

/** What comes above the part that was told: V8's and the browser's own. @param {HTMLElement[]} steps @param {number} before */
function rest(steps, before) {
  const words = `${steps.length} more up to the root`;
  return element(
    "details",
    {},
    element("summary", { class: "soft" }, words),
    element("ol", { class: "path-steps", start: before + 1 }, ...steps),
  );
}

/**
 * A step of a path.
 * @param {PathAnswer} path @param {number} step @param {Store<State>} store @param {HTMLElement[]} acts what can be done about it
 */
function hop(path, step, store, acts) {
  const label = path.label[step] ?? "";
  const name = path.name[step] ?? "";
  const id = path.id[step] ?? 0;
  const words = explained(label, name);
  // What was said of the step before is not said again.
  const isNews = words !== explained(path.label[step - 1] ?? "", path.name[step - 1] ?? "");
  return element(
    "li",
    {},
    element("code", { class: "edge" }, legible(label, 80)),
    " of ",
    link(store, { object: id }, legible(name || "(unnamed)", 120), element("span", { class: "soft" }, ` @${id}`)),
    " ",
    ...acts,
    ...(words && isNews ? [element("span", { class: "soft explained" }, words)] : []),
  );
}

/** @param {PathAnswer} path @param {number} step @param {{ cuts: Cuts, ignored: Ignored }} room */
function acts(path, step, { cuts, ignored }) {
  const [node = 0, edge = 0] = [path.node[step], path.edge[step]];
  if (node === 0) return [];
  const cut = { edge, words: `${path.label[step]} of ${path.name[step]} @${path.id[step]}` };
  const act = (/** @type {string} */ what, /** @type {string} */ spoken, /** @type {() => void} */ onclick) =>
    element(
      "button",
      { type: "button", class: "button quiet small", "aria-label": `${spoken} ${legible(cut.words, 80)}`, onclick },
      what,
    );
  return [act("cut", "Cut", () => cuts.add(cut)), act("ignore", "Ignore", () => ignored.add(node))];
}

/** @param {Ignored} ignored */
function restore(ignored) {
  const words = ignored.size === 1 ? "1 holder is ignored. " : `${ignored.size} holders are ignored. `;
  return element(
    "p",
    { class: "soft" },
    words,
    element(
      "button",
      { type: "button", class: "button quiet small", onclick: () => ignored.clear() },
      "Look at all again",
    ),
  );
}
