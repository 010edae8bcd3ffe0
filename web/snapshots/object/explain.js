/**
 * What kinds of steps there are on the way from a root to an object: a rule for each, and a sentence for people who have
 * never met it. The first that fits is told.
 * @type {{ fits: (label: string, name: string) => boolean, words: string }[]}
 */
const STEPS = [
  {
    fits: (_, name) => /^V8EventListener|^EventListener\b/.test(name),
    words: "A listener: whoever registered it has not removed it, and its target is alive.",
  },
  {
    fits: (_, name) => /Pending activities/.test(name),
    words: "Something that is not finished keeps it: a timer, a request, an animation, an observer.",
  },
  {
    fits: (_, name) => /DevTools console/.test(name),
    words: "The console keeps what was logged. Clear the console, then take the snapshot again.",
  },
  {
    fits: (_, name) => /externref|WebAssembly\.Table|WasmTable/i.test(name),
    words: "The table through which WebAssembly holds JavaScript's objects: Rust still has a handle of it.",
  },
  {
    fits: (_, name) => /^system \/ Context$|^Context\b/.test(name),
    words: "A scope: the variables that closures made in it can still use, used or not.",
  },
  {
    fits: (_, name) => /^\(Global handles\)|^Global handles/.test(name),
    words: "The browser or an addon written in C++ holds it.",
  },
  {
    fits: (_, name) => /^\(Stack roots\)|^Stack/.test(name),
    words: "A function that is running at this moment uses it.",
  },
  {
    fits: (label) => /^\[\d+\]$/.test(label),
    words: "An element of an array: whoever owns the array can take it out.",
  },
  { fits: (label) => /^\{/.test(label), words: "A reference that V8 keeps itself; no program can cut it alone." },
  { fits: (label, name) => /^\./.test(label) && name.startsWith("Window"), words: "A global variable." },
];

/** @param {string} label of the reference @param {string} name of the object that holds @returns {string} empty if there is nothing to say */
export function explained(label, name) {
  return STEPS.find(({ fits }) => fits(label, name))?.words ?? "";
}

/** How an object is held, in the session's word. @type {Record<string, string>} */
export const HELD = {
  strongly: "",
  aside: "Only references that DevTools' distances pass over hold it.",
  weakly: "Only weak references lead to it: it goes at the next collection, if nothing else takes hold of it.",
  nowise: "No root reaches it: it is gone at the next collection.",
  unknown: "Whether something holds it could not be worked out: the part of the heap above it is too large.",
};
