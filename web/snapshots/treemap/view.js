import { loadStyle } from "../../shell/style.js";
import { TreemapView } from "./treemap.js";

/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { State } from "../state.js" */
/** @import { Pane } from "../pane.js" */

const styled = loadStyle("treemap");

/**
 * What is retained by what, as areas.
 * @param {State} _state @param {OpenFile} file @param {HTMLElement} place @param {Pane} pane @param {AbortSignal} signal
 */
export async function show(_state, file, place, pane, signal) {
  // Without it its size is not the one it will have.
  await styled;
  if (signal.aborted) return;
  const view = new TreemapView(file, { onSelect: (node) => pane.chooseNode(file, node), fail: pane.fail });
  signal.addEventListener("abort", () => view.close());
  place.replaceChildren(view.root);
  await view.show();
}
