// What has to hold for the engine to be believed.

/**
 * @typedef {object} LeakSeen what was found of one leak
 * @property {string} name
 * @property {number} one the culprit's place among the lines of one file, 0 where it is not there
 * @property {number} three the same of three files
 * @property {number} steps until owner and variable are named, 0 where they are not
 * @property {string[]} strangers growing lines on the healthy twin that nobody declared
 *
 * @typedef {object} ProgramSeen what was found of one program
 * @property {string} name with its runtime
 * @property {string[]} strangers growing lines that nobody declared
 * @property {string[]} red what `--fail` was red on although nothing of it is declared: `idle, one file`
 */

const within = (most) => (place) => place > 0 && place <= most;

/** @type {{what: string, least: number, holds: (leak: LeakSeen) => boolean}[]} */
export const BARS = [
  { what: "three files: culprit on line 1", least: 0.85, holds: ({ three }) => within(1)(three) },
  { what: "three files: culprit among the first three", least: 0.92, holds: ({ three }) => within(3)(three) },
  { what: "one file: culprit among the first three", least: 0.62, holds: ({ one }) => within(3)(one) },
  { what: "owner and variable named within 6 steps", least: 0.85, holds: ({ steps }) => within(6)(steps) },
];

/** How many of the leaks reach each bar. @param {LeakSeen[]} leaks */
export const reached = (leaks) =>
  BARS.map(({ what, least, holds }) => {
    const count = leaks.filter(holds).length;
    return { what, least, count, of: leaks.length, met: count >= least * leaks.length };
  });

/** What is wrong with all that was seen, in words; nothing where all is well. @param {ProgramSeen[]} programs @param {LeakSeen[]} leaks @returns {string[]} */
export function faults(programs, leaks) {
  const missed = reached(leaks).filter(({ met }) => !met);
  return [
    ...programs.flatMap(({ name, strangers }) =>
      strangers.map((text) => `${name} has no leak, and this is said to grow: ${text}`),
    ),
    ...programs.flatMap(({ name, red }) => red.map((where) => `${name}: --fail is red (${where})`)),
    ...leaks.flatMap(({ name, strangers }) =>
      strangers.map((text) => `${name}: the healthy twin is said to grow: ${text}`),
    ),
    ...missed.map(({ what, least, count, of }) => `${what}: ${count} of ${of}, ${Math.ceil(least * of)} are needed`),
  ];
}
