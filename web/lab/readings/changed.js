/**
 * Knows which numbers of a row are others than when it last looked. It looks at their words of 16 bits: to read a number
 * from an array of doubles makes an object on the heap, each time.
 */
export class Changed {
  #words;
  #before;

  /** @param {Float64Array} row */
  constructor(row) {
    this.#words = new Uint16Array(row.buffer);
    // Nothing was looked at yet: this is no number's pattern.
    this.#before = new Uint16Array(this.#words.length).fill(0xffff);
  }

  /** @param {number} place in the row */
  at(place) {
    let changed = false;
    for (let word = 4 * place; word < 4 * place + 4; word++) {
      if (this.#words[word] !== this.#before[word]) changed = true;
      this.#before[word] = this.#words[word];
    }
    return changed;
  }
}
