/** The scenario of the Lab that shows the same mechanism and its cure, by the pattern of a finding. @type {Record<string, string>} */
export const SCENARIOS = {
  "detached-window": "removed-frame",
  "large-collection": "leak-objects",
  "keyed-cache": "unbounded-map",
  "growing-collection": "leak-objects",
  "growing-classes": "leak-classes",
  "scope-chain": "closure-chain",
  "shared-scope": "closure-chain",
  realms: "removed-frame",
  "open-handles": "worker-kept",
  timers: "leak-callbacks",
  listeners: "window-listener",
  "sliced-strings": "sliced-string",
  capacity: "array-capacity",
  "array-buffers": "leak-buffers",
  "wasm-structs": "dropped-struct",
  "wasm-memory": "high-water",
};
