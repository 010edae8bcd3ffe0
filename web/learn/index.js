/**
 * The background cards: `#learn=roots` opens the one whose words are in `card/roots.html`.
 * @typedef {object} CardInfo
 * @property {string} id
 * @property {string} title
 * @property {string} summary
 * @property {string[]} scenarios those it is the background of
 */

/** @type {CardInfo[]} */
export const CARDS = [
  {
    id: "roots",
    title: "How the browser manages memory",
    summary: "Roots, references, and a heap to collect by hand.",
    scenarios: ["global-object", "leak-objects", "leak-classes", "leak-callbacks", "leak-boxes", "high-water"],
  },
  {
    id: "meters",
    title: "What each meter sees",
    summary: "No single number is the memory of the page: which box each one reads.",
    scenarios: ["leak-buffers", "leak-boxes", "high-water"],
  },
  {
    id: "tools",
    title: "The tools of the Memory tab",
    summary: "Snapshots and their views, the timeline, sampling, detached elements.",
    scenarios: ["leak-classes", "leak-buffers", "leak-objects", "allocate-classes", "allocate-locals"],
  },
  {
    id: "exercises",
    title: "Four exercises",
    summary: "Say what will happen, start it, and look.",
    scenarios: ["leak-objects", "leak-buffers", "leak-boxes", "allocate-locals", "leak-classes", "allocate-classes"],
  },
  {
    id: "production",
    title: "Debugging in production",
    summary: "What an open inspector gives away, and what to do instead.",
    scenarios: [],
  },
];
