// Retainers, contents and dominators of a few nodes, in the orders DevTools' grids show them.
import { lib } from "../open.mjs";

const MOST = 200;
const BY_DISTANCE = ["!edgeDistance", true, "name", true];
const BY_RETAINED = ["retainedSize", false, "!edgeName", true];
const BY_NAME = ["!edgeName", true, "retainedSize", false];

// The whole range is always sorted: of a part of it DevTools sorts with random pivots.
function list(snapshot, provider, order) {
  if (order) provider.sortAndRewind(new lib.ComparatorConfig(...order));
  const { items, totalLength } = provider.serializeItemsRange(0, Infinity);
  return {
    total: totalLength,
    rows: items
      .slice(0, MOST)
      .map(({ name, type, node }) => [name, type, node.nodeIndex / snapshot.nodeFieldCount, node.distance]),
  };
}

/** @param {any} snapshot @param {number} ordinal */
export function walk(snapshot, ordinal) {
  const index = ordinal * snapshot.nodeFieldCount;
  const node = snapshot.createNode(index);
  const retainers = (order) => list(snapshot, snapshot.createRetainingEdgesProvider(index), order);
  const edges = (order) => list(snapshot, snapshot.createEdgesProvider(index), order);
  return {
    ordinal,
    id: node.id(),
    name: node.name(),
    type: node.type(),
    classKey: snapshot.nodeClassKey(node.id()),
    location: snapshot.getLocation(index),
    retainers: retainers(),
    retainersByDistance: retainers(BY_DISTANCE),
    retainersByName: retainers(BY_NAME),
    edges: edges(),
    edgesByRetained: edges(BY_RETAINED),
    edgesByName: edges(BY_NAME),
    dominators: snapshot
      .getDominatorsOf(index)
      .slice(0, MOST)
      .map(({ nodeIndex }) => nodeIndex / snapshot.nodeFieldCount),
  };
}

/** The retainers of a node once its nearest retainer is ignored. @param {any} snapshot @param {number} ordinal */
export function ignoring(snapshot, ordinal) {
  const index = ordinal * snapshot.nodeFieldCount;
  const [nearest] = list(snapshot, snapshot.createRetainingEdgesProvider(index), BY_DISTANCE).rows;
  if (!nearest) return undefined;
  snapshot.ignoreNodeInRetainersView(nearest[2] * snapshot.nodeFieldCount);
  const retainers = list(snapshot, snapshot.createRetainingEdgesProvider(index), BY_DISTANCE);
  snapshot.unignoreAllNodesInRetainersView();
  return { ordinal, ignored: nearest[2], retainers };
}

/** Two nodes of every type and the largest ones: always the same of the same file. @param {any} snapshot */
export function chosen(snapshot) {
  const { nodeCount, nodeFieldCount, retainedSizes } = snapshot;
  const byType = new Map();
  const node = snapshot.createNode(0);
  for (let ordinal = 0; ordinal < nodeCount; ordinal++) {
    node.nodeIndex = ordinal * nodeFieldCount;
    const type = node.type();
    (byType.get(type) ?? byType.set(type, []).get(type)).push(ordinal);
  }
  const largest = Array.from({ length: nodeCount }, (_, ordinal) => ordinal)
    .sort((a, b) => retainedSizes[b] - retainedSizes[a] || a - b)
    .slice(1, 7);
  const spread = [...byType.values()].flatMap((of) => [of[of.length >> 2], of[((of.length * 9) / 10) | 0]]);
  return [...new Set([...largest, ...spread])].sort((a, b) => a - b);
}

/** An instance list as the constructor grid opens it. @param {any} snapshot @param {string} key */
export function instances(snapshot, key) {
  const provider = snapshot.createNodesProviderForClass(key, new lib.NodeFilter());
  provider.sortAndRewind(new lib.ComparatorConfig("retainedSize", false, "id", true));
  return provider
    .serializeItemsRange(0, Infinity)
    .items.slice(0, 20)
    .map(({ id }) => id);
}
