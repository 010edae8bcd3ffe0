/** @import { FilterRequest } from "../wasm/inspect.js" */

/** The filters of DevTools' Summary, and one of ours. @type {{ id: string, title: string, filter: FilterRequest }[]} */
export const FILTERS = [
  { id: "all", title: "All objects", filter: { only: "all" } },
  { id: "duplicated-strings", title: "Duplicated strings", filter: { only: "duplicatedStrings" } },
  { id: "detached", title: "Objects retained by detached nodes", filter: { only: "detachedDom" } },
  { id: "console", title: "Objects retained by the DevTools console", filter: { only: "console" } },
  { id: "event-handlers", title: "Objects retained by event handlers", filter: { only: "eventHandlers" } },
  { id: "contexts", title: "Objects retained by contexts", filter: { only: "contexts" } },
  { id: "unreached", title: "Objects that no root reaches", filter: { only: "unreached" } },
];

/** @param {string} id @returns {FilterRequest} */
export function filterOf(id) {
  return FILTERS.find((filter) => filter.id === id)?.filter ?? { only: "all" };
}
