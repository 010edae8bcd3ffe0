import { html, LitElement } from "lit";

export const about = {
  runs: ["page"],
  packages: ["lit"],
  leaks: "connectedCallback adds a keydown listener to the document, disconnectedCallback does not remove it",
  cure: "removeEventListener() in disconnectedCallback",
  culprit: /listeners of onKey\(\).*(Document|document)/,
  names: /onKey\(\).*listener of HTMLDocument|listeners of onKey\(\).* on HTMLDocument/,
  leaked: "Detached <search-dialog>",
  cut: /onKey|HTMLDocument/,
};

function define(leaky) {
  class SearchDialog extends LitElement {
    static properties = { word: {} };
    found = Array.from({ length: 200 }, (_, at) => ({ at, text: `Result ${at}` }));
    connectedCallback() {
      super.connectedCallback();
      const onKey = ({ key }) => {
        this.word = key;
      };
      document.addEventListener("keydown", onKey);
      this.stop = () => document.removeEventListener("keydown", onKey);
    }
    disconnectedCallback() {
      super.disconnectedCallback();
      if (!leaky) this.stop();
    }
    render() {
      return html`<ul>${this.found.slice(0, 20).map(({ text }) => html`<li>${text} ${this.word}</li>`)}</ul>`;
    }
  }
  customElements.define("search-dialog", SearchDialog);
}

export async function start(leaky) {
  define(leaky);
  return async () => {
    const dialog = document.createElement("search-dialog");
    document.getElementById("stage").append(dialog);
    await dialog.updateComplete;
    dialog.remove();
  };
}
