/**
 * The element of the page that a selector finds; the page is broken without it.
 * @template {Element} Found
 * @param {string} selector
 * @param {new () => Found} type
 * @returns {Found}
 */
export function find(selector, type) {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) {
    throw new Error(`The page has no ${selector}.`);
  }
  return found;
}
