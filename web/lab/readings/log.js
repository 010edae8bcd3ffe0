import { element } from "../../ui/element.js";

const LINES = 40;

/** The last lines of the log: a ring of lines that are written over, so that a long run makes nothing. */
export class Log extends HTMLElement {
  #next = 0;
  /** @type {HTMLElement[]} */
  #lines = [];
  #panel = element("div", { class: "log", role: "log", tabindex: 0, "aria-label": "Log", "aria-live": "off" });

  /** @param {import('../../page.js').Page} page */
  connect({ store }) {
    for (let place = 0; place < LINES; place += 1) {
      this.#lines.push(element("div", {}, ""));
    }
    this.#panel.append(...this.#lines);
    this.append(element("h2", {}, "Log"), this.#panel);
    const follow = () => {
      this.hidden = !store.state.log;
    };
    store.addEventListener("change", follow);
    follow();
  }

  /** The oldest line's text is written over and its element moved to the end. @param {string} line */
  add(line) {
    const slot = this.#lines[this.#next];
    this.#next = (this.#next + 1) % LINES;
    if (slot) {
      const text = slot.firstChild;
      if (text instanceof Text) {
        text.data = line;
      } else {
        slot.append(line);
      }
      this.#panel.append(slot);
      this.#panel.scrollTop = this.#panel.scrollHeight;
    }
  }
}

customElements.define("lab-log", Log);
