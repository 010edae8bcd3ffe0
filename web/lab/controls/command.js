import { attempt } from "../../ui/attempt.js";
import { copied } from "../../ui/clipboard.js";
import { element, write } from "../../ui/element.js";
import { readCommand, writeCommand } from "../words.js";

/** @import { State } from "../../wasm/lab.js" */
/** @import { Page } from "../page.js" */
/** @import { Asked } from "../words.js" */

/** The command line that equals the state. Another one may be pasted and run. */
export class CommandLine extends HTMLElement {
  #said = document.createTextNode("");
  #input = element("input", {
    type: "text",
    spellcheck: "false",
    autocomplete: "off",
    autocapitalize: "off",
    enterkeyhint: "go",
    "aria-label": "Command line equal to what is on; paste another and press Enter",
    onblur: () => this.#show(),
  });

  /** @param {Page} page @param {(asked: Asked) => void} run */
  constructor({ experiment, store, notify }, run) {
    super();
    this.store = store;
    this.index = experiment.catalogue.index;
    /** @param {SubmitEvent} event */
    const onsubmit = (event) => {
      event.preventDefault();
      void attempt(notify, () => {
        run(readCommand(this.#input.value, experiment.catalogue.index, experiment.budget));
        this.#show();
      });
    };
    this.append(
      element(
        "form",
        { class: "command", onsubmit },
        element("span", { class: "prompt", "aria-hidden": "true" }, "$"),
        this.#input,
        element("button", { class: "button quiet", title: "Set the page to this command line (Enter)" }, "Run"),
        element("button", { type: "button", class: "button quiet", onclick: () => this.#copy() }, "Copy"),
      ),
      element("p", { class: "said", role: "status" }, this.#said),
    );
    const all = /** @type {(keyof State)[]} */ (Object.keys(store.state));
    store.select(all, () => {
      write(this.#said, "");
      if (document.activeElement !== this.#input) {
        this.#show();
      }
    });
  }

  #show() {
    const line = writeCommand(this.store.state, this.index);
    if (this.#input.value !== line) {
      this.#input.value = line;
    }
  }

  async #copy() {
    if (await copied(this.#input.value)) {
      write(this.#said, "Copied.");
      return;
    }
    this.#input.focus();
    this.#input.select();
    write(this.#said, "Not copied: the browser does not allow it here. The line is selected: press Ctrl+C or ⌘C.");
  }
}

customElements.define("lab-command", CommandLine);
