/** Holders through which nobody looks, of one file. */
export class Ignored {
  /** By position. @type {Set<number>} */
  nodes = new Set();
  /** @type {() => void} */
  onchanged = () => {};

  get size() {
    return this.nodes.size;
  }

  /** @param {number} node */
  add(node) {
    this.nodes.add(node);
    this.onchanged();
  }

  clear() {
    this.nodes.clear();
    this.onchanged();
  }
}
