import { element, shape, write } from "../ui/element.js";
import { line, place, SIZE } from "./roots-drawing.js";

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('../wasm/lab.js').Toy} Toy */
/** @typedef {import('../wasm/lab.js').ToyView} ToyView */

/** @type {Record<ToyView["nodes"][number]["mark"], string>} */
const MARKS = { unknown: "?", found: "found", kept: "kept", swept: "freed" };
/** More steps than any toy collection has. */
const ENOUGH = 50;

/** A toy heap: cut a reference, and step through a collection. */
export class Roots extends HTMLElement {
  #words = document.createTextNode("");
  #picture = shape("svg", {
    viewBox: `0 0 ${SIZE.width} ${SIZE.height}`,
    role: "group",
    "aria-label": "A toy heap: three roots, six objects, their references",
  });
  /** @type {{ root: SVGGElement, mark: Text }[]} */
  #nodes = [];
  /** @type {{ root: SVGGElement, name: string }[]} */
  #edges = [];
  /** @type {Toy | undefined} */
  #toy;

  /** @param {Page} page */
  connect(page) {
    this.page = page;
    const button = (/** @type {string} */ label, /** @type {() => void} */ onclick) =>
      element("button", { type: "button", class: "button", onclick }, label);
    this.append(
      this.#picture,
      element("p", { class: "said", "aria-live": "polite" }, this.#words),
      element(
        "div",
        { class: "buttons" },
        button("Step", () => this.#do((toy) => toy.step())),
        button("Run to the end", () => this.#do(runToEnd)),
        button("Start over", () => this.#startOver()),
      ),
    );
    this.#startOver();
  }

  #startOver() {
    try {
      this.#toy?.free();
    } catch {
      // Its instance is gone, and it with it.
    }
    this.#toy = undefined;
    this.#do(() => {});
  }

  /** Does something to the toy heap and draws it; after a reset the old one is dead, and a new one takes its place. @param {(toy: Toy) => void} deed */
  #do(deed) {
    const { page } = this;
    if (!page) {
      return;
    }
    try {
      this.#toy ??= page.experiment.toy();
      deed(this.#toy);
      this.#draw(this.#toy.view());
    } catch {
      this.#toy = page.experiment.toy();
      this.#draw(this.#toy.view());
    }
  }

  /** @param {ToyView} view */
  #draw(view) {
    if (this.#nodes.length === 0) {
      this.#build(view);
    }
    view.nodes.forEach((node, at) => {
      this.#nodes[at]?.root.setAttribute("data-mark", node.mark);
      const mark = this.#nodes[at]?.mark;
      if (mark) {
        write(mark, MARKS[node.mark]);
      }
    });
    view.edges.forEach((edge, at) => {
      const drawn = this.#edges[at];
      drawn?.root.setAttribute("aria-pressed", String(edge.cut));
      drawn?.root.setAttribute("aria-label", `${drawn.name}: ${edge.cut ? "cut" : "tied"}`);
    });
    write(this.#words, view.words);
  }

  /** @param {ToyView} view */
  #build(view) {
    const tip = shape(
      "marker",
      { id: "tip", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" },
      shape("path", { d: "M0 0 L8 4 L0 8 Z" }),
    );
    this.#picture.append(shape("defs", {}, tip));
    this.#edges = view.edges.map((edge, at) => {
      const name = `Reference ${edge.name} from ${view.nodes[edge.from]?.name} to ${view.nodes[edge.to]?.name}`;
      const cut = () => this.#do((toy) => toy.cut(at));
      const root = shape(
        "g",
        {
          class: "toy-edge",
          role: "button",
          tabindex: 0,
          onclick: cut,
          onkeydown: (/** @type {KeyboardEvent} */ event) => {
            if (event.key === "Enter" || event.key === " ") {
              event.preventDefault();
              cut();
            }
          },
        },
        ...line(view, edge),
      );
      return { root, name };
    });
    this.#nodes = view.nodes.map((node) => {
      const mark = document.createTextNode("");
      return { root: place(node, mark), mark };
    });
    this.#picture.append(...this.#edges.map(({ root }) => root), ...this.#nodes.map(({ root }) => root));
  }
}

/** @param {Toy} toy */
function runToEnd(toy) {
  toy.step();
  for (let steps = 0; steps < ENOUGH && !toy.view().done; steps += 1) {
    toy.step();
  }
}

customElements.define("lab-roots", Roots);
