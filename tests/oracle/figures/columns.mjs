// One value a node: the figures every engine must give to the byte.

/** A list of texts without repetition, and the place of each in it. */
export function interner() {
  const names = [];
  const places = new Map();
  return {
    names,
    /** @param {string} name */
    place(name) {
      let place = places.get(name);
      if (place === undefined) {
        place = names.push(name) - 1;
        places.set(name, place);
      }
      return place;
    },
  };
}

/** @param {any} snapshot */
export function columns(snapshot) {
  const { nodeCount, nodeFieldCount, retainedSizes, nodeDistances, dominatorsTree } = snapshot;
  const { names, place } = interner();
  const self = [],
    className = [],
    detachedness = [],
    flags = [];
  const node = snapshot.createNode(0);
  for (let ordinal = 0; ordinal < nodeCount; ordinal++) {
    node.nodeIndex = ordinal * nodeFieldCount;
    self.push(node.selfSize());
    className.push(place(node.className()));
    detachedness.push(node.detachedness());
    flags.push(snapshot.flagsOfNode(node));
  }
  return {
    names,
    columns: {
      self,
      retained: Array.from(retainedSizes),
      distance: Array.from(nodeDistances),
      dominator: Array.from(dominatorsTree),
      className,
      detachedness,
      flags,
      nativeContext: Array.from(snapshot.nodeNativeContextAttribution),
    },
  };
}

/** @param {any} snapshot */
export function totals(snapshot) {
  const { nodeCount, rootNodeIndex, totalSize, maxJSObjectId } = snapshot.updateStaticData();
  return {
    nodes: nodeCount,
    edges: snapshot.containmentEdges.length / snapshot.edgeFieldsCount,
    root: rootNodeIndex / snapshot.nodeFieldCount,
    totalSize,
    maxJSObjectId,
    extraNativeBytes: snapshot.profile.snapshot.extra_native_bytes ?? null,
  };
}
