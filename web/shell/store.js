/**
 * A room's state. It is read as a whole and changed by `update`; whoever selects some of its entries is told when one of
 * those changes, and of nothing else.
 * @template {object} State
 */
export class Store {
  /** @type {{ keys: (keyof State)[], tell: () => void }[]} */
  #watching = [];

  /** @param {State} state */
  constructor(state) {
    this.state = state;
  }

  /**
   * Calls back at once, and whenever one of the entries has changed.
   * @template {keyof State} Key
   * @param {Key[]} keys
   * @param {(slice: Readonly<Pick<State, Key>>) => void} listener
   */
  select(keys, listener) {
    const tell = () => listener(this.state);
    this.#watching.push({ keys, tell });
    tell();
  }

  /** @param {Partial<State>} change */
  update(change) {
    const before = this.state;
    this.state = { ...before, ...change };
    const changed = /** @type {(keyof State)[]} */ (Object.keys(change)).filter(
      (key) => !Object.is(before[key], this.state[key]),
    );
    for (const { keys, tell } of this.#watching) {
      if (keys.some((key) => changed.includes(key))) {
        tell();
      }
    }
  }
}
