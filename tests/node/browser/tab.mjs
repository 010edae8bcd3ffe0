// What the tests ask of a browser, whichever it is.

/** Seconds that a state may take to come. */
const PATIENCE = 60;

/**
 * @typedef {object} Tab
 * @property {string} url where the site is
 * @property {(hash: string) => Promise<void>} go
 * @property {(expression: string) => Promise<any>} run the value of an expression; promises are awaited
 * @property {(selector: string, file: string) => Promise<void>} choose gives a file to an input
 */

/** Waits until an expression is true. @param {Tab} tab @param {string} expression */
export async function until(tab, expression) {
  const end = Date.now() + PATIENCE * 1000;
  while ((await tab.run(`Boolean(${expression})`)) !== true) {
    if (Date.now() > end) {
      const shown = await tab.run("document.querySelector('main')?.innerText.slice(0, 2000)");
      throw new Error(`never came true: ${expression}\nThe page shows: ${shown}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
