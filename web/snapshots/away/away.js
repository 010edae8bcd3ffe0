import { element } from "../../ui/element.js";
import { bytes, count } from "../../ui/figure.js";
import { legible } from "../../ui/legible.js";
import { sinceThen, upTo } from "../state.js";
import { VIEWS, viewOf } from "../views.js";
import { save, stem } from "./save.js";
import { allRows, csv, json } from "./table.js";

/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { State } from "../state.js" */

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

  /** @param {(error: unknown) => void} fail */
  constructor(fail) {
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
      ...(VIEWS[name].grid
        ? [
            this.#button("This list as CSV", () => this.#list(state, file, "csv")),
            this.#button("as JSON", () => this.#list(state, file, "json")),
          ]
        : []),
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
          await navigator.clipboard.writeText(markdown);
          this.#said.textContent = "The report is in the clipboard.";
          this.#shown.replaceChildren(text);
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

  /** @param {State} state @param {OpenFile} file @param {"csv" | "json"} format */
  async #list(state, file, format) {
    const { signal } = this.#stop;
    const name = viewOf(state);
    const grid = name && VIEWS[name].grid?.(state, file);
    if (!grid) return;
    const rows = await allRows(grid.list, grid.order, signal);
    const text = format === "csv" ? csv(grid.columns, rows) : json(grid.columns, rows);
    const type = format === "csv" ? "text/csv" : "application/json";
    save(new Blob([text], { type }), `${stem(state.file?.name ?? "")}-${name}.${format}`);
    this.#said.textContent = `${count(rows.length)} rows were saved; sizes are in bytes.`;
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
    await navigator.clipboard.writeText(location.href);
    this.#said.textContent =
      "The link is in the clipboard. Nothing of the file is in it: who follows it opens their own.";
  }
}
