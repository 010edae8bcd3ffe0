// Two collections a pair, in three ways; what one holds, the other holds, too.
const { take } = require("./snapshot.cjs");

const record = (/** @type {number} */ id) => ({ id, data: new Array(250).fill(id) });

const byId = new Map();
/** @type {object[]} */
const byAge = [];
globalThis.shop = { byId, byAge };

const open = new Set();
/** @type {Record<string, object>} */
const named = {};
globalThis.desk = { open, named };

const recent = new Map();
const queue = new Set();
globalThis.line = { recent, queue };

for (const name of ["a", "b", "c"]) {
  for (let made = 0; made < 200; made++) {
    const [one, two, three] = [record(byAge.length), record(open.size), record(queue.size)];
    byId.set(one.id, one);
    byAge.push(one);
    named[`ticket ${open.size}`] = two;
    open.add(two);
    recent.set(`job ${queue.size}`, three);
    queue.add(three);
  }
  take(name);
}
