import { COLUMN } from "../generated/lab.js";
import { element, write } from "../ui/element.js";
import { bytes } from "../ui/figure.js";

/** @import { Sampler } from "../lab/experiment/sampler.js" */

/** Types of the measurement by type that lie outside the JS heap. */
const OUTSIDE = ["DOM", "Canvas", "Shared"];
const { jsUsed: USED, jsTotal: TOTAL, linear: LINEAR, live: LIVE } = COLUMN;

/** One box: as wide as its share, filled as far as it is used, dashed where nobody knows. */
class Box {
  #shown = NaN;
  #part = NaN;
  #words = document.createTextNode("…");

  /** @param {string} id @param {string} title @param {string} [inner] what fills it */
  constructor(id, title, inner = "") {
    this.title = title;
    this.inner = inner;
    this.root = element("div", { class: "box", "data-box": id });
    this.line = element("li", { "data-box": id }, element("span", { class: "swatch" }), this.#words);
  }

  /** @param {number} size in bytes, `NaN` where unknown @param {number} [part] how much of it is used */
  show(size, part = NaN) {
    const [tenth, inner] = [Math.round(size / 1e5), Math.round(part / 1e5)];
    if (Object.is(tenth, this.#shown) && Object.is(inner, this.#part)) {
      return;
    }
    this.#shown = tenth;
    this.#part = inner;
    const known = Number.isFinite(size);
    this.root.toggleAttribute("unknown", !known);
    this.line.toggleAttribute("unknown", !known);
    this.root.style.setProperty("--size", String(known ? Math.max(size, 1) / 1e6 : 0));
    this.root.style.setProperty("--part", String(known && part > 0 ? Math.min(1, part / size) : 0));
    const used = part >= 0 ? `, ${this.inner} ${bytes(part)}` : "";
    write(this.#words, `${this.title}: ${known ? bytes(size) + used : "not known"}`);
  }

  /** For a box that never was shown. */
  blank() {
    this.#shown = 0;
    this.show(NaN);
  }
}

/** How often the numbers are renewed, in milliseconds. */
const PERIOD = 1_000;

/** The process's memory as nested boxes, to scale. */
export class Boxes extends HTMLElement {
  #heap = new Box("heap", "JS heap total", "used");
  #wasm = new Box("wasm", "wasm linear memory", "live");
  #outside = new Box("outside", "DOM, canvas and shared, by type");
  #rest = new Box("rest", "The rest: engine, images, code");
  #whole = document.createTextNode("");
  #frame;
  #timer = 0;

  /** @param {() => (Sampler | null)} readings the Lab's, where it is on */
  constructor(readings) {
    super();
    this.readings = readings;
    const inner = [this.#heap, this.#wasm, this.#outside, this.#rest];
    this.#frame = element(
      "div",
      {
        class: "boxes",
        role: "img",
        "aria-label": "Memory of this page's process, to scale; the list below has the numbers",
      },
      ...inner.map((box) => box.root),
    );
    this.append(
      element("p", { class: "boxes-title" }, this.#whole),
      this.#frame,
      element("ul", { class: "plain boxes-legend" }, ...inner.map((box) => box.line)),
    );
    inner.forEach((box) => box.blank());
  }

  connectedCallback() {
    this.#show();
    this.#timer = window.setInterval(() => this.#show(), PERIOD);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  #show() {
    const sampler = this.readings();
    if (!sampler) {
      write(this.#whole, "The meters are the Lab's: open the Lab once, and they are drawn here.");
      this.#frame.toggleAttribute("unknown", true);
      return;
    }
    const { row, footprint, userAgent } = sampler;
    const total = row[TOTAL] ?? NaN;
    const linear = row[LINEAR] ?? NaN;
    const beside = userAgent ? OUTSIDE.reduce((sum, type) => sum + (userAgent.types.get(type) ?? 0), 0) : NaN;
    const left = footprint - (total || 0) - linear - (beside || 0);
    this.#heap.show(total, row[USED]);
    this.#wasm.show(linear, row[LIVE]);
    this.#outside.show(beside);
    this.#rest.show(left >= 0 ? left : NaN);
    this.#frame.toggleAttribute("unknown", !(left >= 0));
    write(this.#whole, title(footprint, left >= 0));
  }
}

/** @param {number} footprint @param {boolean} known whether the parts fit into it */
function title(footprint, known) {
  if (Number.isNaN(footprint)) {
    return "Process footprint: not known. Type it in under Meters, process footprint.";
  }
  const now = known ? "when you typed it in" : "when you typed it in. The parts have outgrown it: read it again";
  return `Process footprint: ${bytes(footprint)} ${now}.`;
}

customElements.define("lab-boxes", Boxes);
