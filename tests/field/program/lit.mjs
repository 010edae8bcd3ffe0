import { css, html, LitElement } from "lit";
import { repeat } from "lit/directives/repeat.js";

export const about = { runs: ["page"], packages: ["lit"] };

function define() {
  class NoteList extends LitElement {
    static properties = { notes: { state: true } };
    static styles = css`li { color: teal }`;
    notes = Array.from({ length: 40 }, (_, at) => ({ at, text: `Note ${at}` }));
    onKey = () => this.requestUpdate();
    connectedCallback() {
      super.connectedCallback();
      document.addEventListener("keydown", this.onKey);
    }
    disconnectedCallback() {
      super.disconnectedCallback();
      document.removeEventListener("keydown", this.onKey);
    }
    drop(at) {
      this.notes = this.notes.filter((note) => note.at !== at);
    }
    render() {
      const item = ({ at, text }) => html`<li @click=${() => this.drop(at)}>${text}</li>`;
      return html`<ul>${repeat(this.notes, ({ at }) => at, item)}</ul>`;
    }
  }
  customElements.define("note-list", NoteList);
}

export async function start() {
  define();
  return async () => {
    const list = document.getElementById("root").appendChild(document.createElement("note-list"));
    await list.updateComplete;
    list.shadowRoot.querySelector("li").click();
    await list.updateComplete;
    list.remove();
  };
}
