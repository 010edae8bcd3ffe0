import { element } from "../../ui/element.js";
import { FileTaking } from "../../ui/file-taking.js";

/** The last step of a guide: snapshots that are dropped here, or beside it, are opened and graded in Snapshots. */
export class DropPlace {
  #files;
  root;

  /** @param {(files: File[]) => void} open */
  constructor(open) {
    this.#files = new FileTaking({ accept: ".heapsnapshot,.gz", label: "Snapshots" }, open);
    const { input } = this.#files;
    this.root = element(
      "li",
      { class: "drop-place" },
      element(
        "p",
        {},
        "Save the snapshots (right-click one in the list, ",
        element("em", { class: "term" }, "Save profile"),
        ") and drop them here: they are graded, claim by claim.",
      ),
      element(
        "div",
        { class: "row" },
        element("button", { type: "button", class: "button", onclick: () => input.click() }, "Choose files…"),
        input,
        element("span", { class: "soft" }, "Nothing is uploaded."),
      ),
    );
  }

  /** Takes what is dropped anywhere: who misses the place must not lose the page. @param {() => boolean} wanted whether it is to be taken now */
  watch(wanted) {
    this.#files.watch(this.root, wanted);
  }
}
