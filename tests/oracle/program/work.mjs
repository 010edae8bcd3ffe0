// Work that allocates along several paths, for what records allocations.
class Ticket {
  constructor(n) {
    this.n = n;
    this.notes = [`note ${n}`];
  }
}

export const kept = [];

function build(n) {
  return new Ticket(n);
}
function direct(n) {
  kept.push(build(n));
}
function indirect(n) {
  [n].forEach(function each(i) {
    kept.push(build(i));
  });
}
function recursive(n, depth) {
  return depth ? recursive(n, depth - 1) : kept.push({ n, depth, data: new Array(20).fill(n) });
}
function temporary(n) {
  return String(n).padStart(64, "-").split("").length;
}

export function round(n) {
  for (let i = 0; i < 100; i++) {
    direct(n * i);
    if (i % 2) indirect(n + i);
    if (i % 10 === 0) recursive(n, i % 30);
    temporary(i);
  }
}

/** Descends `depth` frames and allocates at the bottom. */
export function dive(depth, make) {
  return depth ? dive(depth - 1, make) : make();
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
