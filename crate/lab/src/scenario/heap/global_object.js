/** What hangs on the global object. */
class TrulyGlobalObject {
  stuff = Array(10_000).fill("stuff");
}

/** A class can only be declared in JavaScript; Rust does the rest. */
export const instance = () => new TrulyGlobalObject();
