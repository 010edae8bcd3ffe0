import { element } from "../ui/element.js";

/** @import { Notice } from "../ui/notice.js" */

const MOST = 5;

/** What the page has to say: the newest last; the same code again replaces its predecessor. */
export class Notices {
  /** @type {Map<string, { root: HTMLElement, times: number }>} */
  #shown = new Map();
  root = element("div", { class: "notices", role: "region", "aria-label": "Notices", "aria-live": "polite" });

  /** @param {Notice} notice */
  show({ code, message, advice, reload = false }) {
    const times = (this.#shown.get(code)?.times ?? 0) + 1;
    this.#dismiss(code);
    const root = element(
      "article",
      { class: "notice" },
      element(
        "p",
        { class: "notice-message" },
        message,
        times > 1 ? element("span", { class: "soft" }, ` (${times} times)`) : "",
      ),
      element("p", {}, advice),
      element("p", { class: "soft" }, element("code", {}, code)),
      reload
        ? element("button", { type: "button", class: "button", onclick: () => location.reload() }, "Load again")
        : "",
      element(
        "button",
        {
          type: "button",
          class: "button quiet",
          "aria-label": `Dismiss: ${message}`,
          onclick: () => this.#dismiss(code),
        },
        "Dismiss",
      ),
    );
    this.#shown.set(code, { root, times });
    this.root.append(root);
    for (const oldest of this.#shown.keys()) {
      if (this.#shown.size <= MOST) {
        break;
      }
      this.#dismiss(oldest);
    }
  }

  /** @param {string} code */
  #dismiss(code) {
    this.#shown.get(code)?.root.remove();
    this.#shown.delete(code);
  }
}
