// What a person asks of open files, and how long the answers of the session take.

const AGAIN = 10;

/** Milliseconds of the first answer, and of the middle one of some more. */
function timed(what, ask) {
  const times = Array.from({ length: AGAIN + 1 }, () => {
    const begun = performance.now();
    ask();
    return performance.now() - begun;
  });
  const [first, ...more] = times;
  return { what, first, usual: more.sort((a, b) => a - b)[AGAIN / 2] };
}

/** Pages hold a hundred rows. */
const page = (by, descending) => ({ by, descending, from: 0, to: 100 });

/** @param {any} session @param {number} file */
export function ask(session, file) {
  const { key } = session.summary(file, { by: "count", descending: true, from: 0, to: 1 });
  const instances = (rows) => session.instances(file, { key: key[0], ...rows });
  const node = instances(page("retained", true)).node[0];
  return [
    timed("retainers made ready, unasked", () => session.prepare(file)),
    timed("a page of objects, by retained size", () => instances(page("retained", true))),
    timed("a page of objects, by name", () => instances(page("name", false))),
    timed("retainers of an object", () => session.retainers(file, { node, ...page("distance", false) })),
    timed("a path to an object", () => session.paths(file, { node, most: 1 })),
    timed("search for a name", () => session.search(file, { text: "customer 77", ...page("retained", true) })),
    timed("statistics", () => session.statistics(file)),
  ];
}

/** @param {any} session @param {number} before @param {number} after */
export function compare(session, before, after) {
  const rows = { by: "sizeDelta", descending: true, from: 0, to: 100 };
  return [timed("comparison of two files", () => session.comparison(after, { before, ...rows }))];
}
