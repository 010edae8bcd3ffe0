class LocalClass {
  stuff = Array(10_000).fill("stuff");
}

/** @type {Set<number>} Timeouts that have not fired yet. */
const pending = new Set();

/** Makes an instance that a timeout holds for a second. */
export function leaky() {
  const local = new LocalClass();
  const timer = window.setTimeout(() => {
    pending.delete(timer);
    return local;
  }, 1_000);
  pending.add(timer);
  return local;
}

/** Lets the last second's instances go early. */
export function letGo() {
  for (const timer of pending) clearTimeout(timer);
  pending.clear();
}
