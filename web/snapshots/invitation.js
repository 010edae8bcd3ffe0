import { element } from "../ui/element.js";
import { FileTaking } from "../ui/file-taking.js";
import { samples } from "./samples.js";

const TAKES = ".heapsnapshot,.heaptimeline,.heapprofile,.gz";

/** What this room does, a button to open files, and the place to drop them on. */
export class Invitation {
  #files = new FileTaking({ accept: TAKES, label: "Heap files" }, (files) => this.chosen(files));
  root = element(
    "section",
    { class: "invitation" },
    element("h2", {}, "Open a heap snapshot"),
    element(
      "p",
      {},
      "Drop a file here that the Memory tab of DevTools has saved, or Node.js has written: a ",
      element("code", {}, ".heapsnapshot"),
      ", ",
      element("code", {}, ".heaptimeline"),
      " or ",
      element("code", {}, ".heapprofile"),
      ", also compressed (",
      element("code", {}, ".gz"),
      "). Two or more show what grows, and who holds it.",
    ),
    element(
      "div",
      { class: "row" },
      element(
        "button",
        { type: "button", class: "button accent", onclick: () => this.#files.input.click() },
        "Open a file…",
      ),
      this.#files.input,
      element("span", { class: "soft" }, "or drop it anywhere in this room"),
    ),
    element(
      "p",
      { class: "promise" },
      element("strong", {}, "Nothing is uploaded."),
      " The file is read here, by a worker of this page, and is gone when you close the page.",
    ),
    element(
      "details",
      {},
      element("summary", {}, "How do I hunt a leak of my own?"),
      element(
        "ol",
        {},
        element("li", {}, "Do what you suspect once, and undo it: what is made once is made now. Take a snapshot."),
        element("li", {}, "Do it seven times, and undo it each time. Take a snapshot."),
        element("li", {}, "Seven times again, and a third snapshot. Save all three, and drop them here."),
        element(
          "li",
          {},
          "Say under Findings that seven actions were done: what grows by multiples of seven comes first, with who holds it.",
        ),
      ),
    ),
    element(
      "details",
      {},
      element("summary", {}, "How do I save one?"),
      element(
        "p",
        {},
        "In a Chromium browser open DevTools (F12), choose ",
        element("em", { class: "term" }, "Memory"),
        ", take a heap snapshot, right-click it in the list and choose ",
        element("em", { class: "term" }, "Save profile"),
        ". In Node.js: ",
        element("code", {}, "v8.writeHeapSnapshot()"),
        ". To have one with a leak in it, ",
        element("a", { href: "#guide=leak-classes" }, "make one in the Lab"),
        ".",
      ),
    ),
  );

  /** @param {(files: File[]) => void} chosen @param {(error: unknown) => void} fail */
  constructor(chosen, fail) {
    this.chosen = chosen;
    this.root.insertBefore(
      element("details", {}, element("summary", {}, "No file at hand? Try one of these"), samples(chosen, fail)),
      this.root.querySelector("details"),
    );
  }

  /** Where files are open, only the button stays. @param {boolean} small */
  shrink(small) {
    this.root.toggleAttribute("small", small);
  }

  /** Takes what is dropped or pasted, anywhere on the page. @param {() => boolean} wanted whether it is to be taken now */
  watch(wanted) {
    this.#files.watch(this.root, wanted);
    window.addEventListener("paste", (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (wanted() && files.length > 0 && !isTyping(event)) {
        event.preventDefault();
        this.chosen(files);
      }
    });
  }
}

/** Whether a text is pasted where one is typed: many a program puts a picture of it beside it. @param {ClipboardEvent} event */
function isTyping({ target, clipboardData }) {
  const types = clipboardData?.types ?? [];
  return target instanceof Element && target.matches("input, textarea") && types.includes("text/plain");
}
