import { refusedBytes } from "../../wasm/lab.js";
import { LabError } from "./errors.js";

/** @import { Line } from '../../generated/catalogue.js' */

/**
 * A trap and an exception are two things: after a trap the instance is dead, an exception ends what threw it.
 * @param {unknown} error
 */
export function isTrap(error) {
  return error instanceof WebAssembly.RuntimeError;
}

/**
 * What went wrong when a scenario was called.
 * @param {unknown} error as thrown
 * @param {Pick<Line, "slug" | "module">} line the scenario
 * @param {WebAssembly.Memory} [memory] the lab's, where some of it may have been asked for
 * @returns {LabError}
 */
export function explain(error, line, memory) {
  if (error instanceof LabError) return error;
  if (isTrap(error)) return explainTrap(/** @type {WebAssembly.RuntimeError} */ (error), line, memory);
  const words = error instanceof Error ? error.message : String(error);
  if (error instanceof RangeError) return new LabError("lab.no-room", `${line.slug}: ${words}`);
  return new LabError("lab.unit-failed", `${line.slug}: ${words}`);
}

/** @param {WebAssembly.RuntimeError} error @param {Pick<Line, "slug" | "module">} line @param {WebAssembly.Memory} [memory] */
function explainTrap(error, line, memory) {
  const refused = line.module === "lab" ? refusedBytes() : 0;
  if (memory && refused > 0) {
    const had = (memory.buffer.byteLength / 1e6).toFixed(0);
    return new LabError("wasm.memory-full", `An allocation of ${refused} bytes failed: linear memory has ${had} MB.`);
  }
  return new LabError("wasm.trap", `${line.slug}: the instance trapped: ${error.message}.`);
}
