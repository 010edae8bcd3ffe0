/** @import { OpenFile } from "../../inspect/open-file.js" */
/** @import { ObjectPage, PictureAnswer, TreemapAnswer, TreemapRequest, TreemapTheme } from "../../wasm/inspect.js" */

/** What the worker says to the newest question; one that is asked before it has answered the last takes its place. */
export class Answers {
  #asking = new AbortController();

  /** @param {OpenFile} file @param {(error: unknown) => void} fail */
  constructor(file, fail) {
    this.file = file;
    this.fail = fail;
  }

  /** Whatever is under way is not waited for any more. */
  stop() {
    this.#asking.abort();
    this.#asking = new AbortController();
    return this.#asking.signal;
  }

  /**
   * Tiles, their picture, and the objects from the whole to the root; null if something else was asked meanwhile.
   * @param {TreemapRequest} asked @param {number} ratio @param {TreemapTheme} theme
   * @returns {Promise<{ tiles: TreemapAnswer, picture: PictureAnswer, path: ObjectPage } | null>}
   */
  async all(asked, ratio, theme) {
    const signal = this.stop();
    try {
      const tiled = this.file.ask("treemap", asked, { signal });
      const [tiles, picture, path] = await Promise.all([
        tiled,
        this.file.ask("treemapPicture", { ...asked, ratio, theme }, { signal }),
        tiled.then(({ node }) => this.file.ask("dominators", node[0] ?? 0, { signal })),
      ]);
      return signal.aborted ? null : { tiles, picture, path };
    } catch (error) {
      if (!signal.aborted) this.fail(error);
      return null;
    }
  }
}
