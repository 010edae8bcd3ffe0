import { element } from "./element.js";

let groups = 0;

/** One of a few: radio buttons drawn as a row of segments. */
export class Choice {
  /** @type {Map<string, HTMLInputElement>} */
  #inputs = new Map();

  /**
   * @param {string} legend what is chosen, for those who do not see the row
   * @param {[value: string, label: string][]} options the first is chosen
   * @param {(value: string) => void} changed
   */
  constructor(legend, options, changed) {
    groups += 1;
    const name = `choice-${groups}`;
    const segments = options.map(([value, label], place) => {
      const input = element("input", {
        type: "radio",
        name,
        value,
        checked: place === 0,
        onchange: () => changed(value),
      });
      this.#inputs.set(value, input);
      return element("label", { class: "segment" }, input, element("span", {}, label));
    });
    this.root = element("fieldset", { class: "choice" }, element("legend", { class: "unseen" }, legend), ...segments);
  }

  get value() {
    for (const [value, input] of this.#inputs) {
      if (input.checked) {
        return value;
      }
    }
    return "";
  }

  set value(value) {
    const input = this.#inputs.get(value);
    if (input && !input.checked) {
      input.checked = true;
    }
  }
}
