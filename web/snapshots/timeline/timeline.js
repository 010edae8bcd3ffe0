import { element, shape } from "../../ui/element.js";
import { bytes } from "../../ui/figure.js";
import { TreeGrid } from "../../ui/grid/tree-grid.js";
import { CLASS_COLUMNS, summaryOf } from "../list/classes.js";
import { bars } from "./bars.js";

/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { State } from "../state.js" */
/** @import { Pane } from "../pane.js" */
/** @import { Bar } from "./bars.js" */

const WIDTH = 600;
const HEIGHT = 90;

/**
 * What was allocated when, of all that is still there: bars over time, of which a range is listed below.
 * @param {State} state @param {OpenFile} file @param {HTMLElement} place @param {Pane} pane
 */
export async function show(state, file, place, pane) {
  const all = bars(await file.ask("intervals"));
  const grid = new TreeGrid();
  grid.classList.add("view-grid");
  grid.empty = "Nothing that was allocated then is still there.";
  grid.onchosen = ({ subject }) => pane.choose(subject);
  grid.onfailed = pane.fail;
  const said = element("p", { role: "status" });
  const rects = all.map((bar, at) => rect(bar, at, all));
  const choose = (/** @type {number} */ from, /** @type {number} */ to) => {
    const [first, last] = [all[Math.min(from, to)], all[Math.max(from, to)]];
    if (!first || !last) return;
    rects.forEach((one, at) => one.classList.toggle("out", at < Math.min(from, to) || at > Math.max(from, to)));
    const alive = all.slice(Math.min(from, to), Math.max(from, to) + 1).reduce((sum, bar) => sum + bar.alive, 0);
    said.textContent = `From ${seconds(first.from)} to ${seconds(last.to)}: ${bytes(alive)} are still there.`;
    grid.show({
      label: `Allocated in the range, of ${state.file?.name}`,
      columns: CLASS_COLUMNS,
      list: summaryOf(file, { filter: { only: "allocatedBetween", after: first.after, upTo: last.upTo }, named: "" }),
      order: { by: "retained", descending: true },
    });
  };
  place.replaceChildren(
    element(
      "p",
      { class: "soft" },
      "What was allocated during the recording and is still there. What is gone is not in the file.",
    ),
    ...(all.length > 0
      ? [picture(rects, all, choose), said, grid]
      : [element("p", {}, "The recording has no moments.")]),
  );
  choose(0, all.length - 1);
}

/** @param {SVGRectElement[]} rects @param {Bar[]} all @param {(from: number, to: number) => void} choose */
function picture(rects, all, choose) {
  const ends = ["From", "To"].map((title, at) =>
    element("input", {
      type: "range",
      min: 0,
      max: all.length - 1,
      value: at === 0 ? 0 : all.length - 1,
      "aria-label": `${title}, in the recording`,
      oninput: () => chosen(),
    }),
  );
  const chosen = () => {
    const [from, to] = ends.map(({ valueAsNumber }) => valueAsNumber);
    for (const end of ends) end.ariaValueText = seconds(all[end.valueAsNumber]?.to ?? 0);
    choose(from ?? 0, to ?? 0);
  };
  const svg = shape(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "timeline", preserveAspectRatio: "none", "aria-hidden": "true" },
    ...rects,
  );
  let begun = -1;
  const at = (/** @type {PointerEvent} */ event) => {
    const { left, width } = svg.getBoundingClientRect();
    return Math.min(all.length - 1, Math.max(0, Math.floor(((event.clientX - left) / width) * all.length)));
  };
  svg.addEventListener("pointerdown", (event) => {
    begun = at(event);
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointerup", (event) => {
    const [first, second] = ends;
    if (!first || !second || begun < 0) return;
    const [from, to] = [begun, at(event)].sort((a, b) => a - b);
    first.value = String(from);
    second.value = String(to);
    begun = -1;
    chosen();
  });
  return element("div", { class: "timeline-place" }, svg, ...ends);
}

/** @param {Bar} bar @param {number} at @param {Bar[]} all */
function rect({ alive }, at, all) {
  const most = Math.max(...all.map((bar) => bar.alive), 1);
  const width = WIDTH / all.length;
  // What is there is seen, be it ever so little.
  const height = alive > 0 ? Math.max(2, (alive / most) * HEIGHT) : 0;
  return shape("rect", { x: at * width, y: HEIGHT - height, width: Math.max(0.5, width - 0.5), height });
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
