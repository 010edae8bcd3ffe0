// Duplicate strings, and the names DevTools makes up: plain objects' and concatenated strings'.
const MOST = 300;

/** @param {any} snapshot */
export const duplicateStrings = (snapshot) =>
  snapshot.getDuplicateStrings().map((group) => ({
    value: group.value,
    count: group.count,
    self: group.totalSelfSize,
    retained: group.totalRetainedSize,
    ...(group.truncated ? { length: group.length, hash: group.hash } : {}),
    ids: group.nodes.slice(0, 5).map((node) => node.id),
  }));

/**
 * At most `MOST` nodes, evenly spread, of those with a name that is not their own.
 * @param {any} snapshot @returns {[ordinal: number, name: string][]}
 */
export function displayNames(snapshot) {
  const found = [];
  const node = snapshot.createNode(0);
  for (let ordinal = 0; ordinal < snapshot.nodeCount; ordinal++) {
    node.nodeIndex = ordinal * snapshot.nodeFieldCount;
    if (node.name() !== node.rawName()) found.push([ordinal, node.name()]);
  }
  const step = Math.max(1, found.length / MOST);
  return Array.from({ length: Math.min(found.length, MOST) }, (_, i) => found[Math.floor(i * step)]);
}

/** What the search box finds. @param {any} snapshot @param {any} lib */
export function searches(snapshot, lib) {
  const queries = [
    ["Map", true, false],
    ["map", false, false],
    ["^system / .*Context$", true, true],
    ["{a", false, false],
  ];
  return queries.map(([query, caseSensitive, isRegex]) => {
    const found = snapshot.search(
      new lib.SearchConfig(query, caseSensitive, false, isRegex, false, false),
      new lib.NodeFilter(),
    );
    return { query, caseSensitive, isRegex, count: found.length, ids: found.slice(0, 50) };
  });
}
