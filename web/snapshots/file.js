import { problemOf } from "../inspect/problem.js";
import { element, write } from "../ui/element.js";
import { bytes, count } from "../ui/figure.js";
import { functionsOf, summaryOf } from "./lists.js";
import { Table } from "./table.js";

/** @import { InspectClient } from "../inspect/client.js" */
/** @import { OpenFile } from "../inspect/open-file.js" */

/** One file: how far it is read, then what is in it, or what was wrong with it. */
export class FileCard {
  #stop = new AbortController();
  /** @type {OpenFile | null} */
  #opened = null;
  #doing = document.createTextNode("Waiting…");
  #bar = element("progress", { max: 1, value: 0 });
  #body = element("div", { class: "file-body" });
  #button = element("button", { type: "button", class: "button quiet", onclick: () => this.#end() }, "Cancel");

  /** @param {InspectClient} client @param {File} file */
  constructor(client, file) {
    this.client = client;
    this.file = file;
    this.#bar.setAttribute("aria-label", `How far ${file.name} is read`);
    this.#button.setAttribute("aria-label", `Cancel ${file.name}`);
    this.root = element(
      "section",
      { class: "file", "aria-label": file.name },
      element(
        "header",
        {},
        element("h2", {}, file.name),
        element("span", { class: "soft" }, bytes(file.size)),
        this.#button,
      ),
      this.#body,
    );
  }

  /** Reads the file and shows what is in it. */
  async open() {
    const { signal } = this.#stop;
    this.#body.replaceChildren(
      element("div", { class: "row" }, this.#bar, element("span", { role: "status" }, this.#doing)),
    );
    try {
      const opened = await this.client.open(this.file, { signal, onProgress: (progress) => this.#advance(progress) });
      if (signal.aborted) {
        // It was ready before the word to stop arrived.
        void opened.close();
        return;
      }
      this.#opened = opened;
      this.#relabel("Close");
      await this.#show(opened);
    } catch (error) {
      if (!signal.aborted) {
        this.#relabel("Close");
        this.#fail(error);
      }
    }
  }

  /** @param {{ title: string, fraction: number }} progress */
  #advance({ title, fraction }) {
    this.#bar.value = fraction;
    write(this.#doing, `${title}, ${Math.floor(fraction * 100)} %`);
  }

  /** @param {OpenFile} opened */
  async #show(opened) {
    const { kind, nodes, total, rows } = opened.overview;
    const isProfile = kind === "profile";
    /** @param {unknown} error */
    const fail = (error) => this.#fail(error);
    const { name } = this.file;
    const table = isProfile ? new Table(name, functionsOf(opened), fail) : new Table(name, summaryOf(opened), fail);
    const what = isProfile
      ? `A sampling profile: ${bytes(total)} sampled, ${count(rows)} functions.`
      : `A ${kind}: ${count(nodes)} objects, ${bytes(total)}, ${count(rows)} constructors.`;
    this.#body.replaceChildren(element("p", {}, what), table.root);
    await table.fill();
  }

  /** @param {unknown} error */
  #fail(error) {
    const { code, message, advice } = problemOf(error);
    const again = element("button", { type: "button", class: "button", onclick: () => this.open() }, "Try again");
    this.#body.replaceChildren(
      element(
        "div",
        { class: "warning", role: "alert" },
        element("h3", {}, `${this.file.name} was not opened`),
        element("p", {}, message),
        element("p", {}, advice),
        element("p", { class: "soft" }, element("code", {}, code)),
        again,
      ),
    );
  }

  /** @param {string} verb */
  #relabel(verb) {
    this.#button.textContent = verb;
    this.#button.setAttribute("aria-label", `${verb} ${this.file.name}`);
  }

  /** Stops the reading, gives back what it took, and goes. */
  #end() {
    this.#stop.abort();
    // A file whose worker is lost needs no closing.
    void this.#opened?.close().catch(() => {});
    this.root.remove();
  }
}
