import { element } from "../ui/element.js";
import { legible } from "../ui/legible.js";
import { FILTERS } from "./filters.js";
import { baseOf, upTo } from "./state.js";
import { ViewLinks } from "./view-links.js";
import { VIEWS, viewOf } from "./views.js";

/** @import { Store } from "../shell/store.js" */
/** @import { HeapFile } from "./files/heap-file.js" */
/** @import { State } from "./state.js" */

/** Milliseconds after the last letter that what was typed is asked for. */
const PAUSE = 200;

/** The views that fit the file, and what can be set for the one on show. */
export class Tools {
  #timer = 0;
  #views = new ViewLinks();
  #named = element("input", {
    type: "search",
    placeholder: "Filter constructors",
    "aria-label": "Filter constructors",
    oninput: () => this.#typed(),
  });
  #only = element(
    "select",
    { "aria-label": "Filter objects", onchange: () => this.store.update({ only: this.#only.value }) },
    ...FILTERS.map(({ id, title }) => element("option", { value: id }, title)),
  );
  #base = element("select", { "aria-label": "Compare with", onchange: () => this.#compare() });
  #actions = element("input", {
    type: "number",
    min: 1,
    max: 999_999,
    placeholder: "?",
    title: "What grows by multiples of it comes first",
    onchange: () => this.#acted(),
  });
  #counted = element("label", {}, "Actions done before each file but the first ", this.#actions);
  #compared = element("label", {}, "since ", this.#base);
  #sought = element("input", {
    type: "search",
    placeholder: "Search: name, @id, .property",
    "aria-label": "Search objects by name, number or property",
    onchange: () => this.#search(),
  });
  /** @type {HeapFile[]} */
  #bases = [];
  root = element(
    "div",
    { class: "view-tools" },
    this.#views.root,
    element("div", { class: "row" }, this.#compared, this.#counted, this.#only, this.#named, this.#sought),
  );

  /** @param {Store<State>} store */
  constructor(store) {
    this.store = store;
  }

  /** @param {State} state */
  show(state) {
    const shown = viewOf(state);
    this.root.hidden = !shown;
    this.#views.show(state, shown);
    const tools = (shown && VIEWS[shown].tools) ?? [];
    this.#only.hidden = !tools.includes("only");
    this.#named.hidden = !tools.includes("named");
    this.#compared.hidden = !tools.includes("base");
    this.#counted.hidden = !tools.includes("actions") || upTo(state).length < 2;
    if (document.activeElement !== this.#actions) this.#actions.value = state.actions > 0 ? String(state.actions) : "";
    this.#sought.hidden = state.file?.kind === "profile";
    this.#only.value = state.only;
    if (document.activeElement !== this.#named) this.#named.value = state.named;
    if (document.activeElement !== this.#sought) this.#sought.value = state.sought;
    this.#bases = upTo({ ...state, file: state.files.at(-1) ?? null }).filter((file) => file !== state.file);
    const base = baseOf(state);
    this.#base.replaceChildren(
      ...this.#bases.map((file, at) =>
        element("option", { value: at, selected: file === base }, legible(file.name, 60)),
      ),
    );
  }

  focusFilter() {
    (this.#named.hidden ? this.#sought : this.#named).focus();
  }

  #typed() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.store.update({ named: this.#named.value }), PAUSE);
  }

  #acted() {
    if (this.#actions.reportValidity()) this.store.update({ actions: this.#actions.valueAsNumber || 0 });
  }

  #compare() {
    this.store.update({ base: this.#bases[Number(this.#base.value)] ?? null });
  }

  #search() {
    const sought = this.#sought.value.trim();
    this.store.update(sought ? { sought, view: "search" } : { sought, view: null });
  }
}
