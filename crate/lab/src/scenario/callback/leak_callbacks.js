/** @type {number[]} Only "let go" looks at these: the leak itself forgets its ids. */
const timers = [];

/** A callback is registered, and its id forgotten. */
export function leaky() {
  const tick = () => {};
  const timer = window.setInterval(tick, 10_000);
  timers.push(timer);
  return tick;
}

/** The owner clears its timer when it goes. */
export function fixed() {
  const tick = () => {};
  const timer = window.setInterval(tick, 10_000);
  clearInterval(timer);
  return tick;
}

/** Clears every timer. */
export function letGo() {
  for (const timer of timers) clearInterval(timer);
  timers.length = 0;
}
