import { shape } from "../ui/element.js";

/** @import { ToyHeap } from "../wasm/lab_web.js" */
/** @typedef {ToyHeap["nodes"][number]} ToyNode */
/** @typedef {ToyHeap["edges"][number]} ToyEdge */
/** @typedef {{ x: number, y: number, width: number, height: number }} Frame `x` and `y` are its middle */

/** The picture's size in its own units. */
export const SIZE = { width: 420, height: 280 };
const HEIGHT = 34;

/** @param {ToyNode} node */
function box({ name, x, y }) {
  const width = Math.max(46, name.length * 6.4 + 18);
  const centre = Math.min(Math.max((x / 100) * SIZE.width, width / 2 + 2), SIZE.width - width / 2 - 2);
  return { x: centre, y: (y / 100) * SIZE.height, width, height: HEIGHT };
}

/**
 * A node: a root has a double border, and what a collection knows of it is written below its name.
 * @param {ToyNode} node
 * @param {Text} mark
 */
export function place(node, mark) {
  const { x, y, width, height } = box(node);
  const frame = (/** @type {number} */ inset) =>
    shape("rect", {
      x: x - width / 2 + inset,
      y: y - height / 2 + inset,
      width: width - 2 * inset,
      height: height - 2 * inset,
      rx: 6 - inset,
    });
  return shape(
    "g",
    { class: node.root ? "toy-node toy-root" : "toy-node" },
    frame(0),
    ...(node.root ? [frame(3)] : []),
    shape("text", { x, y: y - 2 }, node.name),
    shape("text", { x, y: y + 11, class: "toy-mark" }, mark),
  );
}

/**
 * A reference: an arrow from border to border, its name, a wide line to hit, and a cross that shows when it is cut.
 * @param {ToyHeap} view
 * @param {ToyEdge} edge
 */
export function line(view, edge) {
  const from = box(/** @type {ToyNode} */ (view.nodes[edge.from]));
  const to = box(/** @type {ToyNode} */ (view.nodes[edge.to]));
  const mutual = view.edges.some((other) => other.from === edge.to && other.to === edge.from);
  const aside = mutual ? (edge.from < edge.to ? -8 : 8) : 0;
  const start = border(from, to);
  const end = border(to, from);
  const [x1, y1, x2, y2] = [start.x, start.y + aside, end.x, end.y + aside];
  const middle = { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
  const ends = { x1, y1, x2, y2 };
  const cross = `M${middle.x - 5} ${middle.y - 5} l10 10 m0 -10 l-10 10`;
  return [
    shape("line", { ...ends, class: "toy-hit" }),
    shape("line", { ...ends, class: "toy-line", "marker-end": "url(#tip)" }),
    shape("path", { d: cross, class: "toy-cross" }),
    shape("text", { x: middle.x, y: middle.y + (aside > 0 ? 16 : -7), class: "toy-name" }, edge.name),
  ];
}

/**
 * Where the straight line from the middle of `inner` to that of `other` leaves `inner`.
 * @param {Frame} inner
 * @param {Frame} other
 */
function border(inner, other) {
  const dx = other.x - inner.x;
  const dy = other.y - inner.y;
  const reach = Math.min(
    dx === 0 ? Infinity : (inner.width / 2 + 2) / Math.abs(dx),
    dy === 0 ? Infinity : (inner.height / 2 + 2) / Math.abs(dy),
  );
  return { x: inner.x + dx * reach, y: inner.y + dy * reach };
}
