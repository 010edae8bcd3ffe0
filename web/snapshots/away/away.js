import { copied } from "../../ui/clipboard.js";
import { element } from "../../ui/element.js";
import { bytes, count } from "../../ui/figure.js";
import { legible } from "../../ui/legible.js";
import { sinceThen, upTo } from "../state.js";
import { viewOf } from "../views.js";
import { save, stem } from "./save.js";
import { shownIn } from "./shown.js";
import { csv, json } from "./table.js";

/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { State } from "../state.js" */
/** @import { ViewName } from "../view-names.js" */

/** What is in these is taken away as a report or a profile. @type {ViewName[]} */
const WITHOUT_ROWS = ["grade", "findings", "flame"];
const NO_CLIPBOARD = "The clipboard could not be written: copy";

/** What can be taken away: a report, a list, a copy without its texts, a profile for other programs. */
export class Away {
  #stop = new AbortController();
  #said = element("p", { class: "soft", role: "status" });
  #buttons = element("div", { class: "row" });
  #shown = element("div", {});
  root = element(
    "details",
    { class: "away" },
    element("summary", {}, "Take it away"),
    this.#buttons,
    this.#said,
    this.#shown,
  );

  /** @param {Element} pane where the view is shown @param {(error: unknown) => void} fail */
  constructor(pane, fail) {
    this.pane = pane;
    this.fail = fail;
  }

  /** @param {State} state */
  show(state) {
    const file = state.file?.opened;
    const name = viewOf(state);
    this.root.hidden = !file || !name;
    if (!file || !name) return;
    const isProfile = file.overview.kind === "profile";
    this.#buttons.replaceChildren(
      ...(isProfile ? [] : [this.#button("Leak report (Markdown)", () => this.#report(state, file))]),
      ...(WITHOUT_ROWS.includes(name)
        ? []
        : [
            this.#button("This view as CSV", () => this.#list(state, "csv")),
            this.#button("as JSON", () => this.#list(state, "json")),
          ]),
      ...(isProfile
        ? [
            this.#button("For speedscope", () => this.#profile(state, file, "speedscope")),
            this.#button("Collapsed stacks", () => this.#profile(state, file, "collapsed")),
          ]
        : [this.#button("A copy without its texts", () => this.#redact(state))]),
      this.#button("Copy a link to this view", () => this.#link()),
    );
  }

  /** @param {string} words @param {() => Promise<void>} deed */
  #button(words, deed) {
    return element("button", { type: "button", class: "button small", onclick: () => void this.#do(deed) }, words);
  }

  /** One thing at a time: the next ends the one before. @param {() => Promise<void>} deed */
  async #do(deed) {
    this.#stop.abort();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#shown.replaceChildren();
    this.#said.textContent = "Working it out…";
    try {
      await deed();
    } catch (error) {
      if (signal.aborted) return;
      this.#said.textContent = "";
      this.fail(error);
    }
  }

  /** @param {State} state @param {OpenFile} file */
  async #report(state, file) {
    const { signal } = this.#stop;
    const names = upTo(state).map(({ name }) => legible(name, 80));
    const { markdown } = await file.ask("report", { ...sinceThen(state), names }, { signal });
    const text = element("textarea", { readonly: true, rows: 14, "aria-label": "Leak report" });
    text.value = markdown;
    this.#shown.replaceChildren(
      text,
      element(
        "div",
        { class: "row" },
        this.#button("Copy", async () => {
          this.#said.textContent = (await copied(markdown))
            ? "The report is in the clipboard."
            : `${NO_CLIPBOARD} it below.`;
          this.#shown.replaceChildren(text);
          text.select();
        }),
        this.#button("Save", async () => {
          save(new Blob([markdown], { type: "text/markdown" }), `${stem(state.file?.name ?? "")}.md`);
          this.#said.textContent = "The report was saved.";
          this.#shown.replaceChildren(text);
        }),
      ),
    );
    this.#said.textContent = "Names of the files' objects are in the report: read it before you give it away.";
  }

  /** @param {State} state @param {"csv" | "json"} format */
  async #list(state, format) {
    const { signal } = this.#stop;
    const { columns, rows } = await shownIn(this.pane, signal);
    signal.throwIfAborted();
    if (rows.length === 0) {
      this.#said.textContent = "No rows are on show.";
      return;
    }
    const text = format === "csv" ? csv(columns, rows) : json(columns, rows);
    const type = format === "csv" ? "text/csv" : "application/json";
    save(new Blob([text], { type }), `${stem(state.file?.name ?? "")}-${viewOf(state)}.${format}`);
    this.#said.textContent = `${count(rows.length)} rows were saved, as they are on show; sizes are in bytes.`;
  }

  /** @param {State} state @param {OpenFile} file @param {"speedscope" | "collapsed"} format */
  async #profile(state, file, format) {
    const { signal } = this.#stop;
    const name = stem(state.file?.name ?? "");
    const written = await file.ask("exportProfile", { format, name }, { signal });
    const ending = format === "speedscope" ? "speedscope.json" : "collapsed.txt";
    save(new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (written)]), `${name}.${ending}`);
    this.#said.textContent = "The profile was saved.";
  }

  /** @param {State} state */
  async #redact({ file }) {
    const { signal } = this.#stop;
    if (!file) return;
    const onProgress = (/** @type {{ title: string, fraction: number }} */ { title, fraction }) => {
      this.#said.textContent = `${title}, ${Math.floor(fraction * 100)} %`;
    };
    const { file: copy, summary } = await file.client.redact(file.source, { signal, onProgress });
    const { names, uses, kept, replaced } = summary;
    this.#said.textContent =
      `${count(replaced)} texts were replaced by filler of the same length, ${count(kept)} stayed: names of V8 and the browser, and ` +
      `${count(names.length)} of the program, below. Every size and path is as before. Read the names before you give it away.`;
    this.#shown.replaceChildren(
      this.#button(`Save the copy, ${bytes(copy.size)}`, async () => {
        save(copy, `${stem(file.name)}-redacted.heapsnapshot`);
        this.#said.textContent = "The copy was saved.";
      }),
      element(
        "ul",
        { class: "kept-names" },
        ...names.slice(0, 500).map((name, at) => element("li", {}, `${legible(name, 100)} ×${count(uses[at] ?? 0)}`)),
      ),
    );
  }

  async #link() {
    this.#said.textContent = (await copied(location.href))
      ? "The link is in the clipboard. Nothing of the file is in it: who follows it opens their own."
      : `${NO_CLIPBOARD} the page's address.`;
  }
}
