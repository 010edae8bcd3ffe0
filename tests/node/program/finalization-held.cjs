// Leaks: what the registry will hand over leads back to the object it waits for.
const { take } = require("./snapshot.cjs");

class Download {
  constructor() {
    this.chunks = new Array(250).fill(0);
    this.controller = new AbortController();
    const { signal } = this.controller;
    signal.onabort = () => this.chunks.length;
    cleaners.register(this, signal);
  }
}

const cleaners = new FinalizationRegistry((/** @type {AbortSignal} */ signal) => {
  signal.onabort = null;
});
globalThis.cleaners = cleaners;

setImmediate(() => {
  for (const name of ["a", "b", "c"]) {
    for (let at = 0; at < 100; at++) new Download();
    take(name);
  }
});
