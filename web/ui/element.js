/**
 * What an element is given: a function listens (`onclick`), `true` sets a bare attribute, `false` and `null` set none.
 * @typedef {string | number | boolean | null | ((event: never) => void)} Prop
 */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Makes an HTML element.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, Prop>} [props]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, props = {}, ...children) {
  return fill(document.createElement(tag), props, children);
}

/**
 * Makes an SVG element.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, Prop>} [props]
 * @param {...(Node | string)} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function shape(tag, props = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

/**
 * Gives an element its attributes, listeners and children.
 * @template {Element} Made
 * @param {Made} made
 * @param {Record<string, Prop>} props
 * @param {(Node | string)[]} children
 * @returns {Made}
 */
export function fill(made, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") {
      made.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else if (value === true) {
      made.setAttribute(name, "");
    } else if (value !== false && value !== null) {
      made.setAttribute(name, String(value));
    }
  }
  made.append(...children);
  return made;
}

/**
 * A text node that is written to only when its text changes.
 * @param {Text} node
 * @param {string} text
 */
export function write(node, text) {
  if (node.data !== text) {
    node.data = text;
  }
}
