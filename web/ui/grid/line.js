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
  root = element("div", { role: "row", class: "line" });
  /** What it shows. @type {{ row: Row | undefined, columns: Column[] } | null} */
  #shown = null;

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
    this.#shown = { row, columns };
    const made = columns.map((column, place) => {
      const name = place === 0;
      const cell = element("div", { role: name ? "rowheader" : "gridcell", class: column.kind });
      const content = row ? parts(cellOf(row, column)) : name ? [instead] : [];
      cell.append(...(name ? [this.#fold, element("span", { class: "cell-text" }, ...content)] : content));
      return cell;
    });
    this.root.replaceChildren(...made);
    this.root.classList.toggle("absent", !row);
  }

  /**
   * @param {{ number: number, level: number, at: number, of: number, open: boolean | null, active: boolean, top: number }} place
   *   `open` is nothing where there is nothing to unfold
   */
  put({ number, level, at, of, open, active, top }) {
    const { root } = this;
    root.style.transform = `translateY(${top}px)`;
    root.style.setProperty("--level", String(level - 1));
    root.ariaRowIndex = String(number + 2);
    root.ariaLevel = String(level);
    root.ariaPosInSet = String(at + 1);
    root.ariaSetSize = String(of);
    root.ariaExpanded = open === null ? null : String(open);
    root.ariaSelected = String(active);
    this.#fold.textContent = open === null ? "" : open ? "▾" : "▸";
  }
}

/** What stands in a column. @param {Row} row @param {Column} column @returns {Cell} */
export function cellOf({ cells }, { id, below = id }) {
  return cells[id] ?? cells[below] ?? "";
}

/** What is read in it. @param {Cell} cell */
export function textOf(cell) {
  return typeof cell === "string" ? cell : cell.map(({ text }) => text).join("");
}

/** @param {Cell} cell @returns {(Node | string)[]} */
function parts(cell) {
  if (typeof cell === "string") {
    return [legible(cell, MOST)];
  }
  return cell.map(({ text, look }) => element("span", look ? { class: look } : {}, legible(text, MOST)));
}
