import { Choice } from "../../ui/choice.js";
import { element } from "../../ui/element.js";
import { legible } from "../../ui/legible.js";
import { warningOf } from "../../ui/warning.js";
import { regressionTests } from "../away/regression-tests.js";
import { commonPaths } from "./common-paths.js";
import { frame } from "./frame.js";
import { holders } from "./holders.js";

/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { Store } from "../../shell/store.js" */
/** @import { State } from "../state.js" */
/** @import { Kept } from "./kept.js" */

/** All objects of a constructor: why they are alive, who holds them, and what would free them. */
export class ClassPane {
  #head = element("h2", {});
  #choice = new Choice(
    "What to see of the constructor",
    [
      ["paths", "Why are they alive?"],
      ["holders", "Independent holders"],
    ],
    () => void this.#show(),
  );
  #why = element("div", {});
  #cuts = element("div", {});
  #test = element("div", {});
  #asked = new AbortController();
  /** @type {{ file: OpenFile, key: string } | null} */
  #looked = null;
  root;

  /** @param {Store<State>} store @param {Kept} kept */
  constructor(store, kept) {
    this.store = store;
    this.kept = kept;
    const close = () => store.update({ held: null });
    this.root = frame("Constructor", this.#head, close, this.#choice.root, this.#why, this.#cuts, this.#test);
  }

  /** @param {OpenFile | null} file @param {State["held"]} held */
  async show(file, held) {
    this.root.hidden = !file || !held || file.overview.kind === "profile";
    this.#looked = null;
    if (file && held && !this.root.hidden) {
      this.#looked = { file, key: held.key };
      this.#head.textContent = `Who holds ${legible(held.name, 120)}?`;
      this.#test.replaceChildren(regressionTests(held.name));
      // Who moves through the list by the arrows does not want what takes long of every row.
      this.#choice.value = "paths";
    }
    await this.#show();
  }

  async #show() {
    this.#asked.abort();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    if (!this.#looked) return;
    const { file, key } = this.#looked;
    const { cuts } = this.kept.of(file);
    const isHolders = this.#choice.value === "holders";
    const meanwhile = isHolders ? "Looking for who holds them…" : "Looking for the shortest ways…";
    this.#cuts.replaceChildren(...(isHolders ? [cuts.root] : []));
    this.#why.replaceChildren(element("p", { class: "soft", role: "status" }, meanwhile));
    try {
      const told = isHolders ? holders(file, { key }, cuts, signal) : commonPaths(file, key, this.store, signal);
      this.#why.replaceChildren(await told);
    } catch (error) {
      if (!signal.aborted) this.#why.replaceChildren(warningOf(error));
    }
  }
}
