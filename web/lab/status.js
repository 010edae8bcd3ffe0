/** @typedef {import('../wasm/lab.js').Run} Run */
/** @typedef {import('../wasm/lab.js').ScenarioInfo} ScenarioInfo */

/** What one scenario is doing; one object a scenario, changed in place. */
export class Status {
  /** @type {Run | null} the run that is on */
  running = null;
  /** Units made since the last reset. */
  made = 0;
  /** Units not known to be dead. */
  alive = 0;
  /** Steps under way. */
  steps = 0;
  /** Bytes of JavaScript heap that its leaky units should hold by the scenario's own arithmetic. */
  kept = 0;

  /**
   * @param {number} place in the catalogue
   * @param {ScenarioInfo} info
   */
  constructor(place, info) {
    this.place = place;
    this.info = info;
  }

  /** Whether a step is under way. */
  get busy() {
    return this.steps > 0;
  }

  /** @param {number} units @param {boolean} fixed */
  counted(units, fixed) {
    this.made += units;
    this.alive += units;
    if (!fixed) this.kept += units * this.info.unitBytes;
  }

  /** @param {number} alive what a census found */
  found(alive) {
    this.alive = alive;
    this.kept = Math.min(this.kept, alive * this.info.unitBytes);
  }

  /** Back to nothing made. */
  clear() {
    this.running = null;
    this.made = 0;
    this.alive = 0;
    this.kept = 0;
  }
}
