import { element } from "../../ui/element.js";

/** @import { ObjectPage } from "../../wasm/inspect.js" */

/** So many of the objects around the whole are named; the root always is. */
const NAMED = 4;
const LONGEST = 40;

/** The way from the root to the whole, each step a button that goes back there. */
export class Crumbs {
  #list = element("ol", { class: "plain treemap-crumbs" });
  root = element("nav", { "aria-label": "Dominators of what is shown" }, this.#list);
  /** @type {number | null} the object that directly dominates the whole */
  #around = null;

  /** @param {(node: number) => void} go */
  constructor(go) {
    this.go = go;
  }

  /** Goes one step out. Whether there is one. */
  out() {
    if (this.#around === null) return false;
    this.go(this.#around);
    return true;
  }

  /** @param {ObjectPage} path from the whole to the root */
  show(path) {
    this.#around = path.node[1] ?? null;
    const steps = Array.from(path.node, (node, at) => ({ node, name: path.name[at] || path.className[at] || "" }));
    const [whole, ...around] = steps;
    const root = around.length > NAMED ? around.at(-1) : undefined;
    const near = root ? around.slice(0, NAMED - 1) : around;
    this.#list.replaceChildren(
      ...(root ? [this.#step(root.node, "(root)"), element("li", { class: "soft" }, "…")] : []),
      ...near.reverse().map(({ node, name }) => this.#step(node, !root && node === path.node.at(-1) ? "(root)" : name)),
      element("li", { "aria-current": "true" }, short(around.length > 0 ? (whole?.name ?? "") : "(root)")),
    );
  }

  /** @param {number} node @param {string} name */
  #step(node, name) {
    return element(
      "li",
      {},
      element("button", { type: "button", class: "treemap-step", onclick: () => this.go(node) }, short(name)),
    );
  }
}

/** @param {string} name */
function short(name) {
  return name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;
}
