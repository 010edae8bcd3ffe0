/** @type {WeakRef<WeakKey>[][]} A list of witnesses for each scenario. */
const watched = [];

/** @param {number} scenario @param {WeakKey} unit */
export function watch(scenario, unit) {
  watched[scenario] ??= [];
  watched[scenario].push(new WeakRef(unit));
}

/**
 * Counts the living and forgets the dead. Looking at a unit keeps it until the present task ends, so this is done
 * after a collection and not before one.
 * @param {number} scenario
 */
export function census(scenario) {
  const alive = (watched[scenario] ?? []).filter((witness) => witness.deref() !== undefined);
  watched[scenario] = alive;
  return alive.length;
}

/** Forgets all units of all scenarios. */
export function forgetAll() {
  watched.length = 0;
}
