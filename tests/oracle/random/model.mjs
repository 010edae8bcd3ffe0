// A graph as objects, and its text as V8 would write it.

export const NODE_TYPES = [
  "hidden",
  "array",
  "string",
  "object",
  "code",
  "closure",
  "regexp",
  "number",
  "native",
  "synthetic",
  "concatenated string",
  "sliced string",
  "symbol",
  "bigint",
  "object shape",
  "wasm object",
];
export const EDGE_TYPES = ["context", "element", "property", "internal", "hidden", "shortcut", "weak"];

/**
 * @typedef {{type: string, name: string, id: number, size: number, detachedness: number, trace: number, edges: Edge[],
 *   location?: number[]}} Node
 * @typedef {{type: string, name: string | number, to: Node}} Edge
 * @typedef {{nodes: Node[], root: Node, nodeFields: string[], locationFields: string[] | null, extra: number | null,
 *   twice: number}} Graph
 */

// Like V8's table every text is in it once, but for every `twice`-th: groups with equal text under two indexes.
function table(twice) {
  const strings = ["<dummy>"];
  const places = new Map();
  let asked = 0;
  return {
    strings,
    place(text) {
      const known = places.get(text);
      if (known !== undefined && !(twice && ++asked % twice === 0)) return known;
      places.set(text, strings.length);
      return strings.push(text) - 1;
    },
  };
}

/** @param {Graph} graph */
export function write(graph) {
  const { nodes, root, nodeFields, locationFields, extra, twice } = graph;
  const { strings, place } = table(twice);
  const at = new Map(nodes.map((node, i) => [node, i * nodeFields.length]));
  const flat = [],
    edges = [],
    locations = [];
  for (const node of nodes) {
    const field = {
      type: NODE_TYPES.indexOf(node.type),
      name: place(node.name),
      id: node.id,
      self_size: node.size,
      edge_count: node.edges.length,
      trace_node_id: node.trace,
      detachedness: node.detachedness,
    };
    flat.push(...nodeFields.map((name) => field[name]));
    for (const { type, name, to } of node.edges) {
      edges.push(EDGE_TYPES.indexOf(type), typeof name === "number" ? name : place(name), at.get(to));
    }
    if (!node.location) continue;
    const [script, line, column] = node.location;
    const place_ = { object_index: at.get(node), script_id: script, script_object_index: 0, line, column };
    if (locationFields) locations.push(...locationFields.map((name) => place_[name]));
  }
  const types = nodeFields.map((name) => (name === "type" ? NODE_TYPES : name === "name" ? "string" : "number"));
  return JSON.stringify({
    snapshot: {
      meta: {
        node_fields: nodeFields,
        node_types: types,
        edge_fields: ["type", "name_or_index", "to_node"],
        edge_types: [EDGE_TYPES, "string_or_number", "node"],
        ...(locationFields ? { location_fields: locationFields } : {}),
      },
      node_count: nodes.length,
      edge_count: edges.length / 3,
      trace_function_count: 0,
      root_index: at.get(root),
      ...(extra === null ? {} : { extra_native_bytes: extra }),
    },
    nodes: flat,
    edges,
    trace_function_infos: [],
    trace_tree: [],
    samples: [],
    ...(locationFields ? { locations } : {}),
    strings,
  });
}
