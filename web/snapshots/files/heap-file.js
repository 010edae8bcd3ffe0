import { problemOf } from "../../inspect/problem.js";
import { legible } from "../../ui/legible.js";

/** @import { InspectClient } from "../../inspect/client.js" */
/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { Problem, RanAnswer } from "../../wasm/inspect.js" */

/** A file that was chosen: on its way, open, or refused. */
export class HeapFile {
  /** @type {OpenFile | null} */
  opened = null;
  /** Why it is not open. @type {Problem | null} */
  problem = null;
  /** What ran, if it is a snapshot of this page. @type {RanAnswer | null} */
  ran = null;
  title = "Waiting";
  fraction = 0;
  #stop = new AbortController();
  /** Hears of every step. @type {() => void} */
  onchanged = () => {};

  /** @param {InspectClient} client @param {File} source */
  constructor(client, source) {
    this.client = client;
    this.source = source;
  }

  /** For people: a name on a disk can be anything. */
  get name() {
    return legible(this.source.name, 80) || "(no name)";
  }

  /** `snapshot`, `timeline` or `profile`; empty until it is open. */
  get kind() {
    return this.opened?.overview.kind ?? "";
  }

  /** Whether it is open, and one: with moments or without. */
  get isSnapshot() {
    return this.kind === "snapshot" || this.kind === "timeline";
  }

  /** @param {{ partial?: boolean }} [how] whether its end may be missing */
  async open({ partial = false } = {}) {
    const { signal } = this.#stop;
    this.problem = null;
    this.#advance("Waiting", 0);
    try {
      const onProgress = (/** @type {{ title: string, fraction: number }} */ { title, fraction }) =>
        this.#advance(title, fraction);
      const opened = await this.client.open(this.source, { signal, onProgress, partial });
      this.ran = opened.overview.kind === "profile" ? null : await opened.ask("ran", {}).catch(() => null);
      // It was ready before the word to stop arrived.
      if (signal.aborted) void opened.close().catch(() => {});
      else this.opened = opened;
    } catch (error) {
      if (!signal.aborted) this.problem = problemOf(error);
    }
    this.onchanged();
  }

  /** The worker is gone, and what was open in it. @param {Problem} problem */
  lose(problem) {
    this.opened = null;
    this.problem = problem;
    this.onchanged();
  }

  /** Stops the reading, and gives back what it took. */
  close() {
    this.#stop.abort();
    // A file whose worker is lost needs no closing.
    void this.opened?.close().catch(() => {});
    this.opened = null;
  }

  /** @param {string} title @param {number} fraction */
  #advance(title, fraction) {
    this.title = title;
    this.fraction = fraction;
    this.onchanged();
  }
}
