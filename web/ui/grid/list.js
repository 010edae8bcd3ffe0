/**
 * What a tree grid shows: a list that is answered by range, in any order, and whose rows may unfold to further lists.
 *
 * @typedef {object} Column
 * @property {string} id what the list sorts by
 * @property {string} title
 * @property {"text" | "number"} kind names begin at A when they are sorted, numbers at the largest
 * @property {number} [rank] what goes first where it is narrow: the highest; columns without one stay
 * @property {boolean} [fixed] cannot be sorted by
 * @property {string} [below] which cell of a row stands in it that has none of its own: rows of another list, unfolded
 *
 * @typedef {object} Order
 * @property {string} by
 * @property {boolean} descending
 *
 * @typedef {Order & { from: number, to: number }} Asked the row behind the last is not among them
 *
 * @typedef {Order & { text: string, from: number }} Sought the text in small letters
 *
 * @typedef {object} Part a piece of a cell's text
 * @property {string} text
 * @property {string} [look] a class of the style sheet: `soft`, `string`, `edge`…
 *
 * @typedef {string | Part[]} Cell
 *
 * @typedef {object} Row
 * @property {Record<string, Cell>} cells by column
 * @property {Record<string, string | number>} [values] the same for programs, sizes in bytes
 * @property {List} [below] what it unfolds to
 * @property {any} [subject] what it is about, for whoever hears that it was chosen
 *
 * @typedef {object} List
 * @property {(asked: Asked, signal: AbortSignal) => Promise<{ count: number, rows: Row[] }>} ask
 * @property {(sought: Sought, signal: AbortSignal) => Promise<number | null>} [find] the next row whose name begins so, from one on
 *   and round; a list without it is looked through
 */

export {};
