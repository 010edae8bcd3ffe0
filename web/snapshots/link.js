import { element } from "../ui/element.js";
import { addressOf } from "./address.js";

/** @import { Store } from "../shell/store.js" */
/** @import { State } from "./state.js" */

/**
 * A link to the room in another state: what it leads to can be gone back from.
 * @param {Store<State>} store @param {Partial<State>} change @param {...(Node | string)} words
 */
export function link(store, change, ...words) {
  const made = element("a", { href: `#${addressOf(store.state, change)}` }, ...words);
  // Filters and files may have changed since.
  const renew = () => made.setAttribute("href", `#${addressOf(store.state, change)}`);
  made.addEventListener("pointerenter", renew);
  made.addEventListener("focus", renew);
  return made;
}
