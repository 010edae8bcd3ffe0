/** Waits, frame by frame, until something is so; not for ever. @template T @param {() => T} so @param {string} what @returns {Promise<T>} */
export async function until(so, what) {
  const latest = performance.now() + 20_000;
  for (;;) {
    const value = so();
    if (value) return value;
    if (performance.now() > latest) throw new Error(`${what} did not happen within 20 s`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
