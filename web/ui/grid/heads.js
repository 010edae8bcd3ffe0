import { element } from "../element.js";

/** @import { Column, Order } from "./list.js" */

/** The heads of a grid's columns, which sort it. */
export class Heads {
  #row = element("div", { role: "row", class: "line heads", "aria-rowindex": 1 });
  root = element("div", { role: "rowgroup", class: "grid-head" }, this.#row);

  /** @param {(column: Column) => void} sort */
  constructor(sort) {
    this.sort = sort;
  }

  /** @param {Column[]} columns @param {Order | null} order */
  show(columns, order) {
    const focused = columns.findIndex((_, place) => this.#row.children[place]?.contains(document.activeElement));
    const heads = columns.map((column) => {
      const sorted = order?.by === column.id && !column.fixed;
      const sort = sorted ? (order.descending ? "descending" : "ascending") : "none";
      const title = column.fixed
        ? element("span", { class: "sort" }, column.title)
        : element("button", { type: "button", class: "sort", onclick: () => this.sort(column) }, column.title);
      return element("div", { role: "columnheader", class: column.kind, "aria-sort": sort }, title);
    });
    this.#row.replaceChildren(...heads);
    heads[focused]?.querySelector("button")?.focus();
  }
}
