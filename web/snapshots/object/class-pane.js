import { element } from "../../ui/element.js";
import { legible } from "../../ui/legible.js";
import { warningOf } from "../../ui/warning.js";
import { regressionTests } from "../away/regression-tests.js";
import { frame } from "./frame.js";
import { holders } from "./holders.js";

/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { Store } from "../../shell/store.js" */
/** @import { State } from "../state.js" */
/** @import { Kept } from "./kept.js" */

/** All objects of a constructor: who holds them, and what would free them. */
export class ClassPane {
  #head = element("h2", {});
  #body = element("div", {});
  #cuts = element("div", {});
  #asked = new AbortController();
  root;

  /** @param {Store<State>} store @param {Kept} kept */
  constructor(store, kept) {
    this.kept = kept;
    this.root = frame("Constructor", this.#head, () => store.update({ held: null }), this.#body, this.#cuts);
  }

  /** @param {OpenFile | null} file @param {State["held"]} held */
  async show(file, held) {
    this.#asked.abort();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    this.root.hidden = !file || !held || file.overview.kind === "profile";
    if (!file || !held || this.root.hidden) return;
    const { cuts } = this.kept.of(file);
    this.#head.textContent = `Who holds ${legible(held.name, 120)}?`;
    const ask = element("button", { type: "button", class: "button", onclick: () => void look() }, "Work it out");
    const look = async () => {
      this.#body.replaceChildren(element("p", { class: "soft", role: "status" }, "Working it out…"));
      this.#cuts.replaceChildren(cuts.root);
      try {
        this.#body.replaceChildren(await holders(file, { key: held.key }, cuts, signal), regressionTests(held.name));
      } catch (error) {
        if (signal.aborted) return;
        this.#body.replaceChildren(warningOf(error));
      }
    };
    this.#cuts.replaceChildren();
    // Who moves through the list by the arrows does not want it of every row.
    this.#body.replaceChildren(
      element(
        "p",
        { class: "soft" },
        "Holders of all its objects together, and the least to cut that frees them. Unfold the row for single objects.",
      ),
      ask,
      regressionTests(held.name),
    );
  }
}
