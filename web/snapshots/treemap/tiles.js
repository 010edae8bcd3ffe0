import { legible } from "../../ui/legible.js";

/** @import { TreemapAnswer } from "../../wasm/inspect.js" */
/** @typedef {"left" | "right" | "up" | "down"} Direction */
/** @typedef {{ x: number, y: number, width: number, height: number }} Place in CSS pixels */
/** @typedef {{ node?: number, members?: number }} Whole an object, or it with so many of its class; the root without one */

const OBJECT = 0;
const CLASS = 2;

/** The tiles on show, by row: those of the answer. */
export class Tiles {
  /** Rows of the tiles that are in each tile. @type {Map<number, number[]>} */
  #inner = new Map();

  /** @param {TreemapAnswer | null} answer */
  constructor(answer = null) {
    this.answer = answer;
    answer?.parent.forEach((parent, row) => {
      if (row === 0) return;
      const rows = this.#inner.get(parent);
      if (rows) rows.push(row);
      else this.#inner.set(parent, [row]);
    });
  }

  get count() {
    return this.answer?.node.length ?? 0;
  }

  /** @param {number} row @returns {Place} */
  place(row) {
    const { answer } = this;
    const [x = 0, y = 0] = [answer?.x[row], answer?.y[row]];
    const [width = 0, height = 0] = [answer?.width[row], answer?.height[row]];
    return { x, y, width, height };
  }

  /** @param {number} row */
  node(row) {
    return this.answer?.node[row] ?? 0;
  }

  /** @param {number} row */
  name(row) {
    return legible(this.answer?.name[row] ?? "");
  }

  /** Bytes. @param {number} row */
  size(row) {
    return this.answer?.size[row] ?? 0;
  }

  /** Whether it is one object with what it retains. @param {number} row */
  isObject(row) {
    return this.answer?.kind[row] === OBJECT;
  }

  /** Whether it is several objects of one class. @param {number} row */
  isClass(row) {
    return this.answer?.kind[row] === CLASS;
  }

  /** What a tile is when it is all there is. @param {number} row @returns {Whole} */
  whole(row) {
    const node = this.node(row);
    return this.isClass(row) ? { node, members: this.objects(row) } : { node };
  }

  /** Objects in it. @param {number} row */
  objects(row) {
    return this.answer?.count[row] ?? 0;
  }

  /** @param {number} row */
  family(row) {
    return this.answer?.families[this.answer.family[row] ?? 0] ?? "";
  }

  /** The rows of the tiles in a tile, the largest first. @param {number} row @returns {number[]} */
  inner(row) {
    return this.#inner.get(row) ?? [];
  }

  /** The innermost tile at a point. @param {number} x @param {number} y @returns {number | null} */
  under(x, y) {
    for (let row = this.count - 1; row >= 0; row -= 1) {
      const place = this.place(row);
      if (x >= place.x && y >= place.y && x < place.x + place.width && y < place.y + place.height) return row;
    }
    return null;
  }

  /** The tile that opens when this one is chosen: it, or the one around it that can; null if that is the whole. @param {number} row @returns {number | null} */
  opening(row) {
    for (let at = row; at > 0; at = this.answer?.parent[at] ?? 0) {
      if (this.isClass(at) || (this.isObject(at) && this.objects(at) > 1)) return at;
    }
    return null;
  }

  /**
   * The nearest tile in a direction of those that nothing is in; from nowhere the first one.
   * @param {number | null} from @param {Direction} direction
   * @returns {number | null}
   */
  next(from, direction) {
    const innermost = Array.from({ length: this.count }, (_, row) => row).filter((row) => this.inner(row).length === 0);
    if (from === null) return innermost.find((row) => this.#isFirst(row)) ?? null;
    const start = turned(this.place(from), direction);
    let nearest = from;
    let least = Number.POSITIVE_INFINITY;
    for (const row of innermost) {
      const far = distance(start, turned(this.place(row), direction));
      if (row !== from && far < least) {
        nearest = row;
        least = far;
      }
    }
    return nearest;
  }

  /** Whether it and all around it are the first in theirs. @param {number} row */
  #isFirst(row) {
    for (let at = row; at > 0; ) {
      const parent = this.answer?.parent[at] ?? 0;
      if (this.inner(parent)[0] !== at) return false;
      at = parent;
    }
    return true;
  }
}

/** A place as it is when the direction is to the right. @param {Place} place @param {Direction} direction @returns {Place} */
function turned({ x, y, width, height }, direction) {
  if (direction === "right") return { x, y, width, height };
  if (direction === "left") return { x: -x - width, y, width, height };
  if (direction === "down") return { x: y, y: x, width: height, height: width };
  return { x: -y - height, y: x, width: height, height: width };
}

/** How far to the right a place is, of two neighbours the one that is more beside; infinite if it is not to the right. @param {Place} from @param {Place} to */
function distance(from, to) {
  const ahead = to.x - (from.x + from.width);
  // Half a pixel is what rims and rounding make.
  if (ahead < -0.5) return Number.POSITIVE_INFINITY;
  const apart = Math.max(0, to.y - (from.y + from.height), from.y - (to.y + to.height));
  const aside = Math.abs(to.y + to.height / 2 - (from.y + from.height / 2));
  return ahead + 4 * apart + aside / 1e3;
}
