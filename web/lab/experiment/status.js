import { Witnesses } from "../witness.js";

/** @import { Line } from '../../generated/catalogue.js' */
/** @import { Run } from '../../wasm/lab.js' */
/** @import { Ran } from './ran.js' */

/** What one scenario is doing; one object a scenario, changed in place. */
export class Status {
  /** @type {Run | null} the run that is on */
  running = null;
  /** Units made since the last reset. */
  made = 0;
  /** Units not known to be dead: of a pair, those of which either half lives. */
  alive = 0;
  /** Of these, what lives in JavaScript's heap and in Rust's, where both are watched. @type {{ js: number, rust: number } | null} */
  halves = null;
  /** Steps under way. */
  steps = 0;
  /** Units that may still be kept, of those the leaky variant has made. */
  kept = 0;
  witnesses = new Witnesses();
  /** Ended by stop, let go and reset: whatever makes units asks it. */
  stopper = new AbortController();
  /** Settles when nothing makes units any more. @type {Set<Promise<unknown>>} */
  making = new Set();

  /** @param {Line} info @param {Ran} ran told of every unit */
  constructor(info, ran) {
    this.info = info;
    this.ran = ran;
    this.clear();
  }

  /** Whether a step is under way. */
  get busy() {
    return this.steps > 0;
  }

  /** Ends whatever makes units; resolves when nothing does any more. */
  async halt() {
    this.abort();
    await Promise.allSettled(this.making);
  }

  /** Tells whatever makes units to end. */
  abort() {
    this.stopper.abort();
    this.stopper = new AbortController();
  }

  /** @param {number} units @param {boolean} fixed */
  counted(units, fixed) {
    this.made += units;
    // What cannot be seen counts as alive for ever, so only what is meant to stay is counted.
    if (this.info.witness !== "unseen" || !fixed) this.alive += units;
    if (this.halves) {
      this.halves.js += units;
      this.halves.rust += units;
    }
    if (!fixed) this.kept += units;
    this.ran.made(this.info.slug, fixed ? "fixed" : "leaky", units);
  }

  /** What it kept was let go. */
  released() {
    this.kept = 0;
    this.ran.letGo(this.info.slug);
  }

  /** @param {number} js what a census found in JavaScript's heap @param {number} rust and in Rust's */
  found(js, rust) {
    const { witness } = this.info;
    if (witness === "both") this.halves = { js, rust };
    if (witness !== "unseen") this.alive = Math.max(js, rust);
    this.kept = Math.min(this.kept, this.alive);
  }

  /** Back to nothing made. */
  clear() {
    this.running = null;
    this.made = 0;
    this.alive = 0;
    this.halves = this.info.witness === "both" ? { js: 0, rust: 0 } : null;
    this.kept = 0;
    this.witnesses.forget();
  }
}
