// Grows a random graph, and changes a grown one into the later half of a pair.
import { dice } from "./dice.mjs";
import { EDGE_TYPES, NODE_TYPES } from "./model.mjs";
import { PARTS } from "./parts.mjs";

const NAMES = {
  object: [
    "Object",
    "Array",
    "Map",
    "Foo",
    "Foo",
    "RegExp",
    "Function",
    "(system)",
    "<b x>",
    "Detached <i y>",
    "(string)",
    "Window",
  ],
  native: [
    "<div id=x>",
    "<div>",
    '<div class="a b">',
    "Detached <p z>",
    "Text",
    "Object",
    "system / JSArrayBufferData",
    "Window / page",
  ],
  closure: ["", "onClick"],
  regexp: ["a+", "RegExp"],
  code: ["(code)", "f"],
  symbol: ["s"],
  hidden: ["system / Map", "(map descriptors)", "system / NativeContext"],
  array: ["", "(internal array)", "(map descriptors)"],
};

const FIELDS = ["type", "name", "id", "self_size", "edge_count", "trace_node_id", "detachedness"];

function fields({ chance, shuffle }) {
  const kept = FIELDS.filter(
    (name) => !(name === "trace_node_id" && chance(0.5)) && !(name === "detachedness" && chance(0.3)),
  );
  return chance(0.15) ? shuffle(kept) : kept;
}

/** @param {number} seed @returns {import('./model.mjs').Graph} */
export function grow(seed) {
  const d = dice(seed);
  const { below, between, chance, pick, shuffle } = d;
  const odd = { last: chance(0.05) ? 2 ** 31 + 1 : 1 };
  const even = { last: chance(0.05) ? 2 ** 31 + 2 : 2 };
  const root = { type: "synthetic", name: "", id: 1, size: 0, detachedness: 0, trace: 0, edges: [] };
  const nodes = [root];
  const state = (native) => (chance(native ? 0.4 : 0.02) ? between(1, 2) : 0);
  const g = {
    root,
    any: () => pick(nodes),
    add(type, name, size = chance(0.2) ? 0 : 8 * between(1, 60)) {
      const native = type === "native";
      const ids = native ? even : odd;
      ids.last += 2;
      const node = {
        type,
        name,
        id: ids.last,
        size,
        detachedness: state(native),
        trace: below(4),
        edges: [],
        location: type === "object" && chance(0.4) ? [between(1, 2), between(0, 2), pick([0, 5])] : undefined,
      };
      nodes.push(node);
      return node;
    },
    edge(from, type, name, to) {
      from.edges.push({ type, name, to });
    },
  };

  const size = between(5, 40);
  while (nodes.length < size) {
    if (chance(0.4)) pick(PARTS)(g, d);
    else {
      const type = pick(NODE_TYPES);
      g.add(type, pick(NAMES[type] ?? ["", type, "same"]));
    }
  }
  if (chance(0.03)) pick(nodes).size = 3_000_000_000;
  const link = (from) => {
    const type = pick(EDGE_TYPES);
    const name =
      type === "element" || type === "hidden"
        ? below(6)
        : pick(["a", "b", "map", "code", "1", "native_context", "__proto__"]);
    const to = chance(0.04) ? from : pick(nodes);
    for (let times = chance(0.06) ? 2 : 1; times; times--) g.edge(from, type, name, to);
  };
  for (let i = between(nodes.length >> 1, nodes.length * 2); i > 0; i--) link(pick(nodes.slice(1)));

  // Half the roots list user objects as Node's do, the other half hold nothing but "(GC roots)" as Chromium's.
  const gc = g.add("synthetic", "(GC roots)", 0);
  g.edge(root, "element", 1, gc);
  if (chance(0.5)) {
    const users = shuffle(nodes.slice(1)).slice(0, between(1, 3));
    for (const user of users)
      g.edge(root, pick(["shortcut", "shortcut", "element", "property"]), pick([1, 2, 3]), user);
    if (chance(0.05)) g.edge(root, "shortcut", 9, users[0]);
  } else root.edges = root.edges.filter(({ to }) => to === gc || (to.type === "synthetic" && chance(0.3)));
  for (const edge of root.edges)
    if (edge.type === "shortcut" || edge.type === "property") edge.name = pick(["global", "7", "window"]);
  for (const node of shuffle(nodes).slice(0, between(1, 6)))
    if (node !== root) g.edge(gc, pick(["element", "internal", "weak"]), 2, node);
  if (chance(0.3)) reachAll(g, nodes, gc);
  for (const { edges } of nodes) for (const edge of edges) fit(edge);

  // For DevTools a missing part of a concatenation is the first node, which so may not be a concatenation.
  const last = chance(0.2) && nodes[1].type !== "concatenated string";
  return {
    nodes: last ? [...nodes.slice(1), root] : nodes,
    root,
    nodeFields: fields(d),
    locationFields: chance(0.2)
      ? null
      : ["object_index", "script_id", ...(chance(0.3) ? ["script_object_index"] : []), "line", "column"],
    extra: chance(0.3) ? below(1000) : null,
    twice: chance(0.15) ? 3 : 0,
  };
}

function reachAll(g, nodes, from) {
  const reached = new Set(
    nodes.flatMap(({ edges }) => edges.filter(({ type }) => type !== "weak").map(({ to }) => to)),
  );
  for (const node of nodes) if (!reached.has(node) && node !== g.root) g.edge(from, "element", 0, node);
}

// Edges of these types have numbers for names, all others texts.
function fit(edge) {
  const numbered = edge.type === "element" || edge.type === "hidden";
  if (numbered && typeof edge.name !== "number") edge.name = Number.parseInt(edge.name, 10) || 0;
  if (!numbered) edge.name = String(edge.name);
}

/** @param {import('./model.mjs').Graph} graph @param {number} seed */
export function change(graph, seed) {
  const { below, between, chance, pick } = dice(seed ^ 0x5eed);
  const copies = new Map(graph.nodes.map((node) => [node, { ...node }]));
  const root = copies.get(graph.root);
  const kept = graph.nodes.filter(
    (node, i) => i === 0 || node === graph.root || node.name === "(GC roots)" || !chance(0.15),
  );
  const nodes = kept.map((node) => copies.get(node));
  for (const node of kept) {
    copies.get(node).edges = node.edges
      .filter(({ to }) => kept.includes(to) && !chance(0.04))
      .map((edge) => ({ ...edge, to: copies.get(edge.to) }));
  }
  for (const node of nodes) if (node !== root && chance(0.1)) node.size = 8 * below(50);
  const highest = Math.max(...nodes.map(({ id }) => id));
  const anchor = nodes.find((node) => node.name === "(GC roots)");
  for (let i = between(0, 8); i > 0; i--) {
    const like = pick(nodes);
    if (like === root) continue;
    const node = {
      ...like,
      id: highest + 2 * i,
      size: 8 * between(1, 20),
      edges: like.edges.map((edge) => ({ ...edge })),
    };
    nodes.splice(nodes[0] === root ? nodes.length : nodes.length - 1, 0, node);
    const from = chance(0.5) ? anchor : pick(nodes);
    if (from !== root) from.edges.push({ type: "internal", name: "new", to: node });
  }
  return { ...graph, nodes, root };
}
