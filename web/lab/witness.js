import { MOST_WITNESSES } from "../generated/lab.js";

/**
 * The witnesses of one scenario's units: one by one up to ten thousand, and beyond a fair sample of them. Each time the
 * list is full, half of it is dropped by chance, and of later units only as many are watched.
 */
export class Witnesses {
  /** @type {WeakRef<WeakKey>[]} */
  #watched = [];
  /** The share of units that is watched. */
  #share = 1;
  /** How many units the watched ones stand for. */
  #population = 0;

  /** Whether only a sample is watched. */
  get sampled() {
    return this.#population > this.#watched.length;
  }

  /** @param {WeakKey} unit */
  watch(unit) {
    this.#population++;
    if (this.#share < 1 && Math.random() >= this.#share) return;
    if (this.#watched.length === MOST_WITNESSES) {
      this.#watched = this.#watched.filter(() => Math.random() < 0.5);
      this.#share /= 2;
    }
    this.#watched.push(new WeakRef(unit));
  }

  /**
   * Counts the living and forgets the dead. Looking at a unit keeps it until the present task ends, so this is done
   * after a collection and not before one.
   */
  census() {
    const looked = this.#watched.length;
    this.#watched = this.#watched.filter((witness) => witness.deref() !== undefined);
    const alive = this.#watched.length;
    this.#population = looked === 0 ? 0 : Math.round((this.#population * alive) / looked);
    if (alive === 0) this.#share = 1;
    return this.#population;
  }

  /** Forgets all units. */
  forget() {
    this.#watched = [];
    this.#share = 1;
    this.#population = 0;
  }
}
