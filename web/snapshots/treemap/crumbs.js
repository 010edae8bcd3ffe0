import { element } from "../../ui/element.js";
import { legible } from "../../ui/legible.js";

/** @import { ObjectPage } from "../../wasm/inspect.js" */
/** @import { Tiles, Whole } from "./tiles.js" */
/** @typedef {{ whole: Whole, name: string }} Step */

/** So many of the steps before the whole are named; the root always is. */
const NAMED = 4;
const LONGEST = 40;

/** The way from the root to the whole, each step a button that goes back there. */
export class Crumbs {
  #list = element("ol", { class: "plain treemap-crumbs" });
  root = element("nav", { "aria-label": "Dominators of what is shown" }, this.#list);
  /** @type {Step[]} those before the whole */
  #before = [];
  /** Tiles of several that were gone into, each with the object that they are in. @type {(Step & { around: number })[]} */
  #groups = [];

  /** @param {(whole: Whole) => void} go */
  constructor(go) {
    this.go = go;
  }

  /** Goes one step out. Whether there is one. */
  out() {
    const last = this.#before.at(-1);
    if (last) this.go(last.whole);
    return last !== undefined;
  }

  /** @param {ObjectPage} path from the whole, or the first of several, to the root @param {Tiles} tiles */
  show(path, tiles) {
    const focused = this.#list.contains(document.activeElement);
    const objects = Array.from(path.node, (node, at) => {
      const name = at === path.node.length - 1 ? "(root)" : path.name[at] || path.className[at] || "";
      return { whole: { node }, name };
    });
    const [whole, ...around] = objects;
    this.#groups = this.#groups.filter((group) => around.some(({ whole }) => whole.node === group.around));
    if (tiles.isClass(0)) this.#goInto(tiles, around[0]?.whole.node ?? 0);
    const steps = around
      .reverse()
      .flatMap((step) => [step, ...this.#groups.filter(({ around }) => around === step.whole.node)]);
    if (whole && !tiles.isClass(0)) steps.push(whole);
    this.#before = steps.slice(0, -1);
    const far = this.#before.length > NAMED;
    const shown = far ? [...this.#before.slice(0, 1), null, ...this.#before.slice(1 - NAMED)] : this.#before;
    this.#list.replaceChildren(
      ...shown.map((step) => (step ? this.#step(step) : element("li", { class: "soft" }, "…"))),
      element("li", { "aria-current": "true" }, short(steps.at(-1)?.name ?? "")),
    );
    if (focused) this.#list.querySelector("li:nth-last-child(2)")?.querySelector("button")?.focus();
  }

  /** What was gone into behind it is left. @param {Tiles} tiles @param {number} around */
  #goInto(tiles, around) {
    const { node, members } = tiles.whole(0);
    const at = this.#groups.findIndex(({ whole }) => whole.node === node && whole.members === members);
    if (at >= 0) this.#groups.length = at;
    this.#groups.push({ whole: { node, members }, name: tiles.name(0), around });
  }

  /** @param {Step} step */
  #step({ whole, name }) {
    return element(
      "li",
      {},
      element("button", { type: "button", class: "as-link", onclick: () => this.go(whole) }, short(name)),
    );
  }
}

/** @param {string} name */
function short(name) {
  return legible(name, LONGEST);
}
