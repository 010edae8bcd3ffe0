import { precision } from "../../wasm/lab.js";

/** How precise the JS heap's readings are here and now. */
export function precisionHere() {
  const memory = performance.memory;
  return precision(memory?.usedJSHeapSize ?? NaN, memory?.totalJSHeapSize ?? NaN, memory?.jsHeapSizeLimit ?? NaN);
}
