import { element } from "../../ui/element.js";
import { bytes, count } from "../../ui/figure.js";
import { legible } from "../../ui/legible.js";

/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @typedef {{ edge: number, words: string }} Cut */

/** References that are marked as cut, and what would be freed: counted once, whatever they share. */
export class Cuts {
  /** @type {Map<number, Cut>} */
  #cuts = new Map();
  #asked = new AbortController();
  #list = element("ul", { class: "plain" });
  #freed = element("div", { "aria-live": "polite" });
  root = element(
    "section",
    { class: "cuts", hidden: true, "aria-label": "Cut references" },
    element("h3", {}, "If these were cut"),
    this.#list,
    this.#freed,
    element("button", { type: "button", class: "button small", onclick: () => this.clear() }, "Cut nothing"),
  );

  /** @param {OpenFile} file @param {(error: unknown) => void} fail */
  constructor(file, fail) {
    this.file = file;
    this.fail = fail;
  }

  /** @param {Cut} cut */
  add(cut) {
    this.#cuts.set(cut.edge, cut);
    void this.#show();
  }

  clear() {
    this.#cuts.clear();
    void this.#show();
  }

  async #show() {
    this.#asked.abort();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    const edges = [...this.#cuts.keys()];
    this.root.hidden = edges.length === 0;
    this.#list.replaceChildren(...[...this.#cuts.values()].map((cut) => this.#line(cut)));
    if (edges.length === 0) return;
    this.#freed.textContent = "…";
    try {
      const freed = await this.file.ask("whatIf", { edges }, { signal });
      const top = freed.name
        .slice(0, 5)
        .map((name, at) =>
          element("li", {}, `${count(freed.count[at] ?? 0)} × ${legible(name, 80)}, ${bytes(freed.size[at] ?? 0)}`),
        );
      const words =
        freed.objects === 0
          ? "Nothing would be freed: something else holds all of it. Look at its other ways, and cut those as well."
          : `${count(freed.objects)} objects would go, ${bytes(freed.bytes)}:`;
      this.#freed.replaceChildren(element("p", {}, words), element("ul", {}, ...top));
    } catch (error) {
      if (!signal.aborted) this.fail(error);
    }
  }

  /** @param {Cut} cut */
  #line({ edge, words }) {
    const name = legible(words, 120);
    const undo = () => {
      this.#cuts.delete(edge);
      void this.#show();
    };
    return element(
      "li",
      {},
      element("code", {}, name),
      " ",
      element(
        "button",
        { type: "button", class: "button quiet small", "aria-label": `Do not cut ${name}`, onclick: undo },
        "✕",
      ),
    );
  }
}
