import { element } from "./element.js";

/**
 * Files that are given to the page: a hidden input, and what is dropped on the window while it is wanted.
 */
export class FileTaking {
  input;

  /**
   * @param {{ accept: string, label: string }} of the endings that the dialog offers, and what the input is called
   * @param {(files: File[]) => void} taken
   */
  constructor({ accept, label }, taken) {
    this.taken = taken;
    this.input = element("input", {
      type: "file",
      accept,
      multiple: true,
      hidden: true,
      "aria-label": label,
      onchange: () => {
        taken([...(this.input.files ?? [])]);
        // The same files can be chosen again.
        this.input.value = "";
      },
    });
  }

  /** Takes what is dropped anywhere. @param {HTMLElement} place has the attribute `over` meanwhile @param {() => boolean} wanted whether it is to be taken now */
  watch(place, wanted) {
    /** @param {DragEvent} event */
    const takes = (event) => wanted() && (event.dataTransfer?.types.includes("Files") ?? false);
    window.addEventListener("dragover", (event) => {
      if (takes(event)) {
        event.preventDefault();
        place.toggleAttribute("over", true);
      }
    });
    window.addEventListener("dragleave", ({ relatedTarget }) => {
      if (relatedTarget === null) place.toggleAttribute("over", false);
    });
    window.addEventListener("drop", (event) => {
      place.toggleAttribute("over", false);
      if (takes(event)) {
        event.preventDefault();
        this.taken([...(event.dataTransfer?.files ?? [])]);
      }
    });
  }
}
