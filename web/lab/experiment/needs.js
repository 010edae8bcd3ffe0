import { LabError } from "./errors.js";
import { precisionHere } from "./precision.js";

/** @import { Line, Need } from '../../generated/catalogue.js' */

/** Whether the browser has what a scenario needs, as far as a page can tell; DevTools and the rest are up to the visitor. @type {Record<Need, () => boolean>} */
const HAS = {
  isolation: () => crossOriginIsolated,
  webGl: hasWebGl,
  audio: () => "AudioContext" in globalThis,
  gesture: () => navigator.userActivation?.hasBeenActive ?? true,
  popups: () => true,
  devTools: () => true,
  preciseMemory: () => precisionHere() === "exact",
};

/** @type {Record<Need, string>} */
const MISSING = {
  isolation: "This page is not cross-origin isolated.",
  webGl: "The browser gives out no WebGL context here.",
  audio: "The browser has no audio.",
  gesture: "The browser wants a click or a key first.",
  popups: "",
  devTools: "",
  preciseMemory: "performance.memory is absent or rounded here.",
};

/** Refuses, before anything changes, what cannot be made here. @param {Line} line */
export function checkNeeds(line) {
  for (const need of line.needs ?? []) {
    if (!HAS[need]()) throw new LabError(`need.${need}`, `${line.slug} cannot run here. ${MISSING[need]}`);
  }
}

/** @type {boolean | undefined} asked once: a context is dear */
let webGl;

function hasWebGl() {
  if (webGl === undefined) {
    const context = document.createElement("canvas").getContext("webgl");
    webGl = context !== null;
    context?.getExtension("WEBGL_lose_context")?.loseContext();
  }
  return webGl;
}
