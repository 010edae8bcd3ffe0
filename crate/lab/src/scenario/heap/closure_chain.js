import { get, put, release } from "../lab/roots.js";

class Thing {
  stuff = Array(10_000).fill("stuff");

  /** @param {boolean} first @param {() => string} someMethod */
  constructor(first, someMethod) {
    this.first = first;
    this.someMethod = someMethod;
  }
}

/** The new thing takes the old one's place. A helper looked at the old one, in the scope that someMethod is from. */
export function leaky() {
  const original = get("closureChain");
  const isFirst = () => original === undefined;
  const thing = new Thing(isFirst(), () => "hi");
  put("closureChain", thing);
  return thing;
}

/** No function of this scope looks at the old one. */
export function fixed() {
  const original = get("closureChain");
  const isFirst = original === undefined;
  const thing = new Thing(isFirst, () => "hi");
  put("closureChain", thing);
  return thing;
}

export const letGo = () => release("closureChain");
