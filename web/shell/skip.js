import { element } from "../ui/element.js";

/** Skips the header: a button and no link, for the address's hash is the page's state. */
export class Skip extends HTMLElement {
  connectedCallback() {
    if (!this.firstChild) {
      this.append(
        element(
          "button",
          {
            type: "button",
            class: "button skip",
            onclick: () => {
              document.querySelector("lab-scenarios")?.querySelector("button")?.focus();
            },
          },
          "Skip to the scenarios",
        ),
      );
    }
  }
}

customElements.define("lab-skip", Skip);
