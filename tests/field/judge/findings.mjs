// The answer of `leak-heap findings --json` as lines, in the order in which they are printed.

/**
 * @typedef {object} Line
 * @property {string} pattern
 * @property {string} text the evidence and the reference that holds it
 * @property {boolean} grows
 * @property {number | null} object
 * @property {number[]} steps
 */

/** @param {any} answer @returns {Line[]} */
export const lines = ({ findings }) =>
  findings.flatMap(({ pattern, certainty, evidence, moreEvidence }) => {
    const grows = certainty.startsWith("grows");
    const shown = evidence.map(({ label, object, steps }) => ({
      pattern,
      text: label,
      grows,
      object: object?.id ?? null,
      steps,
    }));
    const text = `${moreEvidence} more`;
    const more = Array.from({ length: moreEvidence }, () => ({ pattern, text, grows, object: null, steps: [] }));
    return [...shown, ...more];
  });

/** The place of the first line that names the culprit, from 1; 0 where none does. @param {Line[]} lines @param {RegExp} culprit */
export const rank = (lines, culprit) => lines.findIndex(({ text }) => culprit.test(text)) + 1;

/** How many steps of a sentence it takes until owner and variable were named; 0 where they are not. @param {string} sentence @param {RegExp} names */
export function stepsUntil(sentence, names) {
  const steps = sentence.split(" ← ");
  return steps.findIndex((_, at) => names.test(steps.slice(0, at + 1).join(" ← "))) + 1;
}

/** The lines that grow and are not declared to be right. @param {Line[]} lines @param {import("../drive/about.mjs").Right[]} right */
export const undeclared = (lines, right) =>
  lines.filter(({ grows, text }) => grows && !right.some(({ line }) => line.test(text)));

/** What was declared and is there. @param {Line[]} lines @param {import("../drive/about.mjs").Right[]} right */
export const declared = (lines, right) => right.filter(({ line }) => lines.some(({ text }) => line.test(text)));
