import { element } from "../ui/element.js";
import { count } from "../ui/figure.js";
import { TreeGrid } from "../ui/grid/tree-grid.js";
import { warningOf } from "../ui/warning.js";
import { TITLES } from "./view-names.js";
import { VIEWS } from "./views.js";

/** @import { OpenFile } from "../inspect/open-file.js" */
/** @import { Store } from "../shell/store.js" */
/** @import { State } from "./state.js" */
/** @import { ViewName } from "./view-names.js" */
/** @import { Drawing } from "./views.js" */
/** @import { Subject } from "./list/objects.js" */

/** Where a view is shown. What was asked for is dropped when another is. */
export class Pane {
  #grid = new TreeGrid();
  #own = element("div", { class: "own-view" });
  #note = element("p", { class: "soft view-note" });
  #count = element("span", { class: "soft", role: "status" });
  #head = element("div", { class: "row" }, this.#note, this.#count);
  /** What draws the views that were on show before: they are drawn without another turn. @type {Map<ViewName, Drawing>} */
  #drawings = new Map();
  /** Ends what the view on show watches. */
  #shown = new AbortController();
  root = element("section", { class: "pane" }, this.#head, this.#grid, this.#own);

  /** Hears that a view, or the first rows of one, can be seen. */
  onseen = () => {};

  /** @param {Store<State>} store @param {(error: unknown) => void} fail */
  constructor(store, fail) {
    this.store = store;
    this.fail = fail;
    this.#grid.classList.add("view-grid");
    this.#grid.onchosen = ({ subject }) => this.choose(subject);
    this.#grid.onfailed = (error) => fail(error);
    this.#grid.oncounted = (rows) => {
      this.#count.textContent = `${count(rows)} ${rows === 1 ? "row" : "rows"}`;
      this.onseen();
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
    this.#shown.abort();
    this.#shown = new AbortController();
    const file = state.file?.opened;
    this.root.hidden = !name || !file;
    if (!name || !file) {
      this.#own.replaceChildren();
      return;
    }
    const view = VIEWS[name];
    const { grid, draws } = view;
    const title = TITLES[name];
    this.root.setAttribute("aria-label", title);
    this.#grid.hidden = !grid;
    this.#own.hidden = !draws;
    this.#head.hidden = !grid;
    this.#count.textContent = "";
    this.#note.textContent = "";
    if (grid) {
      const { note, empty = "Nothing.", ...what } = grid(state, file);
      this.#note.textContent = note;
      this.#grid.empty = empty;
      this.#grid.show({ label: `${title} of ${state.file?.name}`, ...what });
    } else if (draws) {
      void this.#draw(name, draws, state, file);
    }
  }

  /**
   * Each view has a place of its own: what comes too late is drawn where nobody sees it.
   * @param {ViewName} name @param {() => Promise<Drawing>} draws @param {State} state @param {OpenFile} file
   */
  async #draw(name, draws, state, file) {
    const { signal } = this.#shown;
    const waiting = element("p", { class: "soft", role: "status" }, "Working it out…");
    const place = element("div", { class: "own-view", "aria-busy": "true" }, waiting);
    this.#own.replaceWith(place);
    this.#own = place;
    try {
      const drawing = this.#drawings.get(name) ?? (await draws());
      this.#drawings.set(name, drawing);
      if (!signal.aborted) await drawing.show(state, file, place, this, signal);
      place.ariaBusy = "false";
      this.onseen();
    } catch (error) {
      if (signal.aborted) return;
      place.ariaBusy = "false";
      place.replaceChildren(warningOf(error));
      this.fail(error);
    }
  }
}
