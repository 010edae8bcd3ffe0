import { LRUCache } from "lru-cache";

const FILLING = "it may hold 5,000 and is not full yet: three files cannot know where it ends";

export const about = {
  runs: ["node22"],
  packages: ["lru-cache"],
  right: [
    { line: /filling of Shelf/, why: FILLING },
    { line: /weak of Shelf/, why: "its keys are in the cache that is being filled" },
    { line: /\{parts, text\}/, why: "they are in the cache that is being filled" },
  ],
};

class Shelf {
  full = new LRUCache({ max: 100 });
  filling = new LRUCache({ max: 5000 });
  weak = new WeakMap();
}

/** One cache that was full after the warm-up and one that is being filled. */
export async function start() {
  const shelf = new Shelf();
  Object.assign(globalThis, { shelf });
  return (turn) => {
    for (let at = 0; at < 60; at++) {
      const value = { turn, parts: [at, at + 1], text: `Part ${at} of ${turn}` };
      shelf.full.set(`${turn}.${at}`, value);
      shelf.filling.set(`${turn}.${at}`, value);
      shelf.weak.set(value, turn);
    }
  };
}
