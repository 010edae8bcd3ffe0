import { element, write } from "./element.js";
import { bytes } from "./figure.js";
import { everySecond } from "./second.js";

/** @typedef {import('../page.js').Page} Page */

/** Types of the measurement by type that lie outside the JS heap. */
const OUTSIDE = ["DOM", "Canvas", "Shared"];
/** Columns of a sample's row. */
const [USED, TOTAL, LINEAR, LIVE] = [1, 2, 3, 4];

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

/** The process's memory as nested boxes, to scale. */
export class Boxes extends HTMLElement {
  /** @param {Page} page */
  connect({ sampler }) {
    const heap = new Box("heap", "JS heap total", "used");
    const wasm = new Box("wasm", "wasm linear memory", "live");
    const outside = new Box("outside", "DOM, canvas and shared, by type");
    const rest = new Box("rest", "The rest: engine, images, code");
    const inner = [heap, wasm, outside, rest];
    const whole = document.createTextNode("");
    const frame = element("div", { class: "boxes", role: "img", "aria-label": "Memory of this page's process, to scale; the list below has the numbers" },
      ...inner.map((box) => box.root));
    this.append(
      element("p", { class: "boxes-title" }, whole), frame,
      element("ul", { class: "plain boxes-legend" }, ...inner.map((box) => box.line)));
    inner.forEach((box) => box.blank());
    everySecond(sampler, () => {
      const { row, footprint, userAgent } = sampler;
      const total = row[TOTAL] ?? NaN;
      const linear = row[LINEAR] ?? NaN;
      heap.show(total, row[USED]);
      wasm.show(linear, row[LIVE]);
      const beside = userAgent ? OUTSIDE.reduce((sum, type) => sum + (userAgent.types.get(type) ?? 0), 0) : NaN;
      outside.show(beside);
      rest.show(footprint - (total || 0) - linear - (beside || 0));
      frame.toggleAttribute("unknown", Number.isNaN(footprint));
      write(whole, Number.isNaN(footprint)
        ? "Process footprint: not known. Type it in under Meters, process footprint."
        : `Process footprint: ${bytes(footprint)}, when you typed it in`);
    });
  }
}

customElements.define("lab-boxes", Boxes);
