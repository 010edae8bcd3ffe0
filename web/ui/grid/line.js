import { element } from "../element.js";
import { legible } from "../legible.js";

/** @import { Cell, Column, Row } from "./list.js" */

/** Longer texts of a file are shown by their beginning. */
const MOST = 400;

/**
 * A row of the grid, filled anew for whatever row comes into its place.
 */
export class Line {
  #fold = element("span", { class: "fold", "aria-hidden": "true" });
  #name = element("span", { class: "cell-text" });
  /** What the columns' texts stand in. @type {HTMLElement[]} */
  #places = [];
  root = element("div", { role: "row", class: "line" });
  /** What it shows. @type {{ row: Row | undefined, columns: Column[] } | null} */
  #shown = null;
  /** What was written, by name: writing the same again costs as much as something new. @type {Record<string, string | null>} */
  #written = {};

  /** @param {string} id */
  constructor(id) {
    this.root.id = id;
  }

  /** Whether something that was clicked on folds and unfolds it. @param {EventTarget | null} target */
  folds(target) {
    return target === this.#fold;
  }

  /**
   * @param {Row | undefined} row nothing while it is asked for
   * @param {Column[]} columns those that are shown
   * @param {string} instead what is said where there is no row
   */
  show(row, columns, instead) {
    if (row && this.#shown?.row === row && this.#shown.columns === columns) {
      return;
    }
    if (this.#shown?.columns !== columns) this.#make(columns);
    this.#shown = { row, columns };
    for (const [at, column] of columns.entries()) {
      const cell = row ? cellOf(row, column) : at === 0 ? instead : "";
      say(/** @type {HTMLElement} */ (this.#places[at]), cell);
    }
    this.root.classList.toggle("absent", !row);
  }

  /** @param {Column[]} columns */
  #make(columns) {
    const cells = columns.map(({ kind }, at) =>
      at === 0
        ? element("div", { role: "rowheader", class: kind }, this.#fold, this.#name)
        : element("div", { role: "gridcell", class: kind }),
    );
    this.#places = [this.#name, ...cells.slice(1)];
    this.root.replaceChildren(...cells);
  }

  /**
   * @param {{ number: number, level: number, at: number, of: number, open: boolean | null, active: boolean, top: number }} place
   *   `open` is nothing where there is nothing to unfold
   */
  put({ number, level, at, of, open, active, top }) {
    this.#write("transform", `translateY(${top}px)`, (value) => (this.root.style.transform = value));
    this.#write("--level", String(level - 1), (value) => this.root.style.setProperty("--level", value));
    this.#write("aria-rowindex", String(number + 2));
    this.#write("aria-level", String(level));
    this.#write("aria-posinset", String(at + 1));
    this.#write("aria-setsize", String(of));
    this.#write("aria-expanded", open === null ? null : String(open));
    this.#write("aria-selected", String(active));
    const fold = open === null ? "" : open ? "▾" : "▸";
    if (this.#fold.textContent !== fold) this.#fold.textContent = fold;
  }

  /** @template {string | null} Value @param {string} name @param {Value} value @param {(value: Value) => void} how */
  #write(name, value, how = (value) => setAttribute(this.root, name, value)) {
    if (this.#written[name] === value) return;
    this.#written[name] = value;
    how(value);
  }
}

/** @param {Element} root @param {string} name @param {string | null} value */
function setAttribute(root, name, value) {
  if (value === null) root.removeAttribute(name);
  else root.setAttribute(name, value);
}

/** What stands in a column. @param {Row} row @param {Column} column @returns {Cell} */
export function cellOf({ cells }, { id, below = id }) {
  return cells[id] ?? cells[below] ?? "";
}

/** What is read in it. @param {Cell} cell */
export function textOf(cell) {
  return typeof cell === "string" ? cell : cell.map(({ text }) => text).join("");
}

/** Says what is in a cell, with as few new elements as can be. @param {HTMLElement} place @param {Cell} cell */
function say(place, cell) {
  if (typeof cell === "string") {
    place.textContent = legible(cell, MOST);
    return;
  }
  const isSame = place.childElementCount === cell.length && place.childNodes.length === cell.length;
  if (!isSame) place.replaceChildren(...cell.map(() => element("span")));
  for (const [at, { text, look = "" }] of cell.entries()) {
    const part = /** @type {HTMLElement} */ (place.children[at]);
    part.textContent = legible(text, MOST);
    if (part.className !== look) part.className = look;
  }
}
