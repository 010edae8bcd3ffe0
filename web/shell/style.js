/** @type {Map<string, Promise<void>>} */
const loading = new Map();

/**
 * Loads a style sheet once; a room without it is no reason not to enter.
 * @param {string} name of a file in `style`
 * @returns {Promise<void>}
 */
export function loadStyle(name) {
  const begun = loading.get(name);
  if (begun) {
    return begun;
  }
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(`../style/${name}.css`, import.meta.url).href;
  const arrived = new Promise((/** @type {(value: void) => void} */ resolve) => {
    link.onload = () => resolve();
    link.onerror = () => resolve();
  });
  document.head.append(link);
  loading.set(name, arrived);
  return arrived;
}
