// What a page is handled by: the driver calls it by name.

const witnesses = new FinalizationRegistry((/** @type {() => void} */ gone) => gone());

/**
 * @param {(leaky: boolean) => Promise<(turn: number) => unknown>} start
 * @param {() => Promise<void>} [surround] what else the page has
 */
export function install(start, surround) {
  let turn = 0;
  /** @type {(turn: number) => unknown} */
  let act;
  const field = {
    /** @param {boolean} leaky */
    async begin(leaky) {
      await surround?.();
      act = await start(leaky);
    },
    /** @param {number} times */
    async act(times) {
      for (let i = 0; i < times; i++) await act(turn++);
    },
    /** Ends when frames were drawn and nothing else is to be done. */
    async quiet() {
      for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
    },
    /** Ends when an object that nobody refers to was collected. */
    witness: () => new Promise((resolve) => witnesses.register({}, resolve)),
  };
  Object.assign(globalThis, { field });
}
