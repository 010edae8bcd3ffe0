import { LONGEST_PERIOD, MOST_STEP, MOST_UNITS, SHORTEST_PERIOD } from "../../generated/lab.js";
import { LabError } from "./errors.js";

/** @import { Line } from '../../generated/catalogue.js' */
/** @import { Run } from '../../wasm/lab.js' */

/**
 * Whether the variant asked for is the fixed one.
 * @param {Line} line @param {string} variant
 */
export function checkVariant(line, variant) {
  if (variant !== "leaky" && variant !== "fixed") {
    throw new LabError("lab.bad-variant", `“${variant}” is no variant of ${line.slug}.`);
  }
  if (variant === "fixed" && !line.cured) {
    throw new LabError("lab.no-fixed-variant", `${line.slug} has no fixed variant.`);
  }
  return variant === "fixed";
}

/** @param {number} units */
export function checkCount(units) {
  if (!isWhole(units, 1, MOST_STEP)) throw new LabError("lab.bad-count", `“${units}” is no number of units.`);
}

/**
 * The run that is asked for; what is made once takes no rate.
 * @param {Line} line @param {{ variant?: string, period?: number, units?: number }} options
 * @returns {Run}
 */
export function checkRun(line, { variant = "leaky", period = line.period, units = 1 }) {
  const fixed = checkVariant(line, variant);
  const once = line.period === 0;
  if (once && (period !== 0 || units !== 1)) {
    throw new LabError("lab.once", `${line.slug} makes one unit, once: it takes no rate.`);
  }
  if (!once && !(isWhole(period, SHORTEST_PERIOD, LONGEST_PERIOD) && isWhole(units, 1, MOST_UNITS))) {
    throw new LabError("lab.bad-rate", `${units} units every ${period} ms is no rate.`);
  }
  return { slug: line.slug, fixed, period, units };
}

/** @param {number} value @param {number} least @param {number} most */
export const isWhole = (value, least, most) => Number.isInteger(value) && value >= least && value <= most;
