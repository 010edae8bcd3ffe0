import { fit } from "../../scope/fit.js";
import { onThemeChange } from "../../scope/theme.js";
import { element, write } from "../../ui/element.js";
import { Answers } from "./answers.js";
import { colorsOf } from "./colors.js";
import { Crumbs } from "./crumbs.js";
import { Legend } from "./legend.js";
import { Parts } from "./parts.js";
import { Tiles } from "./tiles.js";
import { said, wholeOf } from "./words.js";

/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { PictureAnswer } from "../../wasm/inspect.js" */
/** @import { Direction, Whole } from "./tiles.js" */

/** @type {Record<string, Direction>} */
const ARROWS = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
const KEYS = [...Object.keys(ARROWS), "Enter", "Backspace", "Escape"].join(" ");
/** Pixels of a letter's height, where the visitor has chosen nothing else. */
const USUAL = 16;
const HINT = "Point at a tile, or move with the arrow keys. Click or Enter opens it, Backspace goes back out.";

/**
 * What is retained by what, as tiles within tiles. The worker lays them out and draws them; here it is only shown, and one
 * can look at a tile, go into it, and out again. The style sheet `treemap` is there when it is made.
 */
export class TreemapView {
  /** @type {Whole} */
  #whole = {};
  #size = { width: 0, height: 0, ratio: 1 };
  #scale = 1;
  #seen = false;
  /** Whether it is to be drawn when it can be. */
  #isDue = false;
  #tiles = new Tiles();
  /** @type {number | null} the row of the tile that is looked at */
  #at = null;
  #said = document.createTextNode("…");
  #ring = element("div", { class: "treemap-ring", hidden: true });
  #canvas = element("canvas", {
    tabindex: 0,
    // An image would not get the arrow keys from a screen reader.
    role: "application",
    "aria-roledescription": "treemap",
    "aria-keyshortcuts": KEYS,
    onpointermove: (/** @type {PointerEvent} */ event) => this.#look(this.#under(event)),
    onpointerleave: () => this.#look(null),
    onclick: (/** @type {PointerEvent} */ event) => this.#choose(this.#under(event)),
    onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
    onblur: () => this.#look(null),
  });
  #crumbs = new Crumbs((whole) => void this.show(whole));
  #legend = new Legend();
  #parts = new Parts((row) => this.#choose(row));
  #closing = new AbortController();
  #answers;

  /** @param {OpenFile} file @param {{ onSelect: (node: number) => void, fail: (error: unknown) => void }} how */
  constructor(file, { onSelect, fail }) {
    this.file = file;
    this.onSelect = onSelect;
    this.#answers = new Answers(file, fail);
    const words = element("p", { class: "treemap-said", role: "status" }, this.#said);
    words.id = `treemap-${crypto.randomUUID()}`;
    this.#canvas.setAttribute("aria-describedby", words.id);
    this.root = element(
      "div",
      { class: "treemap" },
      this.#crumbs.root,
      element("div", { class: "treemap-stage" }, this.#canvas, this.#ring),
      words,
      this.#legend.root,
      this.#parts.root,
    );
    const { signal } = this.#closing;
    fit(this, this.#canvas, signal, () => {});
    onThemeChange(() => void this.#draw(), signal);
  }

  /** Shows what an object retains, or several. @param {Whole} [whole] */
  async show(whole = {}) {
    this.#whole = whole;
    await this.#draw();
  }

  /** Ends all that watches and is under way. */
  close() {
    this.#closing.abort();
    this.#answers.stop();
  }

  /** For `fit`. @param {number} width @param {number} height @param {number} ratio */
  resize(width, height, ratio) {
    // Who has larger text has larger labels: what is drawn is measured in pixels of text of the usual size.
    this.#scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL;
    this.#size = { width: width / this.#scale, height: height / this.#scale, ratio: ratio * this.#scale };
    void this.#draw();
  }

  /** For `fit`: what nobody sees is not drawn. @param {boolean} hidden */
  hide(hidden) {
    this.#seen = !hidden;
    if (this.#isDue) void this.#draw();
  }

  async #draw() {
    const { width, height, ratio } = this.#size;
    this.#isDue = !this.#seen || width < 1 || height < 1;
    if (this.#isDue) return;
    const answers = await this.#answers.all({ ...this.#whole, width, height }, ratio, colorsOf(this.root));
    if (!answers) return;
    const { tiles, picture, path } = answers;
    this.#tiles = new Tiles(tiles);
    this.#put(picture);
    this.#crumbs.show(path, this.#tiles);
    this.#legend.show(this.#tiles);
    this.#parts.show(this.#tiles);
    this.#canvas.setAttribute("aria-label", `Treemap. ${wholeOf(this.#tiles)}; the same as a table below`);
    this.#look(null);
  }

  /** @param {PictureAnswer} picture */
  #put({ width, height, pixels }) {
    const bytes = new Uint8ClampedArray(/** @type {ArrayBuffer} */ (pixels.buffer));
    this.#canvas.width = width;
    this.#canvas.height = height;
    this.#canvas.getContext("2d", { alpha: false })?.putImageData(new ImageData(bytes, width, height), 0, 0);
  }

  /** @param {MouseEvent} event */
  #under(event) {
    const { left, top } = this.#canvas.getBoundingClientRect();
    return this.#tiles.under((event.clientX - left) / this.#scale, (event.clientY - top) / this.#scale);
  }

  /** @param {number | null} row */
  #look(row) {
    this.#at = row;
    const place = row === null ? null : this.#tiles.place(row);
    this.#ring.hidden = place === null;
    if (place) {
      const { x: left, y: top, width, height } = place;
      for (const [side, length] of Object.entries({ left, top, width, height })) {
        this.#ring.style.setProperty(side, `${length * this.#scale}px`);
      }
    }
    write(this.#said, row === null ? `${said(this.#tiles, 0)}. ${HINT}` : said(this.#tiles, row));
  }

  /** @param {number | null} row */
  #choose(row) {
    if (row === null) return;
    this.onSelect(this.#tiles.node(row));
    const inner = this.#tiles.opening(row);
    if (inner !== null) void this.show(this.#tiles.whole(inner));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = ARROWS[event.key];
    if (direction) this.#look(this.#tiles.next(this.#at, direction));
    else if (event.key === "Enter") this.#choose(this.#at);
    else if (!["Backspace", "Escape"].includes(event.key) || !this.#crumbs.out()) return;
    event.preventDefault();
  }
}
