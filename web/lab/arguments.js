import { LabError } from "./errors.js";

/** @typedef {import('../wasm/lab.js').ScenarioInfo} ScenarioInfo */

/**
 * Whether the variant asked for is the fixed one.
 * @param {ScenarioInfo} info @param {string} variant
 */
export function checkVariant(info, variant) {
  if (variant !== "leaky" && variant !== "fixed") {
    throw new LabError("lab.bad-variant", `“${variant}” is no variant of ${info.slug}.`);
  }
  if (variant === "fixed" && !info.fixed) {
    throw new LabError("lab.no-fixed-variant", `${info.slug} has no fixed variant.`);
  }
  return variant === "fixed";
}

/** @param {number} units */
export function checkCount(units) {
  if (!Number.isInteger(units) || units < 1 || units > 1e6) {
    throw new LabError("lab.bad-count", `“${units}” is no number of units.`);
  }
}

/** @param {number} period @param {number} units */
export function checkRate(period, units) {
  const inRange = Number.isInteger(period) && period >= 10 && period <= 60_000;
  if (!inRange || !Number.isInteger(units) || units < 1 || units > 1_000) {
    throw new LabError("lab.bad-rate", `${units} units every ${period} ms is no rate.`);
  }
}
