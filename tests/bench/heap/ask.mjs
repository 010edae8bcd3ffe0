// What a person asks of open files, and how long the answers of the session take.

const AGAIN = 10;

/** Milliseconds of the first answer, and of the middle one of some more. */
function timed(what, ask) {
  const times = Array.from({ length: AGAIN + 1 }, () => took(ask));
  const [first, ...more] = times;
  return { what, first, usual: more.sort((a, b) => a - b)[AGAIN / 2] };
}

function took(ask) {
  const begun = performance.now();
  ask();
  return performance.now() - begun;
}

/** What is made ready while nobody asks: a question that comes then waits for one step. */
function prepared(session, file) {
  let done = false;
  const times = [];
  while (!done) {
    times.push(
      took(() => {
        done = session.prepare(file);
      }),
    );
  }
  const longest = Math.max(...times);
  return { what: "made ready, unasked: the longest step", first: longest, usual: longest };
}

/** Pages hold a hundred rows. */
const page = (by, descending) => ({ by, descending, from: 0, to: 100 });

const largest = page("retained", true);
const byName = page("name", false);
const grey = [0.5, 0.5, 0.5, 1];
const families = ["dom", "detached", "native", "object", "array", "string", "closure", "code", "system", "rest"];
const theme = { background: grey, ink: grey, families: Object.fromEntries(families.map((name) => [name, grey])) };
const area = { width: 1400, height: 900 };

/** @param {any} session @param {number} file */
export function ask(session, file) {
  const { key } = session.summary(file, { by: "count", descending: true, from: 0, to: 1 });
  const instances = (rows) => session.instances(file, { key: key[0], ...rows });
  const search = (asked) => session.search(file, asked);
  const { node: nodes, id: ids } = instances(largest);
  const node = nodes[0];
  const far = search({ text: "item 1", ...page("distance", true) }).node[0];
  const filters = [
    ["detached nodes", "detachedDom"],
    ["the console", "console"],
    ["event handlers", "eventHandlers"],
    ["contexts", "contexts"],
    ["what is unreached", "unreached"],
    ["equal strings", "duplicatedStrings"],
  ];
  return [
    prepared(session, file),
    timed("overview", () => session.overview(file)),
    timed("a page of objects, by retained size", () => instances(largest)),
    timed("a page of objects, by name", () => instances(byName)),
    timed("a page of all objects, by name", () => search({ text: "", shallow: [1, 1e9], ...byName })),
    timed("objects with a property", () => search({ text: "", property: "name", ...largest })),
    timed("an object by its number", () => session.objectOf(file, ids[0])),
    timed("fields of an object", () => session.fields(file, { node, ...byName })),
    timed("retainers of an object", () => session.retainers(file, { node, ...page("distance", false) })),
    timed("retainers, with one ignored", () => {
      session.retainers(file, { node, ignored: [nodes[1]], ...page("distance", false) });
    }),
    timed("what an object dominates", () => session.dominated(file, { node, ...largest })),
    timed("dominators of a far object", () => session.dominators(file, far)),
    timed("a path to an object", () => session.paths(file, { node, most: 1 })),
    timed("a path to a far object", () => session.paths(file, { node: far, most: 1 })),
    timed("what letting go of it frees", () => session.whatIf(file, { nodes: [node] })),
    timed("search for a name", () => search({ text: "customer 77", ...largest })),
    timed("search for a letter", () => search({ text: "e", ...largest })),
    timed("search for a letter, by name", () => search({ text: "e", ...byName })),
    ...filters.map(([what, only]) =>
      timed(`summary of ${what}`, () => session.summary(file, { filter: { only }, ...largest })),
    ),
    timed("equal strings", () => session.duplicateStrings(file, { by: "wasted", from: 0, to: 100 })),
    timed("strings of one text", () => session.equalStrings(file, { group: 0, ...largest })),
    timed("statistics", () => session.statistics(file)),
    timed("treemap", () => session.treemap(file, area)),
    timed("picture of the treemap", () => session.treemapPicture(file, { ...area, ratio: 1, theme })),
    timed("realms", () => session.realms(file)),
    timed("who holds an object", () => session.holders(file, { nodes: [node] })),
    timed("who holds the largest class, and the least to cut", () => session.holders(file, { key: key[0] })),
    timed("findings", () => session.findings(file, {})),
    timed("report", () => session.report(file, {})),
  ];
}

/** @param {any} session @param {number} before @param {number} after */
export function compare(session, before, after) {
  const rows = { by: "sizeDelta", descending: true, from: 0, to: 100 };
  const made = { first: before, second: after, by: "retained", descending: true, from: 0, to: 100 };
  const ready = [before, after].map((file) => prepared(session, file));
  const compared = timed("comparison of two files", () => session.comparison(after, { before, ...rows }));
  const { key } = session.comparison(after, { before, ...rows });
  return [
    ...ready,
    compared,
    timed("objects that came", () => session.compared(after, { before, key: key[0], ...byName })),
    timed("whether files are of one process", () => session.kinship(after, { before })),
    timed("what was made between and is still there", () => session.stillThere(after, made)),
    timed("classes that grow", () => session.growth(after, { before: [before], most: 100 })),
    timed("what grows over two files", () => session.findings(after, { before: [before] })),
  ];
}
