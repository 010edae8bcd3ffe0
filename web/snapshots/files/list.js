import { element } from "../../ui/element.js";
import { bytes, count } from "../../ui/figure.js";

/** @import { HeapFile } from "./heap-file.js" */

/**
 * The files in their order, one of which is looked at.
 * @typedef {object} Deeds
 * @property {(file: HeapFile) => void} look
 * @property {(file: HeapFile) => void} close
 * @property {(file: HeapFile, by: -1 | 1) => void} move
 */
export class FileList {
  /** @type {Map<HeapFile, FileLine>} */
  #lines = new Map();
  root = element("ol", { class: "files", "aria-label": "Files, in the order in which they were taken" });

  /** @param {Deeds} deeds */
  constructor(deeds) {
    this.deeds = deeds;
  }

  /** @param {readonly HeapFile[]} files @param {HeapFile | null} looked */
  show(files, looked) {
    for (const [file, line] of this.#lines) {
      if (!files.includes(file)) {
        line.root.remove();
        this.#lines.delete(file);
      }
    }
    files.forEach((file, at) => {
      const line = this.#lines.get(file) ?? new FileLine(file, this.deeds);
      this.#lines.set(file, line);
      if (this.root.children[at] !== line.root) this.root.insertBefore(line.root, this.root.children[at] ?? null);
      line.show(file === looked, at > 0, at < files.length - 1);
    });
  }
}

/** A file: how far it is read, then what it is, or that it could not be opened. */
class FileLine {
  #bar = element("progress", { max: 1, value: 0 });
  #said = element("span", { class: "soft file-said" });
  #name;
  #up;
  #down;
  #end;
  root;

  /** @param {HeapFile} file @param {Deeds} deeds */
  constructor(file, deeds) {
    this.file = file;
    const { name } = file;
    const button = (/** @type {string} */ sign, /** @type {string} */ label, /** @type {() => void} */ onclick) =>
      element(
        "button",
        { type: "button", class: "button quiet small", "aria-label": `${label} ${name}`, title: label, onclick },
        sign,
      );
    this.#name = element("button", { type: "button", class: "file-name", onclick: () => deeds.look(file) }, name);
    this.#up = button("↑", "Move up", () => deeds.move(file, -1));
    this.#down = button("↓", "Move down", () => deeds.move(file, 1));
    this.#end = button("✕", "Close", () => deeds.close(file));
    this.#bar.setAttribute("aria-label", `How far ${name} is read`);
    this.root = element("li", { class: "file" }, this.#name, this.#said, this.#bar, this.#up, this.#down, this.#end);
    file.onchanged = () => this.#tell();
    this.#tell();
  }

  /** @param {boolean} looked @param {boolean} canUp @param {boolean} canDown */
  show(looked, canUp, canDown) {
    looked ? this.#name.setAttribute("aria-current", "true") : this.#name.removeAttribute("aria-current");
    this.#up.hidden = !canUp;
    this.#down.hidden = !canDown;
    this.#tell();
  }

  #tell() {
    const { opened, problem, title, fraction, source } = this.file;
    this.root.classList.toggle("bad", problem !== null);
    this.#bar.hidden = opened !== null || problem !== null;
    this.#bar.value = fraction;
    this.#end.title = this.#bar.hidden ? "Close" : "Cancel";
    if (problem) this.#say("not opened");
    else if (!opened) this.#say(`${title}, ${Math.floor(fraction * 100)} % of ${bytes(source.size)}`);
    else if (opened.overview.kind === "profile") this.#say(`profile, ${bytes(opened.overview.total)} sampled`);
    else this.#say(`${opened.overview.kind}, ${bytes(opened.overview.total)}, ${count(opened.overview.nodes)} objects`);
  }

  /** @param {string} text */
  #say(text) {
    if (this.#said.textContent !== text) this.#said.textContent = text;
  }
}
