import { element } from "../../ui/element.js";

/** The last step of a guide: snapshots that are dropped here, or beside it, are opened and graded in Snapshots. */
export class DropPlace {
  #input = element("input", {
    type: "file",
    accept: ".heapsnapshot,.gz",
    multiple: true,
    hidden: true,
    "aria-label": "Snapshots",
    onchange: () => {
      this.open([...(this.#input.files ?? [])]);
      // The same files can be chosen again.
      this.#input.value = "";
    },
  });
  root = element(
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
      element("button", { type: "button", class: "button", onclick: () => this.#input.click() }, "Choose files…"),
      this.#input,
      element("span", { class: "soft" }, "Nothing is uploaded."),
    ),
  );

  /** @param {(files: File[]) => void} open */
  constructor(open) {
    this.open = open;
  }

  /** Takes what is dropped anywhere: who misses the place must not lose the page. @param {() => boolean} wanted whether it is to be taken now */
  watch(wanted) {
    /** @param {DragEvent} event */
    const takes = (event) => wanted() && (event.dataTransfer?.types.includes("Files") ?? false);
    window.addEventListener("dragover", (event) => {
      if (takes(event)) {
        event.preventDefault();
        this.root.toggleAttribute("over", true);
      }
    });
    window.addEventListener("dragleave", ({ relatedTarget }) => {
      if (relatedTarget === null) this.root.toggleAttribute("over", false);
    });
    window.addEventListener("drop", (event) => {
      this.root.toggleAttribute("over", false);
      if (takes(event)) {
        event.preventDefault();
        this.open([...(event.dataTransfer?.files ?? [])]);
      }
    });
  }
}
