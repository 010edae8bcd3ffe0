import { element } from "../../ui/element.js";

const LINES = 40;

/** The last lines of the log: a ring of lines that are written over, so that a long run makes nothing. */
export class LogPanel extends HTMLElement {
  #next = 0;
  #lines = Array.from({ length: LINES }, () => element("div", {}, ""));
  #panel = element(
    "div",
    { class: "log", role: "log", tabindex: 0, "aria-label": "Log", "aria-live": "off" },
    ...this.#lines,
  );

  constructor() {
    super();
    this.append(element("h2", {}, "Log"), this.#panel);
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

customElements.define("lab-log", LogPanel);
