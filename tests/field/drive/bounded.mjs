/**
 * Waits for a promise, not for ever.
 * @template T @param {Promise<T>} promise @param {string} what is waited for @param {number} [ms]
 * @returns {Promise<T>}
 */
export async function bounded(promise, what, ms = 60_000) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not happen within ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
