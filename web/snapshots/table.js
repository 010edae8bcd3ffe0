import { element, write } from "../ui/element.js";
import { count } from "../ui/figure.js";

/** @import { List } from "./lists.js" */

/** So many rows are shown at a time. */
const PART = 200;

/** A sorted list: its heads sort it, a button below it gets more. @template {string} Column */
export class Table {
  #by;
  #descending = true;
  #shown = 0;
  /** Counts orders, so that rows which arrive in an old one are dropped. */
  #order = 0;
  #body = element("tbody", {});
  #said = document.createTextNode("");
  #more = element("button", { type: "button", class: "button", hidden: true, onclick: () => this.#next() }, "");
  /** @type {Map<Column, HTMLTableCellElement>} */
  #heads = new Map();

  /** @param {string} name @param {List<Column>} list @param {(error: unknown) => void} fail */
  constructor(name, list, fail) {
    this.list = list;
    this.fail = fail;
    this.#by = list.first;
    const heads = list.columns.map(({ id, title, number }) => {
      const sort = element("button", { type: "button", class: "sort", onclick: () => this.#sort(id) }, title);
      const head = element("th", { scope: "col", class: number ? "number" : "" }, sort);
      this.#heads.set(id, head);
      return head;
    });
    this.root = element(
      "div",
      {},
      element(
        "div",
        { class: "scroll", tabindex: 0, role: "region", "aria-label": `What is in ${name}` },
        element("table", { class: "list" }, element("thead", {}, element("tr", {}, ...heads)), this.#body),
      ),
      element("div", { class: "row" }, this.#more, element("span", { class: "soft", role: "status" }, this.#said)),
    );
  }

  /** Asks for the first rows. */
  async fill() {
    this.#order += 1;
    this.#shown = 0;
    for (const [id, head] of this.#heads) {
      const sorted = this.#descending ? "descending" : "ascending";
      head.setAttribute("aria-sort", id === this.#by ? sorted : "none");
    }
    await this.#next();
  }

  /** Names begin at A, numbers at the largest. @param {Column} column */
  #sort(column) {
    const names = this.list.columns.some(({ id, number }) => id === column && !number);
    this.#descending = column === this.#by ? !this.#descending : !names;
    this.#by = column;
    void this.fill();
  }

  async #next() {
    const order = this.#order;
    const from = this.#shown;
    this.#more.disabled = true;
    try {
      const { count: all, rows } = await this.list.ask({
        by: this.#by,
        descending: this.#descending,
        from,
        to: from + PART,
      });
      if (order === this.#order) {
        this.#add(rows, all);
      }
    } catch (error) {
      this.fail(error);
    }
  }

  /** @param {string[][]} rows @param {number} all */
  #add(rows, all) {
    const made = rows.map((cells) =>
      element("tr", {}, ...cells.map((cell, at) => this.#cell(cell, this.list.columns[at]?.number ?? false))),
    );
    if (this.#shown === 0) {
      this.#body.replaceChildren(...made);
    } else {
      this.#body.append(...made);
    }
    this.#shown += rows.length;
    const left = all - this.#shown;
    this.#more.hidden = left <= 0;
    this.#more.disabled = false;
    this.#more.textContent = `Show ${count(Math.min(PART, left))} more`;
    write(this.#said, `${count(this.#shown)} of ${count(all)} rows`);
  }

  /** @param {string} text @param {boolean} number */
  #cell(text, number) {
    return number ? element("td", { class: "number" }, text) : element("th", { scope: "row" }, text);
  }
}
