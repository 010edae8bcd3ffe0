import { Cuts } from "./cuts.js";
import { Ignored } from "./ignored.js";

/** @import { OpenFile } from "../../inspect/open-file.js" */

/** What is marked in a file stays marked while it is open. */
export class Kept {
  /** @type {WeakMap<OpenFile, { cuts: Cuts, ignored: Ignored }>} */
  #of = new WeakMap();

  /** @param {(error: unknown) => void} fail */
  constructor(fail) {
    this.fail = fail;
  }

  /** @param {OpenFile} file */
  of(file) {
    const kept = this.#of.get(file) ?? { cuts: new Cuts(file, this.fail), ignored: new Ignored() };
    this.#of.set(file, kept);
    return kept;
  }
}
