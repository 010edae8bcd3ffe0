const whole = new Intl.NumberFormat("en-GB");
const tenths = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/**
 * A count, with commas.
 * @param {number} value
 */
export function count(value) {
  return whole.format(value);
}

/**
 * Bytes as DevTools prints them: kB and MB of 1,000, one decimal.
 * @param {number} value
 */
export function bytes(value) {
  const size = rounded(value);
  if (size >= 1e6) {
    return `${tenths.format(size / 1e6)} MB`;
  }
  return size >= 1e3 ? `${tenths.format(size / 1e3)} kB` : `${size} B`;
}

/** What part of all something is. @param {number} part @param {number} whole */
export function percent(part, whole) {
  return whole > 0 ? `${tenths.format((part / whole) * 100)}\u00a0%` : "";
}

/** Bytes, rounded to what is printed of them. @param {number} value */
function rounded(value) {
  if (value >= 999_950) {
    return Math.round(value / 1e5) * 1e5;
  }
  return value >= 999.5 ? Math.round(value / 100) * 100 : Math.round(value);
}

/** A number on the page: a text node that is written to only when what it prints would change. */
export class Figure {
  text = document.createTextNode("…");
  /** @type {number | undefined} */
  #shown;

  /** @param {"bytes" | "count"} unit */
  constructor(unit) {
    this.unit = unit;
  }

  /**
   * @param {number} value `NaN` where there is none
   * @returns {boolean} whether the text changed
   */
  show(value) {
    const next = this.unit === "bytes" ? rounded(value) : value;
    if (Object.is(next, this.#shown)) {
      return false;
    }
    this.#shown = next;
    this.text.data = Number.isNaN(next) ? "absent" : this.unit === "bytes" ? bytes(next) : count(next);
    return true;
  }
}
