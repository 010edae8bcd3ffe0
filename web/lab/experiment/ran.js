import { note } from "../roots.js";

/** So many variants of scenarios are told, those that made units last: V8 writes 1,024 characters of a text into a snapshot. */
const MOST = 8;

/** @typedef {{ slug: string, variant: "leaky" | "fixed", made: number, letGo: number }} Count units since the page began; of these, those that were there when it last let go */

/**
 * What ran on this page, as one text on `lab`, so that a heap snapshot says what it is to show:
 *
 *     Leak Lab 1; leak-classes leaky made 1000, let go 400; leak-buffers fixed made 10; 2 more
 *
 * A reset does not begin the counts anew. Who opens a snapshot reads them (`crate/inspect/src/question/grade/ran.rs`).
 * A snapshot is taken between two turns: the text is renewed at the end of each turn in which something changed, once, and
 * an idle page keeps the one it has.
 */
export class Ran {
  /** Those that made units last are at the end. @type {Count[]} */
  #counts = [];
  #due = false;

  constructor() {
    this.#write();
  }

  /** @param {string} slug @param {Count["variant"]} variant @param {number} units */
  made(slug, variant, units) {
    this.#last(slug, variant).made += units;
    this.#renew();
  }

  /** Nothing is kept any more of what the scenario made, in either variant. @param {string} slug */
  letGo(slug) {
    for (const count of this.#counts) {
      if (count.slug !== slug || count.letGo === count.made) continue;
      count.letGo = count.made;
      this.#renew();
    }
  }

  /** @param {string} slug @param {Count["variant"]} variant @returns {Count} */
  #last(slug, variant) {
    const last = this.#counts.at(-1);
    if (last?.slug === slug && last.variant === variant) return last;
    const place = this.#counts.findIndex((count) => count.slug === slug && count.variant === variant);
    const [count = { slug, variant, made: 0, letGo: 0 }] = place < 0 ? [] : this.#counts.splice(place, 1);
    this.#counts.push(count);
    return count;
  }

  #renew() {
    if (this.#due) return;
    this.#due = true;
    queueMicrotask(() => this.#write());
  }

  /** Joined, and of two parts at least: V8 puts a text in pieces into a snapshot unless it is made in one. */
  #write() {
    this.#due = false;
    const told = this.#counts.slice(-MOST).reverse().map(words);
    const left = this.#counts.length - told.length;
    if (told.length === 0) told.push("nothing yet");
    if (left > 0) told.push(`${left} more`);
    note("ran", ["Leak Lab 1", ...told].join("; "));
  }
}

/** @param {Count} count */
function words({ slug, variant, made, letGo }) {
  return `${slug} ${variant} made ${made}${letGo > 0 ? `, let go ${letGo}` : ""}`;
}
