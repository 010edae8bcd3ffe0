import { element } from "../../ui/element.js";
import { bytes, percent } from "../../ui/figure.js";
import { legible } from "../../ui/legible.js";
import { placeOf } from "../list/functions.js";
import { framesBelow } from "./frames.js";

/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { State } from "../state.js" */
/** @import { Pane } from "../pane.js" */
/** @import { Frame } from "./frames.js" */

/**
 * Who called whom, as wide as what was allocated below. A press on a frame makes it the whole.
 * @param {State} _state @param {OpenFile} file @param {HTMLElement} place @param {Pane} pane @param {AbortSignal} signal
 */
export async function show(_state, file, place, pane, signal) {
  const said = element("p", { class: "soft", role: "status" }, "Press a frame to look into it.");
  const back = element("button", { type: "button", class: "button", hidden: true }, "Show all");
  const graph = element("div", { class: "flame", role: "group", "aria-label": "Flame graph" });
  /** @type {Frame} */
  const whole = {
    node: 0,
    name: "All",
    url: "",
    line: 0,
    own: 0,
    total: file.overview.total,
    depth: 0,
    x: 0,
    width: 1,
    caller: null,
  };
  const look = async (/** @type {Frame} */ root) => {
    const frames = await framesBelow(file, root, signal);
    back.hidden = root.node === 0;
    const depth = frames.reduce((most, frame) => Math.max(most, frame.depth), 0);
    graph.style.setProperty("--depth", String(depth + 1));
    graph.replaceChildren(...frames.map((frame) => box(frame, root.total, said, look)));
  };
  back.addEventListener("click", () => void look(whole).catch(pane.fail));
  await look(whole);
  place.replaceChildren(element("div", { class: "row" }, back, said), graph);
}

/** @param {Frame} frame @param {number} whole @param {HTMLElement} said @param {(frame: Frame) => Promise<void>} look */
function box(frame, whole, said, look) {
  const { name, url, line, own, total, depth, x, width } = frame;
  const shown = legible(name || "(anonymous)", 100);
  const words = `${shown} ${legible(placeOf(url, line), 100)}: ${bytes(total)}, ${percent(total, whole)}, itself ${bytes(own)}`;
  const tell = () => {
    said.textContent = words;
  };
  const made = element(
    "button",
    {
      type: "button",
      class: `frame hue-${hue(url)}`,
      title: words,
      onclick: () => void look(frame),
      onpointerenter: tell,
      onfocus: tell,
    },
    shown,
  );
  made.style.insetInlineStart = `${x * 100}%`;
  made.style.inlineSize = `${width * 100}%`;
  made.style.insetBlockStart = `calc(${depth} * var(--frame))`;
  return made;
}

/** Functions of one script have one colour. @param {string} url */
function hue(url) {
  let sum = 0;
  for (const sign of url) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1009;
  return sum % 6;
}
