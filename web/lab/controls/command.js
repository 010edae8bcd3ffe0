import { attempt } from "../../ui/attempt.js";
import { element, write } from "../../ui/element.js";

/** @typedef {import('../../page.js').Page} Page */

/** The command line that equals the page's state. Another one may be pasted: `command` carries what was read in it. */
export class CommandLine extends HTMLElement {
  /** @param {Page} page */
  connect(page) {
    const { experiment, store } = page;
    const said = document.createTextNode("Copy");
    const input = element("input", {
      type: "text",
      spellcheck: "false",
      autocomplete: "off",
      autocapitalize: "off",
      enterkeyhint: "go",
      "aria-label": "Command line equal to what is on; paste another and press Enter",
    });
    const show = () => {
      const line = experiment.toCommand(store.state);
      if (input.value !== line) {
        input.value = line;
      }
    };
    const form = element(
      "form",
      {
        class: "command",
        onsubmit: (/** @type {SubmitEvent} */ event) => {
          event.preventDefault();
          void attempt(page, () => {
            const detail = experiment.fromCommand(input.value);
            this.dispatchEvent(new CustomEvent("command", { detail, bubbles: true }));
            show();
          });
        },
      },
      element("span", { class: "prompt", "aria-hidden": "true" }, "$"),
      input,
      element("button", { class: "button quiet", title: "Set the page to this command line (Enter)" }, "Run"),
      element(
        "button",
        {
          type: "button",
          class: "button quiet",
          onclick: async () => {
            await attempt(page, () => navigator.clipboard.writeText(input.value));
            write(said, "Copied");
          },
        },
        element("span", { "aria-live": "polite" }, said),
      ),
    );
    this.append(form);
    store.addEventListener("change", () => {
      write(said, "Copy");
      if (document.activeElement !== input) {
        show();
      }
    });
    input.addEventListener("blur", show);
    show();
  }
}

customElements.define("lab-command", CommandLine);
