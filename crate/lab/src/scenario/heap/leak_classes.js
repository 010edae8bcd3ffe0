/** What leaks: DevTools lists its instances in a row of their own. */
class LeakyClass {
  stuff = Array(10_000).fill("stuff");
}

/** A class can only be declared in JavaScript; Rust does the rest. */
export const instance = () => new LeakyClass();
