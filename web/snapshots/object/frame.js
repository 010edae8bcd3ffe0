import { element } from "../../ui/element.js";

/**
 * What is looked at beside the list: its head, a button that closes it, and what is told of it.
 * @param {string} what
 * @param {HTMLElement} head
 * @param {() => void} close
 * @param {...HTMLElement} parts
 */
export function frame(what, head, close, ...parts) {
  const words = `Close the ${what.toLowerCase()}`;
  const button = element(
    "button",
    { type: "button", class: "button quiet small", "aria-label": words, onclick: close },
    "✕",
  );
  return element(
    "section",
    { class: "object", hidden: true, "aria-label": what },
    element("header", { class: "row" }, head, button),
    ...parts,
  );
}
