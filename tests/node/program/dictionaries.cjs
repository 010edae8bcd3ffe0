// Objects used as dictionaries: their keys are data, and all of it is invented.
const { take } = require("./snapshot.cjs");

class Visit {
  constructor(/** @type {number} */ at) {
    this.pagesSeen = [at];
  }
}

globalThis.visits = {};
for (let at = 0; at < 70; at++) globalThis.visits[`visitor${at}@post.example`] = new Visit(at);
globalThis.grants = { sk_live_9f8e7d6c5b4a: { scope: "write" }, "5500 0000 0000 0004": { kind: "card" } };
take("a");
