import { noticeOf } from "../ui/notice.js";
import { element } from "../ui/element.js";
import { count } from "../ui/figure.js";
import { TreeGrid } from "../ui/grid/tree-grid.js";
import { TITLES } from "./view-names.js";
import { VIEWS } from "./views.js";

/** @import { OpenFile } from "../inspect/open-file.js" */
/** @import { Store } from "../shell/store.js" */
/** @import { State } from "./state.js" */
/** @import { ViewName } from "./view-names.js" */
/** @import { Subject } from "./list/objects.js" */

/** Where a view is shown. What was asked for is dropped when another is. */
export class Pane {
  #grid = new TreeGrid();
  #own = element("div", { class: "own-view" });
  #note = element("p", { class: "soft view-note" });
  #count = element("span", { class: "soft", role: "status" });
  #head = element("div", { class: "row" }, this.#note, this.#count);
  /** For a view that watches something: ends it when another is shown. @type {() => void} */
  onleft = () => {};
  /** Which of the things that were to be shown is the last. */
  #turn = 0;
  root = element("section", { class: "pane" }, this.#head, this.#grid, this.#own);

  /** @param {Store<State>} store @param {(error: unknown) => void} fail */
  constructor(store, fail) {
    this.store = store;
    this.fail = fail;
    this.#grid.classList.add("view-grid");
    this.#grid.onchosen = ({ subject }) => this.choose(subject);
    this.#grid.onfailed = (error) => fail(error);
    this.#grid.oncounted = (rows) => {
      this.#count.textContent = `${count(rows)} ${rows === 1 ? "row" : "rows"}`;
    };
  }

  /** Looks at what was chosen: an object, or a constructor. @param {Subject | { key: string, name: string } | null | undefined} subject */
  choose(subject) {
    if (subject && "id" in subject) this.store.update({ object: subject.id, held: null });
    else if (subject && "key" in subject) this.store.update({ held: subject, object: null });
  }

  /** Looks at the object at a position. @param {OpenFile} file @param {number} node */
  async chooseNode(file, node) {
    try {
      // The first of who dominates it is the object itself.
      const { id } = await file.ask("dominators", node);
      if (id[0] !== undefined) this.store.update({ object: id[0], held: null });
    } catch (error) {
      this.fail(error);
    }
  }

  /** @param {ViewName | null} name @param {State} state */
  show(name, state) {
    this.#turn += 1;
    this.onleft();
    this.onleft = () => {};
    const file = state.file?.opened;
    this.root.hidden = !name || !file;
    if (!name || !file) return;
    const view = VIEWS[name];
    const { grid, draw } = view;
    const title = TITLES[name];
    this.root.setAttribute("aria-label", title);
    this.#grid.hidden = !grid;
    this.#own.hidden = !draw;
    this.#head.hidden = !grid;
    this.#count.textContent = "";
    this.#note.textContent = "";
    if (grid) {
      const { note, empty = "Nothing.", ...what } = grid(state, file);
      this.#note.textContent = note;
      this.#grid.empty = empty;
      this.#grid.show({ label: `${title} of ${state.file?.name}`, ...what });
    } else if (draw) {
      void this.#draw(() => draw(state, file, this.#own, this));
    }
  }

  /** Whether something begun at a turn is still wanted. */
  get turn() {
    return this.#turn;
  }

  /** @param {() => Promise<void>} draw */
  async #draw(draw) {
    const turn = this.#turn;
    this.#own.replaceChildren(element("p", { class: "soft", role: "status" }, "Working it out…"));
    try {
      await draw();
    } catch (error) {
      if (turn === this.#turn) {
        const { message, advice } = noticeOf(error);
        this.#own.replaceChildren(element("p", { class: "warning", role: "alert" }, `${message} ${advice}`));
        this.fail(error);
      }
    }
  }
}
