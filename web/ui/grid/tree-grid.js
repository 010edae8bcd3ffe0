import { element } from "../element.js";
import { Branch } from "./branch.js";
import { Line } from "./line.js";
import { Heads } from "./heads.js";
import { moveOf, TypeAhead } from "./keys.js";
import { windowOf } from "./window.js";

/** @import { Column, List, Order, Row } from "./list.js" */

/** Rows that are made ready above and below what is seen. */
const BEYOND = 6;
/** Where it is narrower, in pixels, columns of this rank and above are left out. */
const WIDTHS = [
  { below: 430, rank: 1 },
  { below: 620, rank: 2 },
  { below: 800, rank: 3 },
];

let grids = 0;

/**
 * A sorted list of any length, of which only what is seen is asked for and made; rows unfold to further lists. All of it
 * is used by keyboard: the grid is one stop, the arrows move in it.
 */
export class TreeGrid extends HTMLElement {
  /** @type {Column[]} */
  #columns = [];
  /** @type {Column[]} those there is room for */
  #shown = [];
  /** @type {Branch | null} */
  #root = null;
  /** The row that keys move from. @type {{ branch: Branch, at: number } | null} */
  #active = null;
  #chosen = false;
  /** Ends what is asked for when the list is another. */
  #stop = new AbortController();
  /** Ends what is looked for by its name when something else is done. */
  #seeking = new AbortController();
  #asking = false;
  /** Whether the list was not drawn yet: it begins at its first row. */
  #isNew = false;
  #frame = 0;
  #row = 24;
  /** @type {Map<number, Line>} by the number of the row */
  #lines = new Map();
  #lineCount = 0;
  #id = `grid-${++grids}`;
  #heads = new Heads((by) => this.#sort(by));
  #content = element("div", { class: "lines", role: "rowgroup" });
  #body = element("div", { class: "grid-body", role: "presentation", onscroll: () => this.#later() }, this.#content);
  #ahead = new TypeAhead();
  #sized = new ResizeObserver(() => this.#measure());

  /** Hears which row was gone to. @type {(row: Row) => void} */
  onchosen = () => {};
  /** Hears that a row is to be opened: by Enter or a double click. @type {(row: Row) => void} */
  onopened = () => {};
  /** @type {(error: unknown) => void} */
  onfailed = () => {};
  /** Hears how many rows there are in all. @type {(count: number) => void} */
  oncounted = () => {};
  /** What is said where there are no rows. */
  empty = "Nothing.";

  connectedCallback() {
    if (!this.#body.isConnected) {
      this.role = "treegrid";
      this.tabIndex = 0;
      this.append(this.#heads.root, this.#body);
      this.addEventListener("keydown", (event) => this.#key(event));
      this.addEventListener("click", (event) => this.#click(event));
      this.addEventListener("dblclick", (event) => this.#double(event));
    }
    this.#sized.observe(this);
  }

  disconnectedCallback() {
    this.#sized.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /**
   * Shows a list.
   * @param {{ label: string, columns: Column[], list: List, order: Order }} what
   */
  show({ label, columns, list, order }) {
    this.ariaLabel = label;
    this.#columns = columns;
    this.#begin(new Branch(list, order));
    this.#measure();
  }

  /** The row that was gone to last. @returns {Row | null} */
  get chosen() {
    return this.#active?.branch.row(this.#active.at) ?? null;
  }

  /** What is shown, as it is now: in which order, and the columns there is room for. */
  get shown() {
    return this.#root ? { list: this.#root.list, order: this.#root.order, columns: this.#shown } : null;
  }

  /** @param {Branch} root */
  #begin(root) {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#asking = false;
    this.#root = root;
    this.#active = null;
    this.#chosen = false;
    this.#isNew = true;
    this.ariaBusy = "true";
    void this.#ask({ branch: root, at: 0 });
    this.#later();
  }

  /** @param {Column} column */
  #sort(column) {
    if (!this.#root) return;
    const { by, descending } = this.#root.order;
    const order = { by: column.id, descending: column.id === by ? !descending : column.kind === "number" };
    this.#begin(new Branch(this.#root.list, order));
    this.#fit();
  }

  #measure() {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.#row = Math.round(rem * 1.625);
    this.style.setProperty("--line-height", `${this.#row}px`);
    this.#fit();
    this.#later();
  }

  /** Leaves out what there is no room for. */
  #fit() {
    const narrow = WIDTHS.find(({ below }) => this.clientWidth < below);
    const shown = this.#columns.filter(({ rank = 0 }) => !narrow || rank < narrow.rank || rank === 0);
    if (shown.length !== this.#shown.length || shown.some((column, place) => column !== this.#shown[place])) {
      this.#shown = shown;
    }
    const numbers = this.#shown
      .slice(1)
      .map(({ kind }) => (kind === "number" ? "minmax(5.2rem, var(--number-width))" : "minmax(6rem, 0.6fr)"));
    this.style.setProperty("--columns", ["minmax(min(14rem, 50%), 1fr)", ...numbers].join(" "));
    this.ariaColCount = String(this.#shown.length);
    this.#heads.show(this.#shown, this.#root?.order ?? null);
  }

  /** Draws at the next frame, once. */
  #later() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #window() {
    const rows = this.#root?.height ?? 0;
    return windowOf({ rows, height: this.#row, view: this.#body.clientHeight, scrolled: this.#body.scrollTop });
  }

  #draw() {
    const root = this.#root;
    if (!root) return;
    if (this.#isNew) this.#body.scrollTop = 0;
    this.#isNew = false;
    const seen = this.#window();
    this.#content.style.height = `${seen.content}px`;
    this.ariaRowCount = root.count === null ? "-1" : String(root.height + 1);
    this.ariaBusy = String(root.count === null);
    const first = Math.max(0, seen.first - BEYOND);
    const last = Math.min(root.height, seen.last + BEYOND);
    this.#recycle(first, last);
    /** @type {{ branch: Branch, at: number } | null} */
    let lacking = null;
    let active = "";
    for (let number = first; number < last; number++) {
      const line = /** @type {Line} */ (this.#lines.get(number));
      const { branch, at } = root.find(number);
      const row = branch.row(at);
      line.show(row, this.#shown, branch.count === 0 ? this.empty : "…");
      const isActive = this.#active?.branch === branch && this.#active.at === at;
      const open = row?.below ? branch.below(at) !== undefined : null;
      const of = Math.max(1, branch.count ?? 1);
      line.put({ number, level: branch.level, at, of, open, active: isActive, top: seen.top(number) });
      if (isActive) active = line.root.id;
      if (!row && !lacking && branch.lacks(at)) lacking = { branch, at };
    }
    active ? this.setAttribute("aria-activedescendant", active) : this.removeAttribute("aria-activedescendant");
    if (lacking && !this.#asking) void this.#ask(lacking);
    else if (!this.#chosen) this.#choose();
  }

  /** One question at a time: who scrolls fast asks only for where it ends. @param {{ branch: Branch, at: number }} lacking */
  async #ask({ branch, at }) {
    const { signal } = this.#stop;
    this.#asking = true;
    try {
      await branch.load(at, signal);
      if (branch === this.#root) this.oncounted(branch.count ?? 0);
    } catch (error) {
      this.#fail(error, signal);
    }
    if (!signal.aborted) {
      this.#asking = false;
      this.#later();
    }
  }

  /** What nobody waits for, or sees, fails for nobody. @param {unknown} error @param {AbortSignal} signal */
  #fail(error, signal) {
    if (!signal.aborted && this.checkVisibility()) this.onfailed(error);
  }

  /** Lines that are not needed any more become those that are. @param {number} first @param {number} last */
  #recycle(first, last) {
    const spare = [];
    for (const [number, line] of this.#lines) {
      if (number < first || number >= last) {
        spare.push(line);
        this.#lines.delete(number);
      }
    }
    for (let number = first; number < last; number++) {
      if (!this.#lines.has(number)) {
        const line = spare.pop() ?? this.#make();
        this.#lines.set(number, line);
      }
    }
    for (const line of spare) line.root.remove();
  }

  #make() {
    const line = new Line(`${this.#id}-${++this.#lineCount}`);
    this.#content.append(line.root);
    return line;
  }

  /** Says which row is gone to, as soon as it is there. */
  #choose() {
    const row = this.chosen;
    if (row) {
      this.#chosen = true;
      this.onchosen(row);
    }
  }

  /** @param {{ branch: Branch, at: number }} place */
  #goTo(place) {
    this.#seeking.abort();
    this.#active = place;
    this.#chosen = false;
    this.#reach();
  }

  /** Scrolls to the row that is gone to. */
  #reach() {
    if (this.#active && this.#root) {
      const wanted = this.#window().reach(this.#active.branch.number(this.#active.at));
      if (Math.abs(wanted - this.#body.scrollTop) > 0.5) {
        this.#body.scrollTop = wanted;
      }
    }
    this.#later();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.target !== this || !this.#root || event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moveOf(event.key, Math.max(1, Math.floor(this.#body.clientHeight / this.#row) - 1));
    if (move) {
      this.#move(move);
    } else if (event.key === "Enter" && this.chosen) {
      this.onopened(this.chosen);
    } else if (!this.#type(event)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {import("./keys.js").Move} move */
  #move(move) {
    const root = /** @type {Branch} */ (this.#root);
    const { branch, at } = this.#active ?? { branch: root, at: -1 };
    const number = this.#active ? branch.number(at) : -1;
    if (move.fold === true && this.#active && branch.below(at)) {
      branch.fold(at);
    } else if (move.fold === true) {
      if (branch.stem) this.#goTo(branch.stem);
    } else if (move.fold === false) {
      const open = this.#active && branch.below(at);
      if (open) this.#goTo({ branch: open, at: 0 });
      else branch.unfold(at);
    } else {
      const next = move.to === "end" ? root.height - 1 : move.to === "start" ? 0 : number + (move.by ?? 0);
      this.#goTo(root.find(Math.min(Math.max(next, 0), root.height - 1)));
    }
    this.#later();
  }

  /** Goes to the next row that begins like what is typed. @param {KeyboardEvent} event */
  #type(event) {
    const text = this.#ahead.add(event);
    if (!text) return false;
    const { branch, at } = this.#active ?? { branch: /** @type {Branch} */ (this.#root), at: -1 };
    void this.#seek(branch, { text, from: text.length > 1 ? Math.max(at, 0) : at + 1 });
    return true;
  }

  /** Who types on, or moves, does not want what was looked for before. @param {Branch} branch @param {{ text: string, from: number }} sought */
  async #seek(branch, sought) {
    const [name] = this.#columns;
    if (!name) return;
    this.#seeking.abort();
    this.#seeking = new AbortController();
    const signal = AbortSignal.any([this.#seeking.signal, this.#stop.signal]);
    try {
      const at = await branch.seek(sought, name, signal);
      if (at !== null && !signal.aborted) this.#goTo({ branch, at });
    } catch (error) {
      this.#fail(error, signal);
    }
  }

  /** The row that something belongs to. @param {EventTarget | null} target */
  #at(target) {
    for (const [number, line] of this.#lines) {
      if (target instanceof Node && line.root.contains(target)) {
        return { number, line };
      }
    }
    return null;
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const found = this.#at(event.target);
    if (!found || !this.#root) return;
    const place = this.#root.find(found.number);
    if (found.line.folds(event.target)) {
      place.branch.below(place.at) ? place.branch.fold(place.at) : place.branch.unfold(place.at);
    }
    this.#goTo(place);
  }

  /** @param {MouseEvent} event */
  #double(event) {
    const found = this.#at(event.target);
    if (found && !found.line.folds(event.target) && this.chosen) {
      this.onopened(this.chosen);
    }
  }
}

customElements.define("tree-grid", TreeGrid);
