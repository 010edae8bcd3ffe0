/** Browsers cannot have elements of any height: what is longer is scrolled in larger steps. */
const HIGHEST = 8_000_000;

/**
 * Which of many rows of one height are seen, and where they are.
 * @param {{ rows: number, height: number, view: number, scrolled: number }} of `height` of a row, `view` of what is seen, in pixels
 */
export function windowOf({ rows, height, view, scrolled }) {
  const whole = rows * height;
  const content = Math.min(whole, HIGHEST);
  const way = Math.max(1, content - view);
  const offset = whole > content ? (scrolled / way) * (whole - view) : scrolled;
  const first = Math.max(0, Math.floor(offset / height));
  const last = Math.min(rows, Math.ceil((offset + view) / height));
  return {
    first,
    last,
    /** The height of what is scrolled. */
    content,
    /** Where a row is in it. @param {number} row */
    top: (row) => row * height - offset + scrolled,
    /** How far to scroll so that a row is seen; as far as now if it is. @param {number} row */
    reach(row) {
      const above = row * height;
      const below = above + height - view;
      const wanted = Math.max(Math.min(offset, above), below);
      return whole > content ? (wanted / (whole - view)) * way : wanted;
    },
  };
}
