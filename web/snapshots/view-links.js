import { element } from "../ui/element.js";
import { addressOf } from "./address.js";
import { NAMES, TITLES } from "./view-names.js";
import { VIEWS } from "./views.js";

/** @import { State } from "./state.js" */
/** @import { ViewName } from "./view-names.js" */

/** Links to the views that fit the file. A link that stays is the same element: it keeps the focus. */
export class ViewLinks {
  #links = new Map(NAMES.map((name) => [name, element("a", {}, TITLES[name])]));
  #items = new Map([...this.#links].map(([name, made]) => [name, element("li", {}, made)]));
  #list = element("ul", { class: "plain views" });
  root = element("nav", { "aria-label": "Views" }, this.#list);
  /** Those that are there. */
  #fitting = "";
  /** @type {ViewName | null} */
  #shown = null;

  /** @param {State} state @param {ViewName | null} shown */
  show(state, shown) {
    const fitting = NAMES.filter((name) => VIEWS[name].fits(state));
    for (const [name, made] of this.#links) {
      const place = fitting.indexOf(name);
      made.href = `#${addressOf(state, { view: name })}`;
      made.title = place >= 0 && place < 9 ? `Key ${place + 1}` : "";
      name === shown ? made.setAttribute("aria-current", "page") : made.removeAttribute("aria-current");
    }
    if (fitting.join() !== this.#fitting) {
      this.#fitting = fitting.join();
      this.#list.replaceChildren(...fitting.map((name) => /** @type {HTMLElement} */ (this.#items.get(name))));
      this.#shown = null;
    }
    if (shown !== this.#shown) this.#reveal(shown);
  }

  /** Where there is no room for all of them, the one of the view on show is among those that are seen. @param {ViewName | null} shown */
  #reveal(shown) {
    this.#shown = shown;
    const made = shown && this.#links.get(shown);
    if (made) this.#list.scrollLeft = made.offsetLeft - (this.#list.clientWidth - made.offsetWidth) / 2;
  }
}
