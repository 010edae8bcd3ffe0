import { element, shape, write } from "../ui/element.js";
import { line, place, SIZE } from "./roots-drawing.js";
import { loadToy } from "./toy.js";

/** @import { Toy, ToyHeap } from "../wasm/lab_web.js" */

/** @type {Record<ToyHeap["nodes"][number]["mark"], string>} */
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
  /** @type {Toy | null} */
  #toy = null;

  constructor() {
    super();
    void this.#open();
  }

  async #open() {
    this.replaceChildren(element("p", { class: "soft", role: "status" }, "Loading…"));
    try {
      this.#start(await loadToy());
    } catch (error) {
      const again = element("button", { type: "button", class: "button", onclick: () => this.#open() }, "Try again");
      this.replaceChildren(
        element(
          "p",
          { class: "warning", role: "alert" },
          `This picture is WebAssembly, which did not start: ${error}. `,
          again,
        ),
      );
    }
  }

  /** @param {() => Toy} make a heap as it was at first */
  #start(make) {
    /** Does something to the toy heap and draws it. When the Lab was reset the old one is dead, and a new one takes its place. @param {(toy: Toy) => void} deed */
    const act = (deed) => {
      try {
        this.#toy ??= make();
        deed(this.#toy);
        this.#draw(this.#toy.view(), act);
      } catch {
        this.#toy = make();
        this.#draw(this.#toy.view(), act);
      }
    };
    const startOver = () => {
      try {
        this.#toy?.free();
      } catch {
        // Its instance is gone, and it with it.
      }
      this.#toy = null;
      act(() => {});
    };
    /** @param {string} label @param {() => void} onclick */
    const button = (label, onclick) => element("button", { type: "button", class: "button", onclick }, label);
    this.replaceChildren(
      this.#picture,
      element("p", { class: "said", "aria-live": "polite" }, this.#words),
      element(
        "div",
        { class: "buttons" },
        button("Step", () => act((toy) => toy.step())),
        button("Run to the end", () => act(runToEnd)),
        button("Start over", startOver),
      ),
    );
    act(() => {});
  }

  /** @param {ToyHeap} view @param {(deed: (toy: Toy) => void) => void} act */
  #draw(view, act) {
    if (this.#nodes.length === 0) {
      this.#build(view, act);
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

  /** @param {ToyHeap} view @param {(deed: (toy: Toy) => void) => void} act */
  #build(view, act) {
    const tip = shape(
      "marker",
      { id: "tip", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" },
      shape("path", { d: "M0 0 L8 4 L0 8 Z" }),
    );
    this.#picture.append(shape("defs", {}, tip));
    this.#edges = view.edges.map((edge, at) => {
      const name = `Reference ${edge.name} from ${view.nodes[edge.from]?.name} to ${view.nodes[edge.to]?.name}`;
      const cut = () => act((toy) => toy.cut(at));
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
