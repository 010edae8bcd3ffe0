/** @typedef {import('../wasm/lab.js').State} State */

/** Safari lets a page set its address 50 times in 30 seconds. */
const ADDRESS_PAUSE = 700;

/** The state that the address carries: parts read it, change it by `update`, and are told by a `change` event. */
export class Store extends EventTarget {
  #writing = 0;

  /**
   * @param {State} state
   * @param {(state: State) => string} toHash
   */
  constructor(state, toHash) {
    super();
    this.state = state;
    this.toHash = toHash;
  }

  /** @param {Partial<State>} change */
  update(change) {
    this.state = { ...this.state, ...change };
    this.dispatchEvent(new Event("change"));
    if (this.#address() !== location.hash)
      this.#writing ||= window.setTimeout(() => this.#writeAddress(), ADDRESS_PAUSE);
  }

  #address() {
    const hash = this.toHash(this.state);
    return hash ? `#${hash}` : "";
  }

  /** Writes a pending change to the address now. */
  #writeAddress() {
    this.#writing = 0;
    history.replaceState(null, "", this.#address() || location.pathname + location.search);
  }
}
