class LocalClass {
  stuff = Array(10_000).fill("stuff");
}

/** @type {Set<number>} Timeouts that have not fired yet. */
const pending = new Set();

/** Makes an instance that a timeout holds for a second. */
export function keepForASecond() {
  const local = new LocalClass();
  const timer = setTimeout(() => {
    pending.delete(timer);
    return local;
  }, 1_000);
  pending.add(timer);
  return local;
}

/** Lets the last second's instances go early. */
export function letGo() {
  pending.forEach((timer) => clearTimeout(timer));
  pending.clear();
}
