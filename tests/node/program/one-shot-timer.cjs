// Leaks nothing: one timer, armed once, whose function shares the module's scope with a full cache.
const { take } = require("./snapshot.cjs");

const pages = new Map();
for (let page = 0; page < 50; page++) pages.set(page, new Array(4_000).fill(page));

const timer = setTimeout(() => pages.size, 3_600_000);
setImmediate(() => {
  for (const name of ["a", "b", "c"]) take(name);
  clearTimeout(timer);
});
