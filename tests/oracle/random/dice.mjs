// Chance from a seed: the same graphs on every machine.

/** @param {number} seed (mulberry32) */
export function dice(seed) {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  return {
    next,
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (probability) => next() < probability,
    /** @template T @param {T[]} list @returns {T} */
    pick: (list) => list[below(list.length)],
    /** @template T @param {T[]} list @returns {T[]} */
    shuffle: (list) =>
      list
        .map((value) => [next(), value])
        .sort(([a], [b]) => a - b)
        .map(([, value]) => value),
  };
}
