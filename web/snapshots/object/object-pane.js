import { Choice } from "../../ui/choice.js";
import { element } from "../../ui/element.js";
import { bytes } from "../../ui/figure.js";
import { TreeGrid } from "../../ui/grid/tree-grid.js";
import { legible } from "../../ui/legible.js";
import { warningOf } from "../../ui/warning.js";
import { addressOf } from "../address.js";
import { nameOf, OBJECT_COLUMNS } from "../list/objects.js";
import { retainersOf } from "../list/references.js";
import { frame } from "./frame.js";
import { holders } from "./holders.js";
import { whyAlive } from "./why.js";

/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { ObjectPage } from "../../wasm/inspect.js" */
/** @import { Store } from "../../shell/store.js" */
/** @import { State } from "../state.js" */
/** @import { Kept } from "./kept.js" */

/** One object: what it is, why it is alive, who refers to it. */
export class ObjectPane {
  #head = element("h2", {});
  #said = element("p", { class: "soft" });
  #choice = new Choice(
    "What to see of the object",
    [
      ["why", "Why is it alive?"],
      ["retainers", "Retainers"],
      ["holders", "Independent holders"],
    ],
    () => void this.#show(),
  );
  #why = element("div", {});
  #grid = new TreeGrid();
  #cutsPlace = element("div", {});
  #asked = new AbortController();
  /** @type {{ file: OpenFile, page: ObjectPage } | null} */
  #looked = null;
  /** Whether the object was gone to by a link, and has to be seen wherever it is. */
  reveal = false;
  root;

  /** @param {Store<State>} store @param {Kept} kept @param {(error: unknown) => void} fail */
  constructor(store, kept, fail) {
    this.store = store;
    this.kept = kept;
    this.fail = fail;
    this.#grid.classList.add("retainers-grid");
    // An entry of the history: what was looked at before can be gone back to.
    this.#grid.onopened = ({ subject }) => {
      if (subject) location.hash = `#${addressOf(store.state, { object: subject.id })}`;
    };
    this.#grid.onfailed = fail;
    this.#grid.empty = "Nothing refers to it.";
    this.root = frame(
      "Object",
      this.#head,
      () => store.update({ object: null }),
      this.#said,
      this.#choice.root,
      this.#why,
      this.#grid,
      this.#cutsPlace,
    );
  }

  /** @param {OpenFile | null} file @param {number | null} id */
  async show(file, id) {
    this.#asked.abort();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    if (!file || id === null || file.overview.kind === "profile") {
      this.root.hidden = true;
      this.#looked = null;
      return;
    }
    try {
      const page = await file.ask("objectOf", id, { signal });
      this.#looked = { file, page };
      this.root.hidden = false;
      await this.#show();
      if (this.reveal) this.root.scrollIntoView({ block: "nearest" });
      this.reveal = false;
    } catch (error) {
      if (!signal.aborted) {
        this.root.hidden = true;
        this.fail(error);
      }
    }
  }

  async #show() {
    if (!this.#looked) return;
    const { file, page } = this.#looked;
    const [node = 0, id = 0] = [page.node[0], page.id[0]];
    const name = legible(nameOf(page, 0), 200);
    const { cuts, ignored } = this.kept.of(file);
    ignored.onchanged = () => void this.#show();
    this.#cutsPlace.replaceChildren(cuts.root);
    this.#head.replaceChildren(name, element("span", { class: "soft" }, ` @${id}`));
    const distance = page.distance[0] ?? -1;
    this.#said.textContent = [
      page.kind[0],
      `shallow ${bytes(page.shallow[0] ?? 0)}`,
      `retained ${bytes(page.retained[0] ?? 0)}`,
      distance >= 0 && distance < 1e8 ? `distance ${distance}` : "",
      page.detachedness[0] === 2 ? "detached" : "",
    ]
      .filter(Boolean)
      .join(" · ");
    const wanted = this.#choice.value;
    this.#why.hidden = wanted === "retainers";
    this.#grid.hidden = wanted !== "retainers";
    const { signal } = this.#asked;
    if (wanted === "why") {
      const of = { file, node, store: this.store, cuts, ignored, signal };
      await this.#tell("Looking for the shortest ways…", () => whyAlive(of));
    } else if (wanted === "holders") {
      await this.#tell("Looking for who holds it…", () => holders(file, { nodes: [node] }, cuts, signal));
    } else {
      this.#grid.show({
        label: `Retainers of ${name} @${id}`,
        columns: OBJECT_COLUMNS,
        list: retainersOf(file, node, [...ignored.nodes]),
        order: { by: "distance", descending: false },
      });
    }
  }

  /** @param {string} meanwhile @param {() => Promise<HTMLElement>} deed */
  async #tell(meanwhile, deed) {
    const { signal } = this.#asked;
    this.#why.replaceChildren(element("p", { class: "soft", role: "status" }, meanwhile));
    try {
      const told = await deed();
      if (!signal.aborted) this.#why.replaceChildren(told);
    } catch (error) {
      if (!signal.aborted) {
        this.#why.replaceChildren(warningOf(error));
      }
    }
  }
}
