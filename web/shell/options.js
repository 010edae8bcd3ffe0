import { attempt } from "../ui/attempt.js";
import { element } from "../ui/element.js";
import { remember, remembered } from "../ui/remember.js";

/** @import { Sheet, Shell } from "./room.js" */

/** The button and the key that open the options sheet, which is loaded when it is first asked for. */
export class Options {
  #key = element("input", {
    type: "checkbox",
    checked: remembered("key") !== "off",
    onchange: () => remember("key", this.#key.checked ? "on" : "off"),
  });
  #dialog = element("dialog", { class: "options", "aria-labelledby": "options-title" });

  /**
   * @param {() => Promise<Sheet[]>} sheets those of the room on show
   * @param {Shell["notify"]} notify
   */
  constructor(sheets, notify) {
    this.sheets = sheets;
    this.notify = notify;
    this.#dialog.addEventListener("click", (event) => {
      if (event.target === this.#dialog) {
        this.#dialog.close();
      }
    });
    const opener = element("button", { type: "button", class: "button quiet", onclick: () => this.open() }, "Options");
    this.root = element("div", { class: "options-place" }, opener, this.#dialog);
    document.addEventListener("keydown", (event) => this.#pressed(event));
  }

  /** Opens the sheet. */
  open() {
    void attempt(this.notify, async () => {
      const [{ sheet }, sheets] = await Promise.all([import("./sheet.js"), this.sheets()]);
      if (!this.#dialog.open) {
        this.#dialog.replaceChildren(...sheet(sheets, this.#key, () => this.#dialog.close()));
        this.#dialog.showModal();
      }
    });
  }

  /** A key without Ctrl is one that speech input may press by accident: it can be turned off. @param {KeyboardEvent} event */
  #pressed(event) {
    const alone = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "?" && alone && this.#key.checked && !isTyping(event.target)) {
      event.preventDefault();
      this.open();
    }
  }
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio])"))
  );
}
